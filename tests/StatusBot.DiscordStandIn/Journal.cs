namespace StatusBot.StandIn;

/// <summary>What happened, in bounded lists: the first entries stay, since the first mistake explains the others.</summary>
internal sealed class Journal(TimeProvider time)
{
    private const int Most = 10_000;

    private readonly Lock _gate = new();
    private readonly long _start = time.GetTimestamp();
    private readonly List<Violation> _violations = [];
    private readonly List<RecordedRequest> _requests = [];
    private readonly List<GatewayClose> _closes = [];

    public TimeSpan Now => time.GetElapsedTime(_start);

    public IReadOnlyList<Violation> Violations => Copy(_violations);

    public IReadOnlyList<RecordedRequest> Requests => Copy(_requests);

    public IReadOnlyList<GatewayClose> Closes => Copy(_closes);

    public void Violates(string rule, string detail) => Add(_violations, new Violation(rule, detail, Now));

    public void Add(RecordedRequest request) => Add(_requests, request);

    public void Add(GatewayClose close) => Add(_closes, close);

    private void Add<T>(List<T> list, T item)
    {
        lock (_gate)
        {
            if (list.Count < Most)
                list.Add(item);
        }
    }

    private IReadOnlyList<T> Copy<T>(List<T> list)
    {
        lock (_gate)
            return [.. list];
    }
}
