namespace StatusBot.Catalog;

/// <summary>Where a fact stands: a document of <c>Data/sources</c> and, mostly, a section of it.</summary>
/// <param name="Document">The document's name, as its source file gives it: <c>RFC 9110</c>.</param>
/// <param name="Section">The section as the document numbers or names it (<c>15.5.4</c>), or null for the whole.</param>
/// <remarks>Written in data files as a reader would: <c>RFC 9110 §15.5.4</c>.</remarks>
public readonly record struct Citation(string Document, string? Section)
{
    private const string SectionMark = " §";

    /// <summary>Reads <c>RFC 9110 §15.5.4</c> or <c>MDN 403</c>.</summary>
    public static Citation Parse(string text)
    {
        var mark = text.IndexOf(SectionMark, StringComparison.Ordinal);
        return mark < 0
            ? new Citation(text, null)
            : new Citation(text[..mark], text[(mark + SectionMark.Length)..]);
    }

    /// <summary>As it is written: <c>RFC 9110 §15.5.4</c>.</summary>
    public override string ToString() => Section is null ? Document : Document + SectionMark + Section;
}
