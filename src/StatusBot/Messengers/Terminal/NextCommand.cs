using StatusBot.Catalog;
using StatusBot.Conversation;

namespace StatusBot.Messengers.Terminal;

/// <summary>A command to type where other messengers have a button.</summary>
/// <param name="Line">What to type.</param>
/// <param name="Label">What the button says; empty when the command says it all.</param>
internal sealed record NextCommand(string Line, string Label)
{
    /// <summary>The commands for a card's controls.</summary>
    /// <param name="controls">The controls.</param>
    /// <param name="verbs">What can be typed; a button that none of them stands for is left out, as the one that deletes a card.</param>
    /// <param name="language">The language of the card; a button that leads to another is left out.</param>
    /// <param name="isLanguageChosen">Whether the language has to be typed, too.</param>
    public static IReadOnlyList<NextCommand> Of(Controls controls, IReadOnlyList<TerminalVerb> verbs, Language language, bool isLanguageChosen)
    {
        var suffix = isLanguageChosen ? $" {TerminalParser.LanguageOption} {CommonOptions.ValueOf(language)}" : "";
        return
        [
            .. controls.Rows.SelectMany(Actions)
                .Where(known => known.Action.Language == language)
                .Select(known => (Line: LineOf(known.Action, verbs), known.Label))
                .Where(known => known.Line is not null)
                .Select(known => new NextCommand(known.Line + suffix, SaysMore(known.Label, known.Line!) ? known.Label : "")),
        ];
    }

    // A menu is one command with its first choice, from which the others can be told.
    private static IEnumerable<(CardAction Action, string Label)> Actions(ControlRow row) => row switch
    {
        ControlRow.Buttons buttons => buttons.Items.Select(button => (button.Action, button.Label)),
        ControlRow.Menu menu => [(menu.Action with { Arguments = [.. menu.Action.Arguments, menu.Items[0].Value] }, menu.Prompt)],
        _ => [],
    };

    // status ["403", "example"] is typed "status 403 --view example", compare ["401-403"] "compare 401 403".
    private static string? LineOf(CardAction action, IReadOnlyList<TerminalVerb> verbs) =>
        (verbs.FirstOrDefault(verb => verb.Name == action.Command), action.Arguments) switch
        {
            ({ Option: null } verb, []) => verb.Name,
            ({ Option: not null } verb, [var words]) => $"{verb.Name} {words.Replace('-', ' ')}",
            ({ Option: not null, Turn: { } turn } verb, [var words, var value]) => $"{verb.Name} {words} --{turn.Name} {value}",
            _ => null,
        };

    // "401 vs 403" beside "compare 401 403" does not.
    private static bool SaysMore(string label, string line) =>
        label.Split(' ').Except(["vs"], StringComparer.Ordinal).Except(line.Split(' '), StringComparer.Ordinal).Any();
}
