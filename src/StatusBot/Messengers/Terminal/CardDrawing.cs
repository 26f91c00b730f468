using Spectre.Console;
using Spectre.Console.Rendering;
using StatusBot.Catalog;
using StatusBot.Conversation;
using StatusBot.Texts;

namespace StatusBot.Messengers.Terminal;

/// <summary>Draws a card, and below it the commands that lead on, on a screen.</summary>
internal sealed class CardDrawing(TerminalScreen screen)
{
    // Narrower columns than half of this break every line of a field.
    private const int WidthForColumns = 80;
    private const int BetweenColumns = 4;
    private const string Indent = "  ";

    private static readonly Style Heading = new(decoration: Decoration.Bold);
    private static readonly Style Dim = new(decoration: Decoration.Dim);
    private static readonly Verbatim Gap = new("");

    private readonly TextDrawing _text = new(screen.IsStyled);

    /// <summary>Draws the card and the commands.</summary>
    /// <param name="card">The card.</param>
    /// <param name="next">The commands that lead on.</param>
    /// <param name="language">The language of the card.</param>
    public void Draw(Card card, IReadOnlyList<NextCommand> next, Language language)
    {
        var sections = new List<IEnumerable<IRenderable>> { Top(card), _text.Draw(card.Description, "") };
        sections.AddRange(Rows(card.Fields));
        sections.Add(card.Footer.Length > 0 ? [new Flowing("", new Paragraph(Markdown.Printable(card.Footer), Dim))] : []);
        sections.Add(next.Count > 0 ? [new Verbatim(BotTexts.In(language).NextCommands, Heading), .. Commands(next)] : []);

        var drawn = sections.Select(section => section.ToArray()).Where(section => section.Length > 0);
        screen.Draw(drawn.SelectMany(section => section.Append(Gap)));
    }

    private static IEnumerable<IRenderable> Top(Card card)
    {
        if (card.Title.Length > 0)
            yield return new Flowing("", new Paragraph(Markdown.Printable(card.Title), new Style(ColorOf(card.Color), decoration: Decoration.Bold)));
        if (card.Link is not null)
            yield return new Verbatim(card.Link.ToString(), Dim);
    }

    // Inline fields that follow each other stand side by side where there is room.
    private IEnumerable<IEnumerable<IRenderable>> Rows(IReadOnlyList<CardField> fields)
    {
        for (var i = 0; i < fields.Count;)
        {
            var beside = fields.Skip(i).TakeWhile(field => field.IsInline && screen.Width >= WidthForColumns).ToArray();
            yield return beside.Length > 1 ? [SideBySide(beside)] : Draw(fields[i]);
            i += Math.Max(1, beside.Length);
        }
    }

    private Grid SideBySide(IReadOnlyList<CardField> fields)
    {
        var grid = new Grid();
        foreach (var _ in fields)
            grid.AddColumn(new GridColumn { Width = (screen.Width / fields.Count) - BetweenColumns, Padding = new Padding(0, 0, BetweenColumns, 0) });
        return grid.AddRow([.. fields.Select(field => new Rows(Draw(field)))]);
    }

    private IEnumerable<IRenderable> Draw(CardField field) =>
        [new Flowing("", new Paragraph(Markdown.Printable(field.Name), Heading)), .. _text.Draw(field.Value, Indent)];

    // What a button says stands beside its command, where there is room.
    private IEnumerable<IRenderable> Commands(IReadOnlyList<NextCommand> next)
    {
        var widest = next.Max(command => command.Line.Length);
        foreach (var command in next)
        {
            var line = Indent + command.Line;
            var labelled = Indent + command.Line.PadRight(widest) + Indent + Markdown.Printable(command.Label);
            yield return new Verbatim(command.Label.Length > 0 && new Segment(labelled).CellCount() <= screen.Width ? labelled : line);
        }
    }

    // As on Discord.
    private static Color ColorOf(CardColor color) => color switch
    {
        CardColor.Informational => new Color(0x6B, 0x7A, 0x90),
        CardColor.Successful => new Color(0x2E, 0x9E, 0x5B),
        CardColor.Redirection => new Color(0x3B, 0x82, 0xF6),
        CardColor.ClientError => new Color(0xE0, 0x8A, 0x00),
        CardColor.ServerError => new Color(0xD9, 0x36, 0x36),
        CardColor.Other => new Color(0x8A, 0x6F, 0xB0),
        _ => Color.Default,
    };
}
