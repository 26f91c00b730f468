using StatusBot.EndToEnd.Tests.Support;

namespace StatusBot.Chaos;

/// <summary>Watches the bot's resident memory.</summary>
internal sealed class Memory(RunningBot bot)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly List<long> _samples = [];

    /// <summary>The most that it ever was.</summary>
    public long Peak { get; private set; }

    /// <summary>What it was at the end.</summary>
    public long Final => _samples.Count == 0 ? 0 : _samples[^1];

    /// <summary>By how much the last tenth exceeds the half before it: what was seen at first is warm-up.</summary>
    public long Growth
    {
        get
        {
            var warm = _samples[(_samples.Count * 4 / 10)..(_samples.Count * 6 / 10)];
            var last = _samples[(_samples.Count * 9 / 10)..];
            return warm.Count == 0 || last.Count == 0 ? 0 : Median(last) - Median(warm);
        }
    }

    /// <summary>Watches until it is told to stop.</summary>
    public async Task WatchAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && !bot.HasEnded)
        {
            var (now, peak) = bot.Resident;
            _samples.Add(now);
            Peak = Math.Max(Peak, peak);
            await Task.Delay(Interval, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static long Median(List<long> samples) => samples.Order().ElementAt(samples.Count / 2);
}
