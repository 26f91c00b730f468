using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using StatusBot.EndToEnd.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StatusBot.EndToEnd.Tests;

/// <summary>The local channel in Chromium, used as people use it.</summary>
public sealed class The_page(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task Answers_a_command_that_is_typed()
    {
        await using var page = await browser.OpenAsync();

        await page.SayAsync("/status 403");

        await page.ExpectTitleAsync("403 Forbidden");
        await Expect(page.Newest.GetByTestId("field-name")).ToHaveTextAsync(["Cause", "Behavior", "What to do", "Who can fix it", "Retry", "Related"]);
        await Expect(page.Newest.GetByTestId("embed-footer")).ToContainTextAsync("RFC 9110 §15.5.4");
    }

    [Fact]
    public async Task Completes_what_is_being_typed_with_choices_of_the_bot()
    {
        await using var page = await browser.OpenAsync();

        await page.Composer.ClickAsync();
        await page.Page.Keyboard.TypeAsync("/status not fo");
        var first = page.Page.GetByTestId("suggestions").GetByRole(AriaRole.Option).First;
        await Expect(first).ToContainTextAsync("404 Not Found");
        await first.ClickAsync();
        await page.Page.Keyboard.PressAsync("Enter");

        await page.ExpectTitleAsync("404 Not Found");
    }

    [Fact]
    public async Task Presses_every_button_of_a_card()
    {
        await using var page = await browser.OpenAsync();
        await page.SayAsync("/status 404");

        await page.PressAsync("Example");
        await page.ExpectTitleAsync("Example");
        await Expect(page.Newest).ToContainTextAsync("HTTP/1.1 404 Not Found");
        await page.PressAsync("In code");
        await Expect(page.Newest).ToContainTextAsync("FastAPI");
        await page.PressAsync("한국어");
        await Expect(page.Title).ToContainTextAsync("찾을 수 없음");
        await page.PressAsync("카드로 돌아가기");
        await Expect(page.Newest.GetByTestId("field-name").First).ToHaveTextAsync("원인");
        await page.PressAsync("English");
        await page.PressAsync("404 vs 410");
        await page.ExpectTitleAsync("404 vs 410");
        await page.PressAsync("410 Gone");
        await page.ExpectTitleAsync("410 Gone");
        var id = await page.Newest.GetAttributeAsync("data-message-id");
        await page.PressAsync("Delete");
        await Expect(page.Page.Locator($"[data-message-id='{id}']")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Compares_and_lists()
    {
        await using var page = await browser.OpenAsync();

        await page.SayAsync("/compare 401 403");
        await page.ExpectTitleAsync("401 vs 403");
        await page.SayAsync("/list 4xx");
        await page.PressAsync("Next ▶");
        await Expect(page.Newest.GetByTestId("embed-footer")).ToContainTextAsync("Page 2");
        await page.Newest.Locator("select").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Expect(page.Newest.GetByTestId("embed-footer")).ToContainTextAsync("checked");
    }

    [Fact]
    public async Task Finds_a_code_by_its_symptom()
    {
        await using var page = await browser.OpenAsync();

        await page.Composer.ClickAsync();
        await page.Page.Keyboard.TypeAsync("/fi");
        await Expect(page.Page.GetByTestId("suggestions").GetByRole(AriaRole.Option).First).ToContainTextAsync("find");
        await page.Composer.FillAsync("");
        await page.SayAsync("/find nginx says upstream prematurely closed connection");

        await Expect(page.Newest.GetByTestId("field-name").First).ToHaveTextAsync("502 Bad Gateway");
        await page.PressAsync("502 Bad Gateway");
        await page.ExpectTitleAsync("502 Bad Gateway");
    }

    [Fact]
    public async Task Says_what_only_you_can_see()
    {
        await using var page = await browser.OpenAsync();

        await page.SayAsync("/status abc");

        await Expect(page.Newest).ToHaveAttributeAsync("data-ephemeral", "true");
        await Expect(page.Newest).ToContainTextAsync("Only you can see this");
    }

    [Fact]
    public async Task Speaks_Korean_from_the_command_list_to_the_card()
    {
        await using var page = await browser.OpenAsync("ko-KR");

        await Expect(page.Page.Locator("html")).ToHaveAttributeAsync("lang", "ko");
        await page.Composer.ClickAsync();
        await page.Page.Keyboard.TypeAsync("/");
        await Expect(page.Page.GetByTestId("suggestions")).ToContainTextAsync("상태");
        await page.Page.Keyboard.TypeAsync("상태 권한");
        await Expect(page.Page.GetByTestId("suggestions").GetByRole(AriaRole.Option).First).ToContainTextAsync("403 Forbidden");
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.Keyboard.PressAsync("Enter");

        await page.ExpectTitleAsync("403 Forbidden (");
        await Expect(page.Newest.GetByTestId("field-name").First).ToHaveTextAsync("원인");
    }

    [Fact]
    public async Task Switches_its_language()
    {
        await using var page = await browser.OpenAsync();

        await page.Page.GetByTestId("language").Locator("[data-lang=ko]").ClickAsync();
        await page.SayAsync("/status 503");

        await Expect(page.Newest.GetByTestId("field-name").First).ToHaveTextAsync("원인");
        await page.Page.GetByTestId("language").Locator("[data-lang=en]").ClickAsync();
        await page.SayAsync("/status 503");
        await Expect(page.Newest.GetByTestId("field-name").First).ToHaveTextAsync("Cause");
    }

    [Fact]
    public async Task Is_usable_with_the_keyboard_alone()
    {
        await using var page = await browser.OpenAsync();
        var keyboard = page.Page.Keyboard;
        await page.Composer.FocusAsync();

        await keyboard.TypeAsync("/");
        await Expect(page.Page.GetByTestId("suggestions")).ToBeVisibleAsync();
        await keyboard.TypeAsync("comp");
        await keyboard.PressAsync("Enter");
        await keyboard.TypeAsync("502 50");
        await Expect(page.Page.GetByTestId("suggestions").GetByRole(AriaRole.Option).First).ToContainTextAsync("502 50");
        await keyboard.PressAsync("ArrowDown");
        await keyboard.PressAsync("Enter");
        await keyboard.PressAsync("Enter");
        await page.ExpectTitleAsync("502 vs 50");

        var button = page.Newest.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "502 Bad Gateway", Exact = true });
        await button.FocusAsync();
        await keyboard.PressAsync("Enter");
        await page.ExpectTitleAsync("502 Bad Gateway");
    }

    [Fact]
    public async Task Takes_a_pasted_log_with_its_lines()
    {
        await using var page = await browser.OpenAsync();
        var log = string.Concat(Enumerable.Range(0, 60).Select(i => $"203.0.113.9 - - [12/Mar/2026:10:15:{i:00} +0000] \"GET /cart HTTP/1.1\" 502 157\n"));
        Assert.InRange(log.Length, 2001, 6000);
        await page.Composer.ClickAsync();
        await page.Page.Keyboard.TypeAsync("/explain ");

        await page.Page.Keyboard.InsertTextAsync(log);
        await page.Page.Keyboard.PressAsync("Enter");

        await Expect(page.Newest.GetByTestId("field-name").First).ToHaveTextAsync("502 Bad Gateway ×60");
        await Expect(page.Newest).ToHaveAttributeAsync("data-ephemeral", "true");
    }

    [Fact]
    public async Task Takes_a_log_pasted_behind_the_name_of_the_command()
    {
        await using var page = await browser.OpenAsync();
        await page.Composer.ClickAsync();

        await page.Page.Keyboard.InsertTextAsync("/explain HTTP/1.1 401\nHTTP/1.1 403\n");
        await page.Page.Keyboard.PressAsync("Enter");

        await Expect(page.Newest.GetByTestId("field-name")).ToHaveCountAsync(3);
        await page.PressAsync("401 vs 403");
        await page.ExpectTitleAsync("401 vs 403");
    }

    [Theory]
    [InlineData("en-US", "Explain status codes", "502 Bad Gateway ×1")]
    [InlineData("ko-KR", "상태 코드 설명", "502 Bad Gateway (잘못된 게이트웨이) ×1")]
    public async Task Explains_any_message_from_its_menu(string locale, string command, string name)
    {
        await using var page = await browser.OpenAsync(locale);
        await page.Composer.ClickAsync();
        await page.Page.Keyboard.TypeAsync("HTTP/1.1 502 Bad Gateway");
        await page.Page.Keyboard.PressAsync("Enter");

        await page.Newest.ClickAsync(new LocatorClickOptions { Button = MouseButton.Right });
        await page.Page.GetByTestId("context-menu").GetByText(command).ClickAsync();

        await Expect(page.Newest.GetByTestId("field-name").First).ToHaveTextAsync(name);
        await Expect(page.Newest.GetByTestId("command-line")).ToHaveTextAsync(command);
        await Expect(page.Newest).ToHaveAttributeAsync("data-ephemeral", "true");
    }

    [Fact]
    public async Task Explains_a_message_with_the_keyboard_alone()
    {
        await using var page = await browser.OpenAsync();
        await page.SayAsync("/status 504");
        var more = page.Newest.Locator(".message-tools button");

        await more.FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Page.GetByTestId("context-menu").GetByRole(AriaRole.Menuitem).First).ToHaveTextAsync("Explain status codes");
        await page.Page.Keyboard.PressAsync("Enter");

        await Expect(page.Newest.GetByTestId("command-line")).ToHaveTextAsync("Explain status codes");
        await Expect(page.Newest.GetByTestId("field-name").First).ToContainTextAsync("504 Gateway Timeout ×");
    }

    [Theory]
    [InlineData("en-US", ColorScheme.Light)]
    [InlineData("ko-KR", ColorScheme.Dark)]
    public async Task Has_no_accessibility_violations(string locale, ColorScheme scheme)
    {
        await using var page = await browser.OpenAsync(locale, scheme: scheme);
        await page.SayAsync("/status 403");
        await page.SayAsync("/list 5xx");
        await page.Composer.ClickAsync();
        await page.Page.Keyboard.TypeAsync("/");
        await Expect(page.Page.GetByTestId("suggestions")).ToBeVisibleAsync();

        var result = await page.Page.RunAxe();

        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {string.Join(", ", violation.Nodes.Select(node => node.Html))}"));
    }

    [Fact]
    public async Task Fits_a_phone()
    {
        await using var page = await browser.OpenAsync(width: 360, height: 740);
        await page.SayAsync("/status 502");
        await page.SayAsync("/compare 502 504");

        var overflow = await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

        Assert.Equal(0, overflow);
    }

    [Fact]
    public async Task Shows_the_JSON_of_a_message_and_draws_markup_as_text()
    {
        await using var page = await browser.OpenAsync();
        await page.Composer.ClickAsync();
        await page.Page.Keyboard.TypeAsync("<img src=x onerror=alert(1)> @everyone");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Newest).ToContainTextAsync("<img src=x onerror=alert(1)> @everyone");
        Assert.Equal(0, await page.Page.Locator("[data-testid=message] img[src='x']").CountAsync());

        await page.SayAsync("/about");
        await page.Newest.ClickAsync(new LocatorClickOptions { Button = MouseButton.Right });
        await page.Page.GetByTestId("context-menu").GetByText("View JSON").ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("\"embeds\"");
    }

    [Theory]
    [InlineData("en", "en-US")]
    [InlineData("ko", "ko-KR")]
    public async Task Is_shown_in_the_README(string name, string locale)
    {
        await using var page = await browser.OpenAsync(locale, width: 860, height: 1010);
        await page.SayAsync("/status 403");
        await page.ExpectTitleAsync("403 Forbidden");

        var picture = await page.Page.ScreenshotAsync();

        Assert.NotEmpty(picture);
        Screenshots.Keep($"local-channel.{name}.png", picture);
    }
}
