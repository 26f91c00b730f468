namespace StatusBot.Chaos;

/// <summary>How long, how fast and how badly.</summary>
public sealed record ChaosOptions
{
    /// <summary>What everything random follows from: what is asked, what goes wrong, and in which order.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>For how long interactions are sent and things go wrong.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>How many interactions a second are sent over all shards, while they have a session.</summary>
    public required int PerSecond { get; init; }

    /// <summary>How many shards; each has a session of its own to lose.</summary>
    public required int Shards { get; init; }

    /// <summary>The pause between two mischiefs, on average.</summary>
    public required TimeSpan Pause { get; init; }

    /// <summary>Whether those are dealt too that take ten seconds and more to get over.</summary>
    public required bool IsLong { get; init; }

    /// <summary>Session starts that are left at first, and after how long there are 1,000 again: the bot has to wait when they are used up.</summary>
    public required (int Left, TimeSpan RestoredAfter) SessionStarts { get; init; }

    /// <summary>By how much the bot's resident memory may grow after the warm-up, which is the first half.</summary>
    /// <remarks>The heap breathes by some megabytes; a leak of one interaction in each would pass this in a minute.</remarks>
    public long MostGrowth { get; init; } = 24 << 20;

    /// <summary>For every run of the tests.</summary>
    public static ChaosOptions InShort { get; } = new()
    {
        Duration = TimeSpan.FromSeconds(18),
        PerSecond = 80,
        Shards = 3,
        Pause = TimeSpan.FromMilliseconds(450),
        IsLong = false,
        SessionStarts = (100, TimeSpan.FromDays(1)),
    };

    /// <summary>For when there are minutes.</summary>
    public static ChaosOptions AtLength { get; } = new()
    {
        Duration = TimeSpan.FromMinutes(5),
        PerSecond = 150,
        Shards = 4,
        Pause = TimeSpan.FromSeconds(2),
        IsLong = true,
        SessionStarts = (14, TimeSpan.FromSeconds(100)),
    };
}
