namespace StatusBot.Catalog;

/// <summary>A text in every language of the catalogue. Neither is a fallback for the other: both are always there.</summary>
public record LocalizedText
{
    /// <summary>English.</summary>
    public required string En { get; init; }

    /// <summary>Korean.</summary>
    public required string Ko { get; init; }

    /// <summary>The text in <paramref name="language"/>.</summary>
    public string this[Language language] => language is Language.Korean ? Ko : En;
}

/// <summary>A text that states a fact, with the document that the fact comes from.</summary>
public sealed record SourcedText : LocalizedText
{
    /// <summary>The document that says so.</summary>
    public required Citation Source { get; init; }
}

/// <summary>Lists of names in every language of the catalogue.</summary>
public sealed record LocalizedNames
{
    /// <summary>No names.</summary>
    public static LocalizedNames None { get; } = new() { En = [], Ko = [] };

    /// <summary>English.</summary>
    public required IReadOnlyList<string> En { get; init; }

    /// <summary>Korean.</summary>
    public required IReadOnlyList<string> Ko { get; init; }
}
