using StatusBot.Discord;
using StatusBot.Discord.Interactions;
using StatusBot.Discord.Model;
using StatusBot.Discord.Rest;

namespace StatusBot.Hosting;

/// <summary>How to reach Discord; section <c>Discord</c>. What contradicts itself is refused at start.</summary>
internal sealed class DiscordOptions
{
    public const string Section = "Discord";

    public const string Auto = "auto";
    public const string Gateway = "gateway";
    public const string Http = "http";

    /// <summary>
    /// Which way in: <see cref="Gateway"/>, <see cref="Http"/>, or <see cref="Auto"/>: the gateway with a token, else HTTP with a
    /// public key, else none.
    /// </summary>
    public string Mode { get; set; } = Auto;

    /// <summary>The bot's token; a secret.</summary>
    public string? Token { get; set; }

    /// <summary>The application's id; read from the token, or asked for, when it is left out.</summary>
    public string? ApplicationId { get; set; }

    /// <summary>The application's public key, 64 hexadecimal digits.</summary>
    public string? PublicKey { get; set; }

    /// <summary>A server to register the commands in at once, for development; null registers them everywhere.</summary>
    public string? GuildId { get; set; }

    /// <summary>Discord's API.</summary>
    public string ApiUrl { get; set; } = DiscordHttp.DefaultApiUrl;

    /// <summary>How many connections to the gateway; Discord asks for one per 2,500 servers at least.</summary>
    public int Shards { get; set; } = 1;

    /// <summary>Whether there is anything to reach Discord with.</summary>
    public bool HasCredentials => !IsEmpty(Token) || !IsEmpty(PublicKey);

    /// <summary>The way in that follows from the mode and what there is.</summary>
    public WayIn WayIn => Mode switch
    {
        Gateway => WayIn.Gateway,
        Http => WayIn.Http,
        _ => !IsEmpty(Token) ? WayIn.Gateway : !IsEmpty(PublicKey) ? WayIn.Http : WayIn.None,
    };

    /// <summary>What is wrong, in sentences that say what to set; empty when nothing.</summary>
    public IEnumerable<string> Contradictions()
    {
        if (Mode is not (Auto or Gateway or Http))
            yield return $"Discord:Mode is none of {Auto}, {Gateway} and {Http}. Set it to one of them.";
        if (Mode == Gateway && IsEmpty(Token))
            yield return "Discord:Mode is gateway, but Discord:Token is empty. Copy the token from the application's Bot page in Discord's developer portal, or set Discord:Mode to http.";
        if (Mode == Http && IsEmpty(PublicKey))
            yield return "Discord:Mode is http, but Discord:PublicKey is empty. Copy it from the application's General Information page, or set Discord:Mode to gateway.";
        if (!IsEmpty(Token) && BotToken.Parse(Token) is null)
            yield return "Discord:Token cannot be a bot's token: it has white space in it. Copy it again from the application's Bot page.";
        if (!IsEmpty(PublicKey) && InteractionSignature.FromPublicKey(PublicKey!.Trim()) is null)
            yield return "Discord:PublicKey is not a public key: it needs 64 hexadecimal digits. Copy it from the application's General Information page.";
        if (!IsEmpty(ApplicationId) && !Snowflake.TryParse(ApplicationId, out _))
            yield return "Discord:ApplicationId is not a number. Copy it from the application's General Information page, or leave it out.";
        if (!IsEmpty(GuildId) && !Snowflake.TryParse(GuildId, out _))
            yield return "Discord:GuildId is not a number. Copy the server's id in Discord, or leave it out to register the commands everywhere.";
        if (!Uri.TryCreate(ApiUrl, UriKind.Absolute, out var api) || api.Scheme is not ("https" or "http"))
            yield return $"Discord:ApiUrl is no web address. Leave it out for {DiscordHttp.DefaultApiUrl}.";
        if (Shards < 1)
            yield return "Discord:Shards is less than 1. Leave it out unless the bot is in thousands of servers.";
    }

    private static bool IsEmpty(string? value) => string.IsNullOrWhiteSpace(value);
}

/// <summary>How Discord's interactions arrive.</summary>
internal enum WayIn
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Over a connection of ours to Discord.</summary>
    Gateway,

    /// <summary>By signed requests of Discord's to us.</summary>
    Http,
}
