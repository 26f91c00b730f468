namespace StatusBot.StandIn;

/// <summary>What kind of Discord to play. The defaults are Discord's own, but for the heartbeat, which is quick for tests.</summary>
public sealed record StandInOptions
{
    /// <summary>How many shards are recommended, and required.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>Identifies allowed in each <see cref="IdentifyWindow"/>, one for each bucket (events/gateway.mdx).</summary>
    public int MaxConcurrency { get; init; } = 1;

    /// <summary>For how long an Identify keeps its bucket.</summary>
    public TimeSpan IdentifyWindow { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Identifies left until <see cref="SessionStartResetAfterMs"/> has passed, of 1,000.</summary>
    public int SessionStartRemaining { get; init; } = 1000;

    /// <summary>Milliseconds until the identifies are 1,000 again.</summary>
    public int SessionStartResetAfterMs { get; init; } = 86_400_000;

    /// <summary>Milliseconds between heartbeats; Discord says about 41,250.</summary>
    public int HeartbeatIntervalMs { get; init; } = 2_000;

    /// <summary>Requests a second with the bot's token; interaction routes are not bound (topics/rate-limits.mdx).</summary>
    public int GlobalRequestsPerSecond { get; init; } = 50;

    /// <summary>Requests of a route and its major parameters; <see cref="RouteLimit.Default"/> where none is said.</summary>
    public IReadOnlyDictionary<ApiRoute, RouteLimit> RouteLimits { get; init; } = new Dictionary<ApiRoute, RouteLimit>();

    /// <summary>401, 403 and 429 in ten minutes until the address is banned (topics/rate-limits.mdx).</summary>
    public int InvalidRequestLimit { get; init; } = 10_000;

    /// <summary>New commands a day and guild (interactions/application-commands.mdx).</summary>
    public int CommandCreatesPerDay { get; init; } = 200;

    /// <summary>For how long an interaction waits for its first answer.</summary>
    public TimeSpan ResponseLimit { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>For how long an answered interaction can be edited and followed up.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>For how long a client that was told to reconnect may keep its connection.</summary>
    public TimeSpan ReconnectLimit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The guilds of READY, as unavailable stubs.</summary>
    public IReadOnlyList<string> Guilds { get; init; } = ["290926798626357999"];

    /// <summary>Where interactions are posted; while it is set, the Gateway gets none.</summary>
    public string? InteractionsEndpointUrl { get; init; }

    /// <summary>The application's public key; an RFC 8032 test key.</summary>
    public string VerifyKey { get; init; } = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    /// <summary>Whether unknown opcodes, events and fields are sprinkled in.</summary>
    public bool Sprinkles { get; init; } = true;

    /// <summary>The clock of all limits.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}

/// <summary>How often a route may be asked.</summary>
/// <param name="Requests">How many requests.</param>
/// <param name="Window">In what time.</param>
public sealed record RouteLimit(int Requests, TimeSpan Window)
{
    /// <summary>For routes of which nothing else is said.</summary>
    public static RouteLimit Default { get; } = new(30, TimeSpan.FromSeconds(5));

    /// <summary>For routes of a webhook.</summary>
    public static RouteLimit Webhook { get; } = new(5, TimeSpan.FromSeconds(2));
}
