namespace StatusBot.Discord.Rest;

/// <summary>
/// Counts what Discord counts before it bans an address: answers of 401, 403 and 429 within ten minutes, shared limits left
/// aside (topics/rate-limits.mdx, "Invalid Request Limit"). It stops far below Discord's 10,000.
/// </summary>
internal sealed class InvalidRequestBudget(TimeProvider time)
{
    /// <summary>The most invalid requests in <see cref="Window"/>.</summary>
    public const int Most = 500;

    private readonly Lock _gate = new();
    private readonly Queue<long> _times = new();

    /// <summary>The time that Discord looks back.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(10);

    /// <summary>Whether no more requests may be sent for now.</summary>
    public bool IsSpent
    {
        get
        {
            lock (_gate)
            {
                while (_times.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= Window)
                    _times.Dequeue();
                return _times.Count >= Most;
            }
        }
    }

    /// <summary>Counts an invalid request.</summary>
    public void Count()
    {
        lock (_gate)
        {
            _times.Enqueue(time.GetTimestamp());
            if (_times.Count > Most)
                _times.Dequeue();
        }
    }
}
