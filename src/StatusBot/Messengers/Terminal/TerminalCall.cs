using StatusBot.Catalog;

namespace StatusBot.Messengers.Terminal;

/// <summary>What a command line asks for.</summary>
/// <param name="Language">The language to answer in.</param>
internal abstract record TerminalCall(Language Language)
{
    /// <summary>A question to the bot.</summary>
    /// <param name="Verb">The command.</param>
    /// <param name="Text">The words after it; null when there are none.</param>
    /// <param name="Turn">The value of the verb's <see cref="TerminalVerb.Turn"/>; null for the card itself.</param>
    /// <param name="IsJson">Whether the card is wanted as JSON.</param>
    /// <param name="Language">The language to answer in.</param>
    /// <param name="IsLanguageChosen">Whether the language is another than the environment's.</param>
    public sealed record Question(TerminalVerb Verb, string? Text, string? Turn, bool IsJson, Language Language, bool IsLanguageChosen)
        : TerminalCall(Language);

    /// <summary>Lines of JSON to be answered line by line.</summary>
    /// <param name="Verb">The command.</param>
    /// <param name="Language">The language of what else is said.</param>
    public sealed record Filter(TerminalVerb Verb, Language Language) : TerminalCall(Language);

    /// <summary>How to use a command, or the program when there is none.</summary>
    public sealed record Help(TerminalVerb? Verb, Language Language) : TerminalCall(Language);

    /// <summary>A command that is not used like that, or no command at all.</summary>
    public sealed record Wrong(TerminalVerb? Verb, Language Language) : TerminalCall(Language);
}
