using StatusBot.Catalog;

namespace StatusBot.Conversation;

/// <summary>A text of the bot's own in every language.</summary>
/// <param name="En">English.</param>
/// <param name="Ko">Korean.</param>
internal sealed record Localized(string En, string Ko)
{
    /// <summary>The text in a language.</summary>
    public string this[Language language] => language is Language.Korean ? Ko : En;
}

/// <summary>What a messenger has to know of a command in order to offer it.</summary>
internal sealed record CommandDefinition
{
    /// <summary>Its name; the English one is the one that requests carry.</summary>
    public required Localized Name { get; init; }

    /// <summary>What it does, in at most 100 characters.</summary>
    public required Localized Description { get; init; }

    /// <summary>What can be filled in, required ones first.</summary>
    public IReadOnlyList<OptionDefinition> Options { get; init; } = [];

    /// <summary>How it is used.</summary>
    public CommandKind Kind { get; init; }

    /// <summary>Whether the answer is for the person who asks alone, unless they say otherwise.</summary>
    public bool IsPrivate { get; init; }
}

/// <summary>How a command is used.</summary>
internal enum CommandKind
{
    /// <summary>By typing its name.</summary>
    Typed,

    /// <summary>In the menu of a message; it has a name of more than one word, and no options.</summary>
    OnMessage,
}

/// <summary>Something that can be filled in; always text.</summary>
internal sealed record OptionDefinition
{
    /// <summary>Its name; the English one is the one that requests carry.</summary>
    public required Localized Name { get; init; }

    /// <summary>What it is, in at most 100 characters.</summary>
    public required Localized Description { get; init; }

    /// <summary>Whether it has to be filled in.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether the command completes what is being typed.</summary>
    public bool IsCompleted { get; init; }

    /// <summary>The only values that can be filled in; empty for free text.</summary>
    public IReadOnlyList<ChoiceDefinition> Choices { get; init; } = [];

    /// <summary>The most characters; null for as many as the messenger allows.</summary>
    public int? MaxLength { get; init; }
}

/// <summary>A value that can be chosen.</summary>
/// <param name="Value">What requests carry.</param>
/// <param name="Name">What stands there.</param>
internal sealed record ChoiceDefinition(string Value, Localized Name);
