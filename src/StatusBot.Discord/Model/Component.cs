using System.Text.Json.Serialization;

namespace StatusBot.Discord.Model;

/// <summary>Kinds of components that are used here (components/reference.mdx).</summary>
public enum ComponentType
{
    /// <summary>A row of buttons or one select menu.</summary>
    ActionRow = 1,

    /// <summary>A button.</summary>
    Button = 2,

    /// <summary>A menu of texts to choose from.</summary>
    StringSelect = 3,
}

/// <summary>A row of components.</summary>
public sealed record ActionRow
{
    /// <summary>Always <see cref="ComponentType.ActionRow"/>.</summary>
    public ComponentType Type { get; } = ComponentType.ActionRow;

    /// <summary>Up to five buttons, or one select menu.</summary>
    public required IReadOnlyList<RowComponent> Components { get; init; }
}

/// <summary>What stands in an action row.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Button), (int)ComponentType.Button)]
[JsonDerivedType(typeof(StringSelect), (int)ComponentType.StringSelect)]
public abstract record RowComponent
{
    /// <summary>What comes back when it is used; unique in its message.</summary>
    public required string CustomId { get; init; }
}

/// <summary>A button.</summary>
public sealed record Button : RowComponent
{
    /// <summary>How it looks.</summary>
    public required ButtonStyle Style { get; init; }

    /// <summary>What stands on it.</summary>
    public required string Label { get; init; }

    /// <summary>Whether it cannot be pressed.</summary>
    public bool? Disabled { get; init; }
}

/// <summary>How a button looks.</summary>
public enum ButtonStyle
{
    /// <summary>The likeliest next step.</summary>
    Primary = 1,

    /// <summary>One of several steps.</summary>
    Secondary = 2,

    /// <summary>Confirms.</summary>
    Success = 3,

    /// <summary>Cannot be undone.</summary>
    Danger = 4,
}

/// <summary>A menu of texts to choose from.</summary>
public sealed record StringSelect : RowComponent
{
    /// <summary>What stands there before a choice.</summary>
    public string? Placeholder { get; init; }

    /// <summary>What can be chosen.</summary>
    public required IReadOnlyList<SelectOption> Options { get; init; }
}

/// <summary>An entry of a select menu.</summary>
public sealed record SelectOption
{
    /// <summary>What stands there.</summary>
    public required string Label { get; init; }

    /// <summary>What comes back.</summary>
    public required string Value { get; init; }

    /// <summary>A second line.</summary>
    public string? Description { get; init; }
}
