using StatusBot.Tests.Support;

namespace StatusBot.Tests;

/// <summary>Choices while somebody types, through Discord's JSON.</summary>
public sealed class Autocomplete
{
    [Fact]
    public async Task Of_a_code_offers_names_and_fills_in_numbers() =>
        Assert.Equal(("403 Forbidden", "403"), (await Bot.Types("status", "code", "forb"))[0]);

    [Fact]
    public async Task In_Korean_offers_both_names()
    {
        var first = (await Bot.Types("status", "code", "권", locale: "ko")).Take(5).Single(choice => choice.Value == "403");

        Assert.StartsWith("403 Forbidden (", first.Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_empty_field_offers_what_people_ask_for_most()
    {
        var offered = await Bot.Types("status", "code", "");

        Assert.Equal(25, offered.Count);
        Assert.Contains("404", offered.Take(3).Select(choice => choice.Value));
    }

    [Fact]
    public async Task Of_a_number_that_nobody_registered_offers_it_all_the_same() =>
        Assert.Equal("477", (await Bot.Types("status", "code", "477"))[0].Value);

    [Theory]
    [InlineData("401 40", "401 403")]
    [InlineData("401,40", "401 403")]
    [InlineData("401 vs 40", "401 403")]
    [InlineData("401 forb", "401 403")]
    [InlineData("500 502 ", "500 502 503")]
    [InlineData("403 401", "403 401")]
    public async Task Of_a_comparison_keeps_what_is_typed_and_offers_known_ones_first(string text, string first) =>
        Assert.Equal(first, (await Bot.Types("compare", "codes", text))[0].Value);

    [Fact]
    public async Task Of_a_comparison_offers_other_codes_behind_the_known_ones()
    {
        var offered = (await Bot.Types("compare", "codes", "401 40")).Select(choice => choice.Value).ToArray();

        Assert.Contains("401 404", offered);
        Assert.DoesNotContain("401 401", offered);
        Assert.All(offered, value => Assert.StartsWith("401 ", value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_an_empty_comparison_offers_known_ones() =>
        Assert.All((await Bot.Types("compare", "codes", "")).Take(5), choice => Assert.Contains(' ', choice.Value));

    [Theory]
    [InlineData("weather", "code", "4")]
    [InlineData("about", "code", "4")]
    [InlineData("list", "class", "4")]
    public async Task Of_what_is_not_completed_offers_nothing(string command, string option, string text) =>
        Assert.Empty(await Bot.Types(command, option, text));
}
