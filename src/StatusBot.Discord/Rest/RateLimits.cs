using System.Collections.Concurrent;
using System.Globalization;

namespace StatusBot.Discord.Rest;

/// <summary>
/// Discord's rate limits as its answers teach them (topics/rate-limits.mdx): a bucket is what the <c>X-RateLimit-Bucket</c> header
/// names, for each guild, channel, webhook or interaction apart; over all of them a bot has 50 requests a second.
/// </summary>
internal sealed class RateLimits(TimeProvider time)
{
    /// <summary>Requests a second with the bot's token, a few below Discord's 50 for those that arrive bunched.</summary>
    public const int GlobalPerSecond = 45;

    // Interactions have a bucket each, which is of no use once they are answered.
    private const int SweepAt = 2_000;

    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Name, string Major), Bucket> _buckets = new();
    private readonly Lock _gate = new();
    private readonly Queue<long> _recent = new();
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _globalUntil = TimeSpan.Zero;
    private TimeSpan _swept = TimeSpan.Zero;

    // Since the start, and not by the clock on the wall: that one is set now and then, by an hour or by a second.
    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>Waits until a request may be sent, and counts it.</summary>
    /// <param name="route">The route.</param>
    /// <param name="isGlobal">Whether it counts against the bot's global limit; interactions do not.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask WaitAsync(DiscordRoute route, bool isGlobal, CancellationToken cancellationToken)
    {
        while (Delay(route, isGlobal) is { } delay)
            await Task.Delay(delay, time, cancellationToken);
    }

    /// <summary>Learns from an answer's headers.</summary>
    public void Learn(DiscordRoute route, HttpResponseMessage response)
    {
        if (Header(response, "X-RateLimit-Bucket") is not { } name
            || !int.TryParse(Header(response, "X-RateLimit-Remaining"), NumberStyles.None, CultureInfo.InvariantCulture, out var remaining)
            || !TrySeconds(Header(response, "X-RateLimit-Reset-After"), out var resetAfter))
            return;

        _names[route.Template] = name;
        BucketOf(route).Learn(remaining, Now + resetAfter);
        Sweep();
    }

    /// <summary>Takes note of a 429.</summary>
    public void Block(DiscordRoute route, TimeSpan retryAfter, bool isGlobal)
    {
        var until = Now + retryAfter;
        if (!isGlobal)
        {
            BucketOf(route).Learn(0, until);
            return;
        }

        lock (_gate)
            _globalUntil = until;
    }

    /// <summary>Reads seconds with decimals, as Discord writes them; nothing below zero, and nothing that a clock could not count.</summary>
    public static bool TrySeconds(string? text, out TimeSpan seconds)
    {
        var read = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 86_400;
        seconds = read ? TimeSpan.FromSeconds(value) : TimeSpan.Zero;
        return read;
    }

    private TimeSpan? Delay(DiscordRoute route, bool isGlobal)
    {
        lock (_gate)
        {
            var now = Now;
            if (isGlobal && now < _globalUntil)
                return _globalUntil - now;
            if (_buckets.TryGetValue(KeyOf(route), out var bucket) && bucket.Take(now) is { } delay)
                return delay;
            if (!isGlobal)
                return null;

            while (_recent.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= OneSecond)
                _recent.Dequeue();
            if (_recent.Count >= GlobalPerSecond)
            {
                bucket?.GiveBack();
                return OneSecond - time.GetElapsedTime(_recent.Peek());
            }

            _recent.Enqueue(time.GetTimestamp());
            return null;
        }
    }

    private Bucket BucketOf(DiscordRoute route) => _buckets.GetOrAdd(KeyOf(route), static _ => new Bucket());

    private (string Name, string Major) KeyOf(DiscordRoute route) => (_names.GetValueOrDefault(route.Template, route.Template), route.Major);

    private void Sweep()
    {
        if (_buckets.Count < SweepAt)
            return;
        var now = Now;
        lock (_gate)
        {
            if (now - _swept < OneSecond)
                return;
            _swept = now;
        }

        foreach (var (key, bucket) in _buckets)
        {
            if (bucket.IsIdle(now))
                _buckets.TryRemove(key, out _);
        }
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    /// <summary>How many more requests a bucket takes until it is refilled. Unknown until the first answer: then it lets all pass.</summary>
    private sealed class Bucket
    {
        private readonly Lock _gate = new();
        private int _remaining = int.MaxValue;
        private TimeSpan _resetAt = TimeSpan.Zero;

        public TimeSpan? Take(TimeSpan now)
        {
            lock (_gate)
            {
                if (now >= _resetAt)
                    _remaining = int.MaxValue;
                if (_remaining <= 0)
                    return _resetAt - now;
                if (_remaining != int.MaxValue)
                    _remaining--;
                return null;
            }
        }

        public void GiveBack()
        {
            lock (_gate)
            {
                if (_remaining != int.MaxValue)
                    _remaining++;
            }
        }

        // Answers may arrive out of order: within one filling, the least that remains is what counts.
        public void Learn(int remaining, TimeSpan resetAt)
        {
            lock (_gate)
            {
                var isSameFilling = resetAt - _resetAt < TimeSpan.FromMilliseconds(250);
                _remaining = isSameFilling ? Math.Min(_remaining, remaining) : remaining;
                _resetAt = resetAt > _resetAt ? resetAt : _resetAt;
            }
        }

        public bool IsIdle(TimeSpan now)
        {
            lock (_gate)
                return now >= _resetAt;
        }
    }
}
