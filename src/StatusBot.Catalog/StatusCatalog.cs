using System.Collections.Frozen;
using StatusBot.Catalog.Checks;
using StatusBot.Catalog.Loading;
using StatusBot.Catalog.Lookup;

namespace StatusBot.Catalog;

/// <summary>The catalogue, read once from the data files that are embedded in this assembly.</summary>
public sealed class StatusCatalog : IStatusCatalog
{
    private readonly FrozenDictionary<int, StatusCode> _codes;
    private readonly FrozenDictionary<string, Comparison> _comparisons;
    private readonly FrozenDictionary<string, SourceDocument> _sources;
    private readonly FrozenDictionary<int, IReadOnlyList<Comparison>> _comparisonsOf;
    private readonly NameIndex _names;

    internal StatusCatalog(CatalogData data)
    {
        Codes = [.. data.Codes.Select(file => file.Value).OrderBy(code => code.Code)];
        Comparisons = [.. data.Comparisons.Select(file => file.Value).OrderBy(comparison => comparison.Codes[0]).ThenBy(comparison => comparison.Codes.Count)];
        Sources = [.. data.Sources.Select(file => file.Value).OrderBy(source => source.Name, StringComparer.Ordinal)];

        _codes = Codes.ToFrozenDictionary(code => code.Code);
        _comparisons = Comparisons.ToFrozenDictionary(comparison => comparison.Key, StringComparer.Ordinal);
        _sources = Sources.ToFrozenDictionary(source => source.Name, StringComparer.Ordinal);
        _comparisonsOf = Comparisons
            .SelectMany(comparison => comparison.Codes.Select(code => (code, comparison)))
            .GroupBy(pair => pair.code, pair => pair.comparison)
            .ToFrozenDictionary(group => group.Key, group => ClosestFirst(_codes[group.Key], group));
        _names = new NameIndex(Codes);
    }

    /// <inheritdoc/>
    public IReadOnlyList<StatusCode> Codes { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Comparison> Comparisons { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SourceDocument> Sources { get; }

    /// <summary>Reads the embedded data files.</summary>
    /// <exception cref="CatalogException">A file is broken, or the files contradict each other; the message names each file and field.</exception>
    public static StatusCatalog Load()
    {
        var data = CatalogReader.ReadEmbedded();
        CatalogChecks.ThrowIfBroken(data);
        return new StatusCatalog(data);
    }

    /// <inheritdoc/>
    public StatusCode? Get(int code) => _codes.GetValueOrDefault(code);

    /// <inheritdoc/>
    public Comparison? Compare(IEnumerable<int> codes) => _comparisons.GetValueOrDefault(Comparison.KeyOf(codes));

    /// <inheritdoc/>
    public IReadOnlyList<Comparison> ComparisonsOf(int code) => _comparisonsOf.GetValueOrDefault(code, []);

    /// <inheritdoc/>
    public Uri LinkTo(Citation citation) => _sources[citation.Document].LinkTo(citation.Section);

    /// <inheritdoc/>
    public LookupResult Find(string text) => _names.Find(Bounded(text));

    /// <inheritdoc/>
    public IReadOnlyList<LookupResult> FindAll(string text) =>
        [.. CodeListReader.Read(Bounded(text), _names.Find).Take(IStatusCatalog.MostListed)];

    /// <inheritdoc/>
    public IReadOnlyList<StatusCode> Complete(string text, int limit) => _names.Complete(Bounded(text), limit);

    // The code's own file says which codes are closest to it.
    private static IReadOnlyList<Comparison> ClosestFirst(StatusCode code, IEnumerable<Comparison> comparisons)
    {
        var related = code.Related.Select((number, at) => (number, at)).ToDictionary(pair => pair.number, pair => pair.at);
        return
        [
            .. comparisons
                .OrderBy(comparison => comparison.Codes.Min(other => related.GetValueOrDefault(other, int.MaxValue)))
                .ThenBy(comparison => comparison.Codes.Count),
        ];
    }

    private static string Bounded(string text) => text.Length <= 6000 ? text : text[..6000];
}
