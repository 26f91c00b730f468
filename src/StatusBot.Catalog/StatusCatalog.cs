using StatusBot.Catalog.Loading;
using StatusBot.Catalog.Lookup;
using StatusBot.Catalog.Reading;
using StatusBot.Catalog.Search;

namespace StatusBot.Catalog;

/// <summary>The catalogue, read once from the data files that are embedded in this assembly.</summary>
public sealed class StatusCatalog : IStatusCatalog
{
    private readonly Dictionary<int, StatusCode> _codes = [];
    private readonly Dictionary<string, Comparison> _comparisons = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceDocument> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<Comparison>> _comparisonsOf = [];
    private readonly NameIndex _names;
    private readonly Lazy<SymptomSearch> _search;
    private readonly Lazy<EvidenceReader> _reader;

    // Loops rather than queries: this runs at every start, and each query over other types is compiled anew.
    internal StatusCatalog(CatalogData data)
    {
        var findings = new List<Finding>();
        AddCodes(data.Codes, findings);
        AddComparisons(data.Comparisons, findings);
        AddSources(data.Sources, findings);
        if (findings.Count > 0)
            throw new CatalogException(findings);

        Codes = Sorted(_codes.Values, (one, other) => one.Code.CompareTo(other.Code));
        Comparisons = Sorted(_comparisons.Values, ByCodes);
        Sources = Sorted(_sources.Values, (one, other) => string.CompareOrdinal(one.Name, other.Name));
        foreach (var comparison in Comparisons)
        {
            foreach (var code in comparison.Codes)
            {
                if (!_comparisonsOf.TryGetValue(code, out var comparisons))
                    _comparisonsOf.Add(code, comparisons = []);
                comparisons.Add(comparison);
            }
        }

        foreach (var code in Codes)
        {
            if (_comparisonsOf.TryGetValue(code.Code, out var comparisons))
                comparisons.Sort((one, other) => ClosestFirst(code, one, other));
        }

        _names = new NameIndex(_codes);
        _search = new Lazy<SymptomSearch>(() => new SymptomSearch(Codes, Comparisons));
        _reader = new Lazy<EvidenceReader>(() => new EvidenceReader(Codes));
    }

    /// <inheritdoc/>
    public IReadOnlyList<StatusCode> Codes { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Comparison> Comparisons { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SourceDocument> Sources { get; }

    /// <summary>Reads the embedded data files.</summary>
    /// <remarks>
    /// Of the rules that hold between files, only those are checked without which nothing could be looked up; whether each citation
    /// resolves, and all else, is for the tests and for <c>catalog check</c>, which read the same files.
    /// </remarks>
    /// <exception cref="CatalogException">A file is broken, or the files contradict each other; the message names each file and field.</exception>
    public static StatusCatalog Load() => new(CatalogReader.ReadEmbedded());

    /// <inheritdoc/>
    public StatusCode? Get(int code) => _codes.GetValueOrDefault(code);

    /// <inheritdoc/>
    public Comparison? Compare(IEnumerable<int> codes) => _comparisons.GetValueOrDefault(Comparison.KeyOf(codes));

    /// <inheritdoc/>
    public IReadOnlyList<Comparison> ComparisonsOf(int code) => _comparisonsOf.TryGetValue(code, out var comparisons) ? comparisons : [];

    /// <inheritdoc/>
    public Uri LinkTo(Citation citation) => _sources[citation.Document].LinkTo(citation.Section);

    /// <inheritdoc/>
    public LookupResult Find(string text) => _names.Find(Bounded(text));

    /// <inheritdoc/>
    public IReadOnlyList<LookupResult> FindAll(string text) =>
        [.. CodeListReader.Read(Bounded(text), _names.Find).Take(IStatusCatalog.MostListed)];

    /// <inheritdoc/>
    public IReadOnlyList<StatusCode> Complete(string text, int limit) => _names.Complete(Bounded(text), limit);

    /// <inheritdoc/>
    public SearchResult Search(string symptom) => _search.Value.Find(symptom);

    /// <inheritdoc/>
    public Evidence Read(string text) => _reader.Value.Read(text);

    /// <inheritdoc/>
    public Task<Evidence> ReadAsync(TextReader text, CancellationToken cancellationToken) => _reader.Value.ReadAsync(text, cancellationToken);

    private void AddCodes(IReadOnlyList<DataFile<StatusCode>> files, List<Finding> findings)
    {
        foreach (var file in files)
        {
            if (!_codes.TryAdd(file.Value.Code, file.Value))
                findings.Add(new Finding(file.File, "code", $"is {file.Value.Code}, as in another file; keep one of them"));
            if (file.Value.Meanings.Count == 0)
                findings.Add(new Finding(file.File, "meanings", "is empty; say at least what the code means to one owner"));
        }

        foreach (var file in files)
            AllKnown(file.File, "related", file.Value.Related, findings);
    }

    private void AddComparisons(IReadOnlyList<DataFile<Comparison>> files, List<Finding> findings)
    {
        foreach (var file in files)
        {
            if (!_comparisons.TryAdd(file.Value.Key, file.Value))
                findings.Add(new Finding(file.File, "codes", "are those of another file too; keep one of them"));
            if (file.Value.Codes.Count < 2)
                findings.Add(new Finding(file.File, "codes", "holds fewer than two codes"));
            AllKnown(file.File, "codes", file.Value.Codes, findings);
        }
    }

    private void AddSources(IReadOnlyList<DataFile<SourceDocument>> files, List<Finding> findings)
    {
        foreach (var file in files)
        {
            if (!_sources.TryAdd(file.Value.Name, file.Value))
                findings.Add(new Finding(file.File, "name", $"\"{file.Value.Name}\" is the name of another source file too; keep one of them"));
        }
    }

    private void AllKnown(string file, string field, IReadOnlyList<int> codes, List<Finding> findings)
    {
        for (var i = 0; i < codes.Count; i++)
        {
            if (!_codes.ContainsKey(codes[i]))
                findings.Add(new Finding(file, $"{field}[{i}]", $"names {codes[i]}, which has no file; add Data/codes/{codes[i]}.json or take it out"));
        }
    }

    private static T[] Sorted<T>(ICollection<T> values, Comparison<T> order)
        where T : class
    {
        var sorted = new T[values.Count];
        values.CopyTo(sorted, 0);
        Array.Sort(sorted, order);
        return sorted;
    }

    private static int ByCodes(Comparison one, Comparison other)
    {
        var order = one.Codes[0].CompareTo(other.Codes[0]);
        if (order == 0)
            order = one.Codes.Count.CompareTo(other.Codes.Count);
        for (var i = 1; order == 0 && i < one.Codes.Count; i++)
            order = one.Codes[i].CompareTo(other.Codes[i]);
        return order;
    }

    // The code's own file says which codes are closest to it.
    private static int ClosestFirst(StatusCode code, Comparison one, Comparison other)
    {
        var order = Closeness(code, one).CompareTo(Closeness(code, other));
        if (order == 0)
            order = one.Codes.Count.CompareTo(other.Codes.Count);
        return order == 0 ? ByCodes(one, other) : order;
    }

    private static int Closeness(StatusCode code, Comparison comparison)
    {
        for (var i = 0; i < code.Related.Count; i++)
        {
            if (Contains(comparison.Codes, code.Related[i]))
                return i;
        }

        return int.MaxValue;
    }

    private static bool Contains(IReadOnlyList<int> codes, int code)
    {
        for (var i = 0; i < codes.Count; i++)
        {
            if (codes[i] == code)
                return true;
        }

        return false;
    }

    private static string Bounded(string text) => text.Length <= 6000 ? text : text[..6000];
}
