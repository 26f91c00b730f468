using StatusBot.Tests.Support;

namespace StatusBot.Tests;

/// <summary>Every mistake gets a private answer that says what to type, and nothing typed comes back.</summary>
public sealed class Mistakes
{
    public static TheoryData<string> NotACode() =>
        ["", " ", "abc", "1000", "12", "🤖", "@everyone", "<@80351110224678912>", "\u202eabc\u202dq", "**bold** [x](https://example.com)", new string('a', 6000), "zzz 🤖 `code`"];

    public static TheoryData<string, string> NotTwoCodes() => new()
    {
        { "", "two to five" },
        { "🤖", "two to five" },
        { "401", "one code" },
        { "401 401", "twice" },
        { "400 401 403 404 405 409", "more than five" },
        { "401 abc", "Not all" },
        { "@everyone", "Not all" },
        { "1000 401", "Not all" },
    };

    [Theory, MemberData(nameof(NotACode))]
    public async Task In_status_are_answered_privately_in_both_languages(string text)
    {
        foreach (var (locale, expected) in new[] { ("en-US", "number"), ("ko", "숫자") })
        {
            var answer = await Bot.Slash("status", new { code = text }, locale);
            Assert.True(answer.IsPrivate);
            Assert.Contains(expected, answer.Description, StringComparison.Ordinal);
            EchoesNothing(text, answer);
        }
    }

    [Theory, MemberData(nameof(NotTwoCodes))]
    public async Task In_compare_are_answered_privately(string text, string expected)
    {
        var answer = await Bot.Slash("compare", new { codes = text });

        Assert.True(answer.IsPrivate);
        Assert.Contains(expected, answer.Description, StringComparison.Ordinal);
        Assert.True((await Bot.Slash("compare", new { codes = text }, locale: "ko")).IsPrivate);
        if (text.Length > 3)
            EchoesNothing(text, answer);
    }

    [Fact]
    public async Task One_code_to_compare_offers_its_comparisons()
    {
        var answer = await Bot.Slash("compare", new { codes = "401" });

        Assert.Contains("401 vs 403", answer.Buttons.Select(button => button.Label));
    }

    [Fact]
    public async Task An_option_that_is_missing_is_asked_for()
    {
        Assert.Contains("Which code?", (await Bot.Slash("status")).Description, StringComparison.Ordinal);
        Assert.Contains("What do you see", (await Bot.Slash("find")).Description, StringComparison.Ordinal);
        Assert.Contains("Which codes?", (await Bot.Slash("compare")).Description, StringComparison.Ordinal);
        Assert.Contains("1xx, 2xx", (await Bot.Slash("list")).Description, StringComparison.Ordinal);
        Assert.True((await Bot.Slash("list", new { @class = "9xx" }, locale: "ko")).IsPrivate);
    }

    [Fact]
    public async Task An_unknown_command_is_answered_privately_in_the_persons_language()
    {
        var answer = await Bot.Slash("weather", locale: "ko");

        Assert.True(answer.IsPrivate);
        Assert.Contains("없는 명령", answer.Description, StringComparison.Ordinal);
    }

    private static void EchoesNothing(string text, BotAnswer answer)
    {
        var typed = text.Trim();
        if (typed.Length > 2 && !typed.All(char.IsDigit))
            Assert.DoesNotContain(typed, answer.Json.ToJsonString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@everyone", answer.Json.ToJsonString(), StringComparison.Ordinal);
    }
}
