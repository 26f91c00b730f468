using System.Globalization;

namespace StatusBot.Catalog.Tests;

/// <summary>The catalogue beside a dated copy of IANA's registry (tests/fixtures/iana).</summary>
public sealed class Iana_registry
{
    private static readonly IReadOnlyList<(int Code, string Phrase, string Reference)> Rows =
        [.. File.ReadLines(Path.Combine(Repository.Root, "tests", "fixtures", "iana", "http-status-codes-1.csv"))
            .Skip(1)
            .Select(line => line.Split(',', 3))
            .Select(cells => (int.Parse(cells[0], CultureInfo.InvariantCulture), cells[1], cells[2].Trim('"')))];

    [Fact]
    public void Every_registered_code_is_known_by_its_phrase() => Assert.Equal(
        Rows.Select(row => (row.Code, row.Phrase)),
        Rows.Select(row => (row.Code, TheCatalog.Instance.Get(row.Code)?.Main.Phrase.En ?? "missing")));

    [Fact]
    public void Every_registered_code_cites_the_document_that_the_registry_names() => Assert.Empty(
        Rows.Select(row => (row.Code, row.Reference, Source: TheCatalog.Instance.Get(row.Code)!.Main.Source))
            .Where(row => row.Source.Document != row.Reference.Split(" §")[0]
                || (row.Reference.Contains('§', StringComparison.Ordinal) && row.Source.ToString() != row.Reference)));

    [Fact]
    public void Only_registered_codes_claim_to_be_IANAs() => Assert.Equal(
        Rows.Select(row => row.Code),
        TheCatalog.Instance.Codes.Where(code => code.Meanings.Any(meaning => meaning.Owner == "IANA")).Select(code => code.Code));

    [Fact]
    public void Exactly_the_codes_of_RFC_9110_15_1_and_RFC_7725_3_may_be_stored_by_default() => Assert.Equal(
        [200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 451, 501],
        TheCatalog.Instance.Codes.Where(code => code.Main is { Owner: "IANA", Cache.ByDefault: true }).Select(code => code.Code));
}
