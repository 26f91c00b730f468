namespace StatusBot.Discord.Model;

/// <summary>An embed (resources/message.mdx, "Embed Object").</summary>
public sealed record Embed
{
    /// <summary>Title; see <see cref="DiscordLimits.EmbedTitle"/>.</summary>
    public string? Title { get; init; }

    /// <summary>What the title links to.</summary>
    public Uri? Url { get; init; }

    /// <summary>Description with markdown.</summary>
    public string? Description { get; init; }

    /// <summary>Colour of the bar, 0 to 0xFFFFFF.</summary>
    public int? Color { get; init; }

    /// <summary>Fields.</summary>
    public IReadOnlyList<EmbedField> Fields { get; init; } = [];

    /// <summary>Footer, plain text.</summary>
    public EmbedFooter? Footer { get; init; }
}

/// <summary>A field of an embed.</summary>
public sealed record EmbedField
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Value with markdown.</summary>
    public required string Value { get; init; }

    /// <summary>Whether it may stand beside others.</summary>
    public bool Inline { get; init; }
}

/// <summary>A footer of an embed.</summary>
public sealed record EmbedFooter
{
    /// <summary>Plain text.</summary>
    public required string Text { get; init; }
}
