namespace StatusBot.Messengers.Terminal;

/// <summary>A command of the bot's as it is typed in a terminal. To add one, list it here.</summary>
/// <param name="Name">The command's name.</param>
/// <param name="Option">The command's option that the words after it fill in; null when it takes none.</param>
internal sealed record TerminalVerb(string Name, string? Option = null)
{
    /// <summary>All of them, in the order in which help lists them.</summary>
    public static IReadOnlyList<TerminalVerb> All { get; } =
    [
        new("status", "code") { Turn = CardTurn.View },
        new("compare", "codes"),
        new("list", "class") { Turn = CardTurn.Page },
        new("find", "symptom") { Filter = (lines, streams, stop) => lines.FindAsync(streams, stop) },
        new("explain", "text") { ReadsInput = true, Filter = (lines, streams, stop) => lines.ExplainAsync(streams, stop) },
        new("about"),
    ];

    /// <summary>Whether standard input takes the words' place when there are none.</summary>
    public bool ReadsInput { get; init; }

    /// <summary>Answers lines of JSON instead of a person; null when it does not.</summary>
    public Func<JsonLines, FilterStreams, CancellationToken, Task>? Filter { get; init; }

    /// <summary>How to get from its card to what the card's buttons show; null when there is nothing but the card.</summary>
    public CardTurn? Turn { get; init; }
}
