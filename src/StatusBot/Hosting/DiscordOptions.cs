namespace StatusBot.Hosting;

/// <summary>How to reach Discord; section <c>Discord</c>.</summary>
internal sealed class DiscordOptions
{
    public const string Section = "Discord";

    /// <summary>Which way in: <c>auto</c>, <c>gateway</c> or <c>http</c>.</summary>
    public string Mode { get; set; } = "auto";

    /// <summary>The bot's token; a secret.</summary>
    public string? Token { get; set; }

    /// <summary>The application's public key, 64 hexadecimal digits.</summary>
    public string? PublicKey { get; set; }

    /// <summary>Whether there is anything to reach Discord with.</summary>
    public bool HasCredentials => !string.IsNullOrWhiteSpace(Token) || !string.IsNullOrWhiteSpace(PublicKey);
}
