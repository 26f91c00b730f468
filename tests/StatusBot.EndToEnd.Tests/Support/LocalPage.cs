using Microsoft.Playwright;

namespace StatusBot.EndToEnd.Tests.Support;

/// <summary>The local channel as somebody sees it in a browser. Whatever the page complains of fails the test.</summary>
public sealed class LocalPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private LocalPage(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _complaints.Add(message.Text);
        };
        page.PageError += (_, error) => _complaints.Add(error);
    }

    /// <summary>The browser's page.</summary>
    public IPage Page { get; }

    /// <summary>Where one types.</summary>
    public ILocator Composer => Page.GetByTestId("composer");

    /// <summary>The newest message of the bot.</summary>
    public ILocator Newest => Page.GetByTestId("message").Last;

    /// <summary>The title of the newest card.</summary>
    public ILocator Title => Newest.GetByTestId("embed-title");

    public static async Task<LocalPage> OpenAsync(IBrowserContext context)
    {
        var page = new LocalPage(context, await context.NewPageAsync());
        await page.Page.GotoAsync("/");
        await Assertions.Expect(page.Composer).ToBeVisibleAsync();
        return page;
    }

    /// <summary>Types a command as somebody does who knows what they want, and sends it.</summary>
    public async Task SayAsync(string command)
    {
        var before = await Page.GetByTestId("message").CountAsync();
        await Composer.ClickAsync();
        await Page.Keyboard.TypeAsync(command);
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.GetByTestId("message")).ToHaveCountAsync(before + 1);
    }

    /// <summary>Presses a button of the newest message.</summary>
    public Task PressAsync(string label) =>
        Newest.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = label, Exact = true }).ClickAsync();

    /// <summary>Waits until the newest card's title begins so.</summary>
    public Task ExpectTitleAsync(string start) =>
        Assertions.Expect(Title).ToContainTextAsync(start);

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.Empty(_complaints);
    }
}
