namespace StatusBot.Discord.Gateway;

/// <summary>What Discord's close codes ask for (topics/opcodes-and-status-codes.mdx, "Gateway Close Event Codes").</summary>
public static class CloseCodes
{
    private const int AuthenticationFailed = 4004;
    private const int InvalidShard = 4010;
    private const int ShardingRequired = 4011;
    private const int InvalidVersion = 4012;
    private const int InvalidIntents = 4013;
    private const int DisallowedIntents = 4014;

    /// <summary>Whether connecting again would only fail again.</summary>
    public static bool IsFatal(int code) => code is
        AuthenticationFailed or InvalidShard or ShardingRequired or InvalidVersion or InvalidIntents or DisallowedIntents;

    /// <summary>Whether the session cannot be resumed, so that a new one is needed.</summary>
    /// <remarks>4003, 4005, 4008 and 1000: as discord.js does; the rest as documented.</remarks>
    public static bool EndsSession(int code) => code is 1000 or 4003 or 4005 or 4007 or 4008 or 4009;

    /// <summary>What is wrong, and what whoever runs the bot can do.</summary>
    public static string Advice(int code) => code switch
    {
        AuthenticationFailed => "Discord refused the bot's token (4004). Copy a new token from the application's Bot page in Discord's developer portal and set Discord:Token.",
        InvalidShard => "Discord refused the shard (4010). Set Discord:Shards to the number that all processes share.",
        ShardingRequired => "The bot is in too many servers for one connection (4011). Raise Discord:Shards.",
        InvalidVersion => "Discord no longer speaks version 10 of its gateway (4012). Update this program.",
        InvalidIntents or DisallowedIntents => $"Discord refused the intents ({code}), of which this program asks for none. Update this program.",
        _ => $"Discord closed the connection for good ({code}).",
    };
}
