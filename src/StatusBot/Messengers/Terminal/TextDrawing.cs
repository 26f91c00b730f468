using Spectre.Console;
using Spectre.Console.Rendering;

namespace StatusBot.Messengers.Terminal;

/// <summary>
/// Draws a text with markdown. In styles where there are styles; else as people write without: a bold lead ends in a colon, code
/// stands in its marks, an address on a line of its own.
/// </summary>
internal sealed class TextDrawing(bool isStyled)
{
    private const string ItemLead = "• ";

    private static readonly Style CodeStyle = new(Color.Teal);

    /// <summary>The parts of a text, one below the other.</summary>
    /// <param name="text">The text.</param>
    /// <param name="indent">How far it is indented.</param>
    public IEnumerable<IRenderable> Draw(string text, string indent) => Markdown.Read(text).SelectMany(block => block switch
    {
        MarkdownBlock.Code code => code.Lines.Select(line => new Verbatim(indent + line, isStyled ? CodeStyle : Style.Plain)),
        MarkdownBlock.Line line => Draw(line, indent),
        _ => Enumerable.Empty<IRenderable>(),
    });

    private IEnumerable<IRenderable> Draw(MarkdownBlock.Line line, string indent)
    {
        var lead = line.IsItem ? indent + ItemLead : indent;
        var paragraph = new Paragraph();
        for (var i = 0; i < line.Spans.Count; i++)
        {
            var span = line.Spans[i];
            if (!isStyled)
                paragraph.Append(Plainly(span, isLead: i == 0 && line.Spans.Count > 1, isAlone: line.Spans.Count == 1));
            else if (span.Link is { } link)
                paragraph.Append(span.Text, StyleOf(span), new Link(link));
            else
                paragraph.Append(span.Text, StyleOf(span));
        }

        yield return new Flowing(lead, paragraph);
        if (isStyled)
            yield break;
        foreach (var address in line.Spans.Select(span => span.Link).OfType<string>())
            yield return new Verbatim(new string(' ', lead.Length) + address);
    }

    private static Style StyleOf(MarkdownSpan span)
    {
        var decoration = span.Link is null ? Decoration.None : Decoration.Underline;
        if (span.Style.HasFlag(MarkdownStyle.Bold))
            decoration |= Decoration.Bold;
        if (span.Style.HasFlag(MarkdownStyle.Italic))
            decoration |= Decoration.Italic;
        return new Style(span.Style.HasFlag(MarkdownStyle.Code) ? CodeStyle.Foreground : null, decoration: decoration);
    }

    private static string Plainly(MarkdownSpan span, bool isLead, bool isAlone) => span.Style switch
    {
        var style when style.HasFlag(MarkdownStyle.Code) && !isAlone => $"`{span.Text}`",
        MarkdownStyle.Bold when isLead && char.IsLetterOrDigit(span.Text[^1]) => $"{span.Text}:",
        _ => span.Text,
    };
}
