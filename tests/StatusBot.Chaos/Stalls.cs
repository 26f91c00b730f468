using System.Diagnostics;

namespace StatusBot.Chaos;

/// <summary>
/// Watches the machine: a timer of ours that comes late says for how long nothing here ran. A bot that is not given the processor
/// cannot answer, and a stand-in that is not cannot take note of an answer.
/// </summary>
internal sealed class Stalls
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Usual = TimeSpan.FromMilliseconds(100);

    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly Lock _gate = new();
    private readonly List<(long Start, long End)> _stalls = [];

    /// <summary>For how long the machine stood still in all.</summary>
    public TimeSpan Total => Within(0, long.MaxValue);

    /// <summary>Watches until it is told to stop.</summary>
    public async Task WatchAsync(CancellationToken stop)
    {
        for (var before = Stopwatch.GetTimestamp(); !stop.IsCancellationRequested;)
        {
            await Task.Delay(Interval, CancellationToken.None);
            var now = Stopwatch.GetTimestamp();
            if (Stopwatch.GetElapsedTime(before, now) - Interval is var late && late > Usual)
            {
                lock (_gate)
                    _stalls.Add((now - (long)(late.TotalSeconds * Stopwatch.Frequency), now));
            }

            before = now;
        }
    }

    /// <summary>For how long the machine stood still before a time, which is counted since this was made.</summary>
    public TimeSpan Before(TimeSpan at, TimeSpan looksBack)
    {
        var end = _start + (long)(at.TotalSeconds * Stopwatch.Frequency);
        return Within(end - (long)(looksBack.TotalSeconds * Stopwatch.Frequency), end);
    }

    /// <summary>For how long the machine stood still between two times.</summary>
    public TimeSpan Within(long start, long end)
    {
        lock (_gate)
            return TimeSpan.FromSeconds(_stalls.Sum(stall => Math.Max(0.0, Math.Min(stall.End, end) - Math.Max(stall.Start, start))) / Stopwatch.Frequency);
    }
}
