using StatusBot.Discord.Model;

namespace StatusBot.Discord.Interactions;

/// <summary>
/// Remembers which interactions arrived, so that one that is delivered twice is answered once. An id is remembered for at least
/// <see cref="Memory"/>, which is as long as its token works. Safe to use from any thread.
/// </summary>
public sealed class SeenInteractions(TimeProvider time)
{
    // Two generations of this size take some 50 MB: more than a bot under attack should spend, less than would end it.
    private const int MostInGeneration = 1_000_000;

    private readonly Lock _gate = new();
    private HashSet<ulong> _current = [];
    private HashSet<ulong> _previous = [];
    private long _turned = time.GetTimestamp();

    /// <summary>How long an id is remembered, at least.</summary>
    public static TimeSpan Memory { get; } = TimeSpan.FromMinutes(15);

    /// <summary>Takes note of an interaction.</summary>
    /// <returns>Whether it is the first time.</returns>
    public bool IsNew(Snowflake id)
    {
        lock (_gate)
        {
            if (time.GetElapsedTime(_turned) >= Memory || _current.Count >= MostInGeneration)
            {
                _previous = _current;
                _current = [];
                _turned = time.GetTimestamp();
            }

            return !_previous.Contains(id.Value) && _current.Add(id.Value);
        }
    }
}
