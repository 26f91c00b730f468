using Microsoft.Extensions.Logging;
using StatusBot.Discord.Model;

namespace StatusBot.Discord.Gateway;

/// <summary>
/// Lets sessions start no faster and no oftener than Discord allows: <c>max_concurrency</c> within five seconds, in the order of
/// their buckets, and so many a day (events/gateway.mdx, "Rate Limiting"). Beyond the daily limit Discord ends all sessions and
/// resets the token.
/// </summary>
/// <param name="prepared">What the first one waits for.</param>
/// <param name="limit">The daily limit as it was last told.</param>
/// <param name="ask">Asks for it again.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Learns when the day's sessions are used up.</param>
internal sealed class IdentifyGate(
    Task prepared, SessionStartLimit limit, Func<CancellationToken, Task<GatewayBot>> ask, TimeProvider time, ILogger logger) : IDisposable
{
    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(5.1);

    private readonly SemaphoreSlim _gate = new(1);
    private readonly Dictionary<int, long> _lastOfBucket = [];
    private SessionStartLimit _limit = limit;
    private int _left = limit.Remaining;

    /// <summary>Waits until a shard may identify, and counts it.</summary>
    public async Task WaitAsync(int shard, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await prepared.WaitAsync(cancellationToken);
            while (_left <= 0)
                await AskAsync(cancellationToken);

            var bucket = shard % Math.Max(1, _limit.MaxConcurrency);
            if (_lastOfBucket.TryGetValue(bucket, out var last) && Spacing - time.GetElapsedTime(last) is var wait && wait > TimeSpan.Zero)
                await Task.Delay(wait, time, cancellationToken);

            _lastOfBucket[bucket] = time.GetTimestamp();
            _left--;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        _limit = (await ask(cancellationToken)).SessionStartLimit;
        _left = _limit.Remaining;
        if (_left > 0)
            return;

        logger.OutOfSessions(_limit.Total, _limit.ResetAfter);
        await Task.Delay(TimeSpan.FromMilliseconds(Math.Clamp(_limit.ResetAfter, 1_000, 86_400_000)), time, cancellationToken);
    }
}
