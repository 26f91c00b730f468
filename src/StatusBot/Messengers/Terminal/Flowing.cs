using Spectre.Console;
using Spectre.Console.Rendering;

namespace StatusBot.Messengers.Terminal;

/// <summary>A text that flows in lines of the terminal's width, all but the first below its beginning: <c>• a cause</c>.</summary>
/// <param name="lead">What stands before the first line; the others are indented by as much.</param>
/// <param name="text">The text.</param>
internal sealed class Flowing(string lead, Paragraph text) : IRenderable
{
    /// <inheritdoc/>
    public Measurement Measure(RenderOptions options, int maxWidth)
    {
        var own = ((IRenderable)text).Measure(options, maxWidth - lead.Length);
        return new Measurement(own.Min + lead.Length, own.Max + lead.Length);
    }

    /// <inheritdoc/>
    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        if (text.Length == 0)
            yield return Segment.LineBreak;

        var before = lead;
        foreach (var line in Segment.SplitLines(((IRenderable)text).Render(options, maxWidth - lead.Length)))
        {
            yield return new Segment(before);
            foreach (var segment in line)
                yield return segment;
            yield return Segment.LineBreak;
            before = new string(' ', lead.Length);
        }
    }
}

/// <summary>A line that is longer than the terminal rather than broken: code and addresses, which people copy.</summary>
internal sealed class Verbatim(string line, Style? style = null) : IRenderable
{
    /// <inheritdoc/>
    public Measurement Measure(RenderOptions options, int maxWidth)
    {
        var width = new Segment(line).CellCount();
        return new Measurement(width, width);
    }

    /// <inheritdoc/>
    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => [new Segment(line, style ?? Style.Plain), Segment.LineBreak];
}
