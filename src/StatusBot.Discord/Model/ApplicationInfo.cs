namespace StatusBot.Discord.Model;

/// <summary>An application (resources/application.mdx), as far as it is needed here.</summary>
public sealed record ApplicationInfo
{
    /// <summary>Its id.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>The key that its HTTP interactions are signed with, in hexadecimal digits.</summary>
    public string? VerifyKey { get; init; }

    /// <summary>Where its interactions are sent; null when the gateway delivers them.</summary>
    public Uri? InteractionsEndpointUrl { get; init; }
}
