namespace StatusBot.Catalog.Tests;

/// <summary>The catalogue beside a dated copy of IANA's registry, and beside what the RFCs say of all codes together.</summary>
public sealed class Iana_registry
{
    [Fact]
    public void Has_64_codes_and_all_of_them_are_known()
    {
        Assert.Equal(64, TheCatalog.Data.Registry.Count);
        Assert.All(TheCatalog.Data.Registry, row => Assert.NotNull(TheCatalog.Instance.Get(row.Code)));
    }

    [Fact]
    public void Exactly_the_codes_of_RFC_9110_15_1_and_RFC_7725_3_may_be_stored_by_default() => Assert.Equal(
        [200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 451, 501],
        TheCatalog.Instance.Codes.Where(code => code.Main is { Owner: "IANA", Cache.ByDefault: true }).Select(code => code.Code));

    [Fact]
    public void What_may_have_been_carried_out_is_never_repeated_blindly() => Assert.Empty(
        // RFC 9110 §9.2.2: a client should not retry a request with a non-idempotent method unless it knows that it is safe.
        TheCatalog.Instance.Codes
            .Where(code => code.Code is 500 or 502 or 504)
            .Where(code => code.Main.Retry is not { NonIdempotent: RetryVerdict.CheckFirst }));
}
