using System.Globalization;

namespace StatusBot.Catalog;

/// <summary>A document that facts come from; one file of <c>Data/sources</c>.</summary>
public sealed record SourceDocument
{
    /// <summary>The short name that citations use: <c>RFC 9110</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The document's own title.</summary>
    public required string Title { get; init; }

    /// <summary>Who publishes it.</summary>
    public required string Publisher { get; init; }

    /// <summary>What kind of document it is.</summary>
    public required SourceKind Kind { get; init; }

    /// <summary>The page that everyone can open; always https.</summary>
    public required Uri Url { get; init; }

    /// <summary>What is appended to <see cref="Url"/> for a section, with <c>{0}</c> in its place; null where sections have no link.</summary>
    public string? Section { get; init; }

    /// <summary>The month in which it was published (<c>2022-06</c>), where it says so.</summary>
    public string? Dated { get; init; }

    /// <summary>All its sections, where they are known; else empty.</summary>
    public IReadOnlyList<string> Sections { get => field ?? []; init; }

    /// <summary>The ecosystems whose names of codes were taken from it, as <see cref="CodeNames"/> calls them.</summary>
    public IReadOnlyList<string> NamesOf { get => field ?? []; init; }

    /// <summary>The link to <paramref name="section"/>, or to the whole document. A section may be a path; its slashes stay.</summary>
    public Uri LinkTo(string? section) => section is null || Section is null
        ? Url
        : new Uri(Url + string.Format(CultureInfo.InvariantCulture, Section, Uri.EscapeDataString(section).Replace("%2F", "/", StringComparison.Ordinal)));
}

/// <summary>Kinds of documents that a fact may rest on.</summary>
public enum SourceKind
{
    /// <summary>A published RFC.</summary>
    Rfc,

    /// <summary>A registry of IANA.</summary>
    Registry,

    /// <summary>An Internet-Draft or another document that is still being written.</summary>
    Draft,

    /// <summary>A standard of another body, such as the WHATWG.</summary>
    Standard,

    /// <summary>The documentation of the product that it speaks of.</summary>
    Vendor,

    /// <summary>The source code of the product that it speaks of.</summary>
    Code,

    /// <summary>A reference work, such as MDN.</summary>
    Reference,
}
