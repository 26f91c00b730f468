namespace StatusBot.Discord.Model;

/// <summary>A command as one registers it (interactions/application-commands.mdx).</summary>
public sealed record ApplicationCommand
{
    /// <summary>Its id, given by Discord.</summary>
    public Snowflake? Id { get; init; }

    /// <summary>Its kind.</summary>
    public ApplicationCommandType Type { get; init; } = ApplicationCommandType.ChatInput;

    /// <summary>Its name; for slash commands lower case, without spaces.</summary>
    public required string Name { get; init; }

    /// <summary>Its name by locale.</summary>
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>What it does; null for message commands.</summary>
    public string? Description { get; init; }

    /// <summary>The same by locale.</summary>
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    /// <summary>Its options, required ones first.</summary>
    public IReadOnlyList<ApplicationCommandOption>? Options { get; init; }

    /// <summary>Who may install it: 0 servers, 1 people. Global commands only.</summary>
    public IReadOnlyList<int>? IntegrationTypes { get; init; }

    /// <summary>Where it may be used. Global commands only.</summary>
    public IReadOnlyList<InteractionContext>? Contexts { get; init; }
}

/// <summary>Kinds of commands.</summary>
public enum ApplicationCommandType
{
    /// <summary>A slash command.</summary>
    ChatInput = 1,

    /// <summary>A command in the menu of a person.</summary>
    User = 2,

    /// <summary>A command in the menu of a message.</summary>
    Message = 3,
}

/// <summary>An option of a slash command.</summary>
public sealed record ApplicationCommandOption
{
    /// <summary>What may be filled in.</summary>
    public required ApplicationCommandOptionType Type { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its name by locale.</summary>
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>What it is.</summary>
    public required string Description { get; init; }

    /// <summary>The same by locale.</summary>
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    /// <summary>Whether it has to be filled in.</summary>
    public bool? Required { get; init; }

    /// <summary>Whether choices are asked for while it is typed; never together with <see cref="Choices"/>.</summary>
    public bool? Autocomplete { get; init; }

    /// <summary>The only values that may be filled in.</summary>
    public IReadOnlyList<ApplicationCommandChoice>? Choices { get; init; }

    /// <summary>The most characters.</summary>
    public int? MaxLength { get; init; }
}

/// <summary>What may be filled in.</summary>
public enum ApplicationCommandOptionType
{
    /// <summary>Text.</summary>
    String = 3,
}

/// <summary>A value to choose.</summary>
public sealed record ApplicationCommandChoice
{
    /// <summary>What stands there.</summary>
    public required string Name { get; init; }

    /// <summary>The same by locale.</summary>
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>What comes back.</summary>
    public required string Value { get; init; }
}
