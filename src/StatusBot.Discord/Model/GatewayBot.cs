namespace StatusBot.Discord.Model;

/// <summary>Where the gateway is, and how it may be used (events/gateway.mdx, "Get Gateway Bot").</summary>
public sealed record GatewayBot
{
    /// <summary>Where to connect.</summary>
    public required Uri Url { get; init; }

    /// <summary>How many shards Discord recommends.</summary>
    public int Shards { get; init; }

    /// <summary>How many sessions may be started.</summary>
    public required SessionStartLimit SessionStartLimit { get; init; }
}

/// <summary>How many sessions may be started; resumed ones do not count.</summary>
public sealed record SessionStartLimit
{
    /// <summary>In all, within a day.</summary>
    public int Total { get; init; }

    /// <summary>That are left.</summary>
    public int Remaining { get; init; }

    /// <summary>Milliseconds until all are there again.</summary>
    public long ResetAfter { get; init; }

    /// <summary>How many may be started within five seconds.</summary>
    public int MaxConcurrency { get; init; }
}
