using System.Globalization;
using StatusBot.Catalog.Lookup;

namespace StatusBot.Catalog.Tests;

/// <summary>What autocomplete offers while a code is being typed.</summary>
public sealed class Completing_what_is_typed
{
    private const int Most = 25;

    [Fact]
    public void A_prefix_of_a_number_offers_common_codes_before_rare_ones() =>
        Assert.Equal([404, 401, 403, 400], Offered("40").Take(4));

    [Fact]
    public void An_exact_number_comes_first() => Assert.Equal(410, Offered("410")[0]);

    [Fact]
    public void Nothing_typed_offers_what_people_ask_for_most() =>
        Assert.Equal(TheCatalog.Instance.Codes.OrderByDescending(code => code.Popularity).Take(10).Select(code => code.Code), Offered("").Take(10));

    [Fact]
    public void A_class_offers_its_codes_only() =>
        Assert.All(Offered("4xx"), code => Assert.Equal(4, code / 100));

    [Theory]
    [InlineData("forb", 403)]
    [InlineData("not f", 404)]
    [InlineData("requests", 429)]
    [InlineData("forbbi", 403)]
    [InlineData("권", 403)]
    [InlineData("궈", 403)]
    [InlineData("권한", 403)]
    [InlineData("찾을 수", 404)]
    [InlineData("게이트웨", 502)]
    [InlineData("Statu", 200)]
    public void A_half_typed_name_finds_its_code_among_the_first_five(string text, int code) =>
        Assert.Contains(code, text == "Statu" ? Offered(text) : Offered(text).Take(5));

    [Fact]
    public void Whatever_look_up_finds_stands_among_the_first_five()
    {
        var missing = Finding_a_code.Typed()
            .Select(row => (Text: row.Data.Item1, Code: row.Data.Item2))
            .Concat(AllNames())
            .Where(typed => TheCatalog.Instance.Find(typed.Text) is LookupResult.Found found && found.Code.Code == typed.Code)
            .Where(typed => !Offered(typed.Text).Take(5).Contains(typed.Code));
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_name_in_the_catalogue_leads_to_its_code() =>
        Assert.Empty(AllNames().Where(name => !Offered(name.Text).Contains(name.Code)));

    private static IEnumerable<(string Text, int Code)> AllNames() => TheCatalog.Instance.Codes.SelectMany(code =>
        code.Meanings.SelectMany(meaning => (string[])
            [
                meaning.Phrase.En, meaning.Phrase.Ko, .. meaning.Aliases.En, .. meaning.Aliases.Ko,
                .. meaning.FormerPhrases.Select(former => former.Phrase),
            ])
            .Concat(code.Names?.All ?? [])
            .Append(code.Code.ToString(CultureInfo.InvariantCulture))
            .Select(name => (name, code.Code)));

    private static IReadOnlyList<int> Offered(string text) =>
        [.. TheCatalog.Instance.Complete(text, Most).Select(code => code.Code)];
}
