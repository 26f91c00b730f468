using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace StatusBot.Messengers.Terminal;

/// <summary>
/// Reads the markdown of our cards, which is Discord's: lines, lists and code blocks, and in them code, bold, italics and links.
/// Nothing that would control a terminal is left in what it gives.
/// </summary>
internal static partial class Markdown
{
    private const string Fence = "```";
    private const string Bullet = "- ";
    private const string Tab = "    ";
    private const int ZeroWidthJoiner = 0x200D; // holds an emoji together

    /// <summary>The blocks of a text, in order.</summary>
    public static IEnumerable<MarkdownBlock> Read(string text)
    {
        if (text.Length == 0)
            yield break;

        var code = default(List<string>);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(Printable))
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                if (code is not null)
                    yield return new MarkdownBlock.Code(code);
                code = code is null ? [] : null;
            }
            else if (code is not null)
            {
                code.Add(line);
            }
            else
            {
                yield return line.StartsWith(Bullet, StringComparison.Ordinal)
                    ? new MarkdownBlock.Line([.. Spans(line[Bullet.Length..])], IsItem: true)
                    : new MarkdownBlock.Line([.. Spans(line)], IsItem: false);
            }
        }

        if (code is not null)
            yield return new MarkdownBlock.Code(code);
    }

    /// <summary>The text without what controls a terminal: escape codes, and marks that turn the direction of writing.</summary>
    public static string Printable(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\t", Tab, StringComparison.Ordinal).EnumerateRunes())
        {
            if (rune.Value == ZeroWidthJoiner || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
                kept.Append(rune.ToString());
        }

        return kept.ToString();
    }

    private static IEnumerable<MarkdownSpan> Spans(string text, MarkdownStyle around = MarkdownStyle.Plain)
    {
        var at = 0;
        foreach (Match mark in Marks().Matches(text))
        {
            if (mark.Index > at)
                yield return new MarkdownSpan(text[at..mark.Index], around);
            at = mark.Index + mark.Length;

            if (mark.Groups["code"] is { Success: true, Value: var code })
                yield return new MarkdownSpan(code, around | MarkdownStyle.Code);
            if (mark.Groups["text"] is { Success: true, Value: var linked })
                yield return new MarkdownSpan(linked, around) { Link = mark.Groups["url"].Value };
            // Marks stand in one another: bold words with code among them.
            var inner = mark.Groups["bold"] is { Success: true, Value: var bold } ? Spans(bold, around | MarkdownStyle.Bold)
                : mark.Groups["italic"] is { Success: true, Value: var italic } ? Spans(italic, around | MarkdownStyle.Italic)
                : [];
            foreach (var span in inner)
                yield return span;
        }

        if (at < text.Length)
            yield return new MarkdownSpan(text[at..], around);
    }

    [GeneratedRegex(@"`(?<code>[^`]+)`|\*\*(?<bold>(?:`[^`]*`|[^*`])+)\*\*|\*(?<italic>(?:`[^`]*`|[^*`])+)\*|\[(?<text>[^\[\]]+)\]\((?<url>https?://[^\s()]+)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Marks();
}

/// <summary>A part of a text that stands for itself.</summary>
internal abstract record MarkdownBlock
{
    private MarkdownBlock()
    {
    }

    /// <summary>A line, or an item of a list.</summary>
    public sealed record Line(IReadOnlyList<MarkdownSpan> Spans, bool IsItem) : MarkdownBlock;

    /// <summary>A code block.</summary>
    public sealed record Code(IReadOnlyList<string> Lines) : MarkdownBlock;
}

/// <summary>A run of letters of one style.</summary>
internal sealed record MarkdownSpan(string Text, MarkdownStyle Style)
{
    /// <summary>Where it leads; null for nowhere.</summary>
    public string? Link { get; init; }
}

/// <summary>How letters look.</summary>
[Flags]
internal enum MarkdownStyle
{
    /// <summary>As all others.</summary>
    Plain = 0,

    /// <summary>Bold.</summary>
    Bold = 1,

    /// <summary>Italic.</summary>
    Italic = 2,

    /// <summary>Code.</summary>
    Code = 4,
}
