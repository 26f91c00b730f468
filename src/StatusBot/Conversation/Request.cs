using StatusBot.Catalog;

namespace StatusBot.Conversation;

/// <summary>Something that a person asks of the bot, from whatever messenger.</summary>
/// <param name="Person">Who asks: an id that the messenger gives and that never changes.</param>
/// <param name="Locale">The language that the person has set in the messenger.</param>
internal abstract record Request(string Person, Language Locale);

/// <summary>A command with what was filled in.</summary>
/// <param name="Person">Who asks.</param>
/// <param name="Locale">The language that the person has set.</param>
/// <param name="Command">The command's name.</param>
/// <param name="Options">What was filled in, by the options' names. Untrusted: of any length, with anything in it.</param>
internal sealed record CommandCall(string Person, Language Locale, string Command, IReadOnlyDictionary<string, string> Options)
    : Request(Person, Locale)
{
    /// <summary>The message that it was used on; null for a command that was typed.</summary>
    public SharedMessage? Message { get; init; }

    /// <summary>A text of any length in the place of an option's, read as it comes; null where the messenger has none.</summary>
    public TextReader? Input { get; init; }

    /// <summary>What was filled in for an option; empty when nothing.</summary>
    public string Text(string option) => Options.GetValueOrDefault(option, "");

    /// <summary>The language of the answer: the one that was asked for, else the person's own.</summary>
    public Language Language => CommonOptions.LanguageOf(Text(CommonOptions.LanguageName)) ?? Locale;

    /// <summary>Whether the person wants the answer for themselves alone; null when they did not say.</summary>
    public bool? IsPrivate => CommonOptions.IsPrivate(Text(CommonOptions.ShowName));
}

/// <summary>An option that is being typed.</summary>
/// <param name="Person">Who types.</param>
/// <param name="Locale">The language that the person has set.</param>
/// <param name="Command">The command's name.</param>
/// <param name="Option">The option that is being typed.</param>
/// <param name="Options">What stands in the options so far.</param>
internal sealed record Typing(string Person, Language Locale, string Command, string Option, IReadOnlyDictionary<string, string> Options)
    : Request(Person, Locale)
{
    /// <summary>What is typed so far.</summary>
    public string Text => Options.GetValueOrDefault(Option, "");

    /// <summary>The language of the choices.</summary>
    public Language Language => CommonOptions.LanguageOf(Options.GetValueOrDefault(CommonOptions.LanguageName, "")) ?? Locale;
}

/// <summary>A button that was pressed, or a menu in which something was chosen.</summary>
/// <param name="Person">Who pressed.</param>
/// <param name="Locale">The language that the person has set.</param>
/// <param name="Id">The id that the button or menu was given. Untrusted: it may be forged or from an older version.</param>
/// <param name="Chosen">What was chosen in a menu; null for a button.</param>
internal sealed record ComponentUse(string Person, Language Locale, string Id, string? Chosen) : Request(Person, Locale);
