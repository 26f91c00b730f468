using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace StatusBot.StandIn.Rest;

/// <summary>Buckets, the global limit and the ban (topics/rate-limits.mdx).</summary>
internal sealed class RateLimits(StandInOptions options, Journal journal)
{
    private static readonly TimeSpan BanWindow = TimeSpan.FromMinutes(10);

    // A request that left before the 429 arrived is nobody's disobedience.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(20);
    private const int MostBuckets = 10_000;
    private const string Global = "global";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Since, TimeSpan For)> _waits = new(StringComparer.Ordinal);
    private readonly Queue<long> _invalid = new();
    private bool _banned;

    /// <summary>A place in the bucket and, for the bot's routes, in the global limit; or why there is none.</summary>
    public (IReadOnlyDictionary<string, string> Headers, Reply? Refusal) Take(RouteInfo route, IReadOnlyDictionary<string, string> parts)
    {
        lock (_gate)
        {
            var key = Key(route, parts);
            Disobeys(key, route);
            if (!route.IsInteraction)
            {
                Disobeys(Global, route);
                var second = BucketOf(Global, new RouteLimit(options.GlobalRequestsPerSecond, TimeSpan.FromSeconds(1)));
                if (!second.Take(options.TimeProvider))
                    return (new Dictionary<string, string>(), Remember(Global, Reply.TooMany(second.Left(options.TimeProvider), true, "global")));
            }

            var bucket = BucketOf(key, LimitOf(route));
            var taken = bucket.Take(options.TimeProvider);
            var left = bucket.Left(options.TimeProvider);
            var headers = new Dictionary<string, string>
            {
                ["X-RateLimit-Limit"] = bucket.Limit.Requests.ToString(CultureInfo.InvariantCulture),
                ["X-RateLimit-Remaining"] = bucket.Remaining.ToString(CultureInfo.InvariantCulture),
                ["X-RateLimit-Reset"] = ((options.TimeProvider.GetUtcNow() + left).ToUnixTimeMilliseconds() / 1000.0).ToString("0.000", CultureInfo.InvariantCulture),
                ["X-RateLimit-Reset-After"] = left.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture),
                ["X-RateLimit-Bucket"] = Name(route),
            };
            return (headers, taken ? null : Remember(key, Reply.TooMany(left, false, "user")));
        }
    }

    /// <summary>Remembers a 429 that a fault gave.</summary>
    public void Refused(RouteInfo route, IReadOnlyDictionary<string, string> parts, TimeSpan retryAfter, bool isGlobal)
    {
        lock (_gate)
            _waits[isGlobal ? Global : Key(route, parts)] = (options.TimeProvider.GetTimestamp(), retryAfter);
    }

    /// <summary>Whether a wait that a fault asked for is disobeyed by this request; recorded if so.</summary>
    public void Observe(RouteInfo route, IReadOnlyDictionary<string, string> parts)
    {
        lock (_gate)
        {
            Disobeys(Key(route, parts), route);
            if (!route.IsInteraction)
                Disobeys(Global, route);
        }
    }

    /// <summary>Counts an answer towards the ban.</summary>
    public void Count(Reply reply)
    {
        if (reply.Status is not (401 or 403 or 429) || reply.Scope is "shared")
            return;
        lock (_gate)
        {
            _invalid.Enqueue(options.TimeProvider.GetTimestamp());
            Forget();
            if (_invalid.Count > options.InvalidRequestLimit && !_banned)
            {
                _banned = true;
                journal.Violates("ban", string.Create(CultureInfo.InvariantCulture, $"more than {options.InvalidRequestLimit} answers of 401, 403 or 429 in ten minutes"));
            }
        }
    }

    /// <summary>Whether the address is banned, until the ten minutes have passed.</summary>
    public bool IsBanned
    {
        get
        {
            lock (_gate)
            {
                Forget();
                return _banned &= _invalid.Count > 0;
            }
        }
    }

    private void Forget()
    {
        while (_invalid.TryPeek(out var oldest) && (_invalid.Count > options.InvalidRequestLimit + 1 || options.TimeProvider.GetElapsedTime(oldest) > BanWindow))
            _invalid.Dequeue();
    }

    private Reply Remember(string key, Reply refusal)
    {
        if (_waits.Count >= MostBuckets)
            _waits.Clear();

        // The first refusal counts: what follows at once left before it arrived.
        if (!_waits.TryGetValue(key, out var wait) || options.TimeProvider.GetElapsedTime(wait.Since) > wait.For)
            _waits[key] = (options.TimeProvider.GetTimestamp(), TimeSpan.FromSeconds(refusal.RetryAfter!.Value));
        return refusal;
    }

    private void Disobeys(string key, RouteInfo route)
    {
        if (!_waits.TryGetValue(key, out var wait))
            return;
        var since = options.TimeProvider.GetElapsedTime(wait.Since);
        if (since >= wait.For - Tolerance)
            _waits.Remove(key);
        else if (since > Grace)
            journal.Violates("ratelimit.ignored", string.Create(CultureInfo.InvariantCulture, $"{route.Method} {route.Template} again {since.TotalSeconds:0.000} s after a 429 that asked for {wait.For.TotalSeconds:0.000} s"));
    }

    private Bucket BucketOf(string key, RouteLimit limit)
    {
        if (_buckets.TryGetValue(key, out var bucket))
            return bucket;
        if (_buckets.Count >= MostBuckets)
            _buckets.Clear();
        return _buckets[key] = new Bucket(limit);
    }

    private RouteLimit LimitOf(RouteInfo route) =>
        options.RouteLimits.GetValueOrDefault(route.Route) ?? (route.IsWebhook ? RouteLimit.Webhook : RouteLimit.Default);

    // Bucket and major parameters: application, guild, webhook with its token.
    private static string Key(RouteInfo route, IReadOnlyDictionary<string, string> parts) =>
        $"{Name(route)}:{parts.GetValueOrDefault("application_id")}:{parts.GetValueOrDefault("guild_id")}:{parts.GetValueOrDefault("token")}";

    private static string Name(RouteInfo route) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{route.Method} {route.Template}")).AsSpan(0, 16));

    private sealed class Bucket(RouteLimit limit)
    {
        private long _since;

        public RouteLimit Limit => limit;

        public int Remaining { get; private set; } = -1;

        public bool Take(TimeProvider time)
        {
            if (Remaining < 0 || time.GetElapsedTime(_since) >= limit.Window)
                (Remaining, _since) = (limit.Requests, time.GetTimestamp());
            if (Remaining == 0)
                return false;
            Remaining--;
            return true;
        }

        public TimeSpan Left(TimeProvider time) =>
            limit.Window - time.GetElapsedTime(_since) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
