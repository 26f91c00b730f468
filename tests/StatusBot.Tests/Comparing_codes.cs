using StatusBot.Catalog;
using StatusBot.Tests.Support;

namespace StatusBot.Tests;

/// <summary><c>/compare</c>, through Discord's JSON.</summary>
public sealed class Comparing_codes
{
    [Theory]
    [InlineData("401 403")]
    [InlineData("403, 401")]
    [InlineData("401 vs 403")]
    [InlineData("unauthorized vs forbidden")]
    public async Task That_are_often_confused_says_first_what_decides(string codes)
    {
        var answer = await Bot.Slash("compare", new { codes });

        Assert.False(answer.IsPrivate);
        Assert.Equal("401 vs 403", answer.Title);
        Assert.Matches(@"^\*\*[^*]+\?\*\*$", answer.Description);
        Assert.Equal(["401 Unauthorized", "403 Forbidden", "What settles it", "Typical mistake"], answer.Fields.Select(field => field.Name));
        Assert.Contains("```sh\ncurl", answer["What settles it"], StringComparison.Ordinal);
        Assert.DoesNotContain("Built from", answer.Footer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Built from the codes' data")]
    [InlineData("ko", "자동으로")]
    public async Task That_nobody_has_compared_is_built_from_data_and_says_so(string language, string footer)
    {
        var answer = await Bot.Slash("compare", new { codes = "302 404 503", language });

        Assert.Equal("302 vs 404 vs 503", answer.Title);
        Assert.Contains(footer, answer.Footer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_are_built_names_only_what_differs()
    {
        var registered = Bot.Catalog.Codes.Where(code => code is { Class: StatusClass.ClientError, Main.Owner: "IANA" }).Select(code => code.Code).ToArray();
        var (one, other) = registered
            .SelectMany(one => registered.Where(other => other > one).Select(other => (one, other)))
            .First(pair => Bot.Catalog.Compare([pair.one, pair.other]) is null);

        var answer = await Bot.Slash("compare", new { codes = $"{one} {other}" });

        Assert.DoesNotContain("class", answer.Description, StringComparison.Ordinal);
        Assert.All(answer.Fields, field => Assert.Contains("4xx Client error", field.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task That_nobody_registered_says_no_more_than_its_class()
    {
        var answer = await Bot.Slash("compare", new { codes = "403 477" });

        var unknown = answer.Fields.Single(field => field.Name.StartsWith("477", StringComparison.Ordinal)).Value;
        Assert.Equal("**class** 4xx Client error\n**defined in** not registered", unknown);
    }

    [Fact]
    public async Task Never_calls_a_curated_comparison_built()
    {
        foreach (var comparison in Bot.Catalog.Comparisons)
        {
            foreach (var language in (string[])["en", "ko"])
            {
                var answer = await Bot.Slash("compare", new { codes = string.Join(' ', comparison.Codes), language });
                Assert.DoesNotContain("Built from", answer.Footer, StringComparison.Ordinal);
                Assert.DoesNotContain("자동", answer.Footer, StringComparison.Ordinal);
            }
        }
    }
}
