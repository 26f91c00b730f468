namespace StatusBot.Catalog.Loading;

/// <summary>A data file as it was read: where it stands and what it says.</summary>
/// <param name="File">Its path below the catalogue: <c>Data/codes/403.json</c>.</param>
/// <param name="Value">What it says.</param>
internal sealed record DataFile<T>(string File, T Value);

/// <summary>All data files, read but not yet held against each other.</summary>
internal sealed record CatalogData(
    IReadOnlyList<DataFile<StatusCode>> Codes,
    IReadOnlyList<DataFile<Comparison>> Comparisons,
    IReadOnlyList<DataFile<SourceDocument>> Sources,
    IReadOnlyList<RegisteredCode> Registry);

/// <summary>A row of IANA's registry.</summary>
/// <param name="Code">The number.</param>
/// <param name="Phrase">The description.</param>
/// <param name="Reference">The document that defines it, with the section where the registry names one.</param>
internal sealed record RegisteredCode(int Code, string Phrase, string Reference);

/// <summary>Something wrong with a data file.</summary>
/// <param name="File">The file.</param>
/// <param name="Field">The field, as a path: <c>meanings[0].phrase.ko</c>.</param>
/// <param name="Problem">What is wrong, and what to do.</param>
public sealed record Finding(string File, string Field, string Problem)
{
    /// <summary>One line: file, field, problem.</summary>
    public override string ToString() => $"{File}: {Field}: {Problem}";
}

/// <summary>The data files do not make a catalogue. The message has a line for each finding.</summary>
public sealed class CatalogException : Exception
{
    /// <summary>Made from what was found.</summary>
    public CatalogException(IReadOnlyList<Finding> findings)
        : base(string.Join(Environment.NewLine, findings)) => Findings = findings;

    /// <summary>What is wrong, file by file.</summary>
    public IReadOnlyList<Finding> Findings { get; }
}
