namespace StatusBot.Catalog;

/// <summary>A piece of text that proves a code or its cause where it occurs: a line of a log, a header, an identifier.</summary>
public sealed record Sign
{
    /// <summary>The part that never varies, as the product writes it.</summary>
    public required string Text { get; init; }

    /// <summary>Where it stands.</summary>
    public required SignKind Kind { get; init; }

    /// <summary>The product that writes it; null where a protocol defines it.</summary>
    public string? Product { get; init; }

    /// <summary>What it proves.</summary>
    public required LocalizedText Shows { get; init; }

    /// <summary>The document or the source code that has it.</summary>
    public required Citation Source { get; init; }
}

/// <summary>Where a sign stands.</summary>
public enum SignKind
{
    /// <summary>In a log, or in the text of an error.</summary>
    Log,

    /// <summary>In the header of a request or response.</summary>
    Header,

    /// <summary>In an API's error, as its identifier.</summary>
    Error,

    /// <summary>In an exception, as its class or message.</summary>
    Exception,

    /// <summary>In a metric, or in the field or flag of a log.</summary>
    Metric,
}
