using StatusBot.StandIn;

namespace StatusBot.Chaos;

/// <summary>What goes wrong: a deck of all that can, shuffled by the seed and dealt again and again.</summary>
internal sealed class Mischief
{
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(4);

    private readonly Random _random;
    private readonly ChaosOptions _options;
    private readonly FaultPlan _faults;
    private readonly JumpingClock _clock;
    private readonly List<(string Name, Func<int, bool> Do)> _deck = [];
    private readonly SortedDictionary<string, int> _dealt = new(StringComparer.Ordinal);

    public Mischief(ChaosOptions options, FaultPlan faults, JumpingClock clock)
    {
        (_random, _options, _faults, _clock) = (new Random(options.Seed), options, faults, clock);
        Connections();
        Frames();
        Requests();
        Sessions();
        if (options.IsLong)
            Silences();
    }

    /// <summary>How often each was dealt.</summary>
    public IReadOnlyDictionary<string, int> Dealt => _dealt;

    /// <summary>Deals until it is told to stop.</summary>
    public async Task DealAsync(CancellationToken stop)
    {
        while (true)
        {
            var deck = _deck.ToArray();
            _random.Shuffle(deck);
            foreach (var (name, act) in deck)
            {
                await Task.Delay(_options.Pause * (0.5 + _random.NextDouble()), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (stop.IsCancellationRequested)
                    return;
                // One whose connection is down already cannot lose it: the next one does.
                var first = _random.Next(_options.Shards);
                if (Enumerable.Range(first, _options.Shards).Any(shard => act(shard % _options.Shards)))
                    _dealt[name] = _dealt.GetValueOrDefault(name) + 1;
            }
        }
    }

    // The session outlives these.
    private void Connections()
    {
        foreach (var times in (int[])[1, 2, 3])
            Add("connection dropped", shard => _faults.Drop(shard));
        foreach (var code in (int[])[4000, 4001, 4002])
            Add($"closed with {code}", shard => _faults.Close(shard, code));
        Add("op 7", shard => _faults.AskToReconnect(shard));
        Add("op 9, resumable", shard => _faults.InvalidateSession(shard, resumable: true));
        AddOnReconnect("op 7 before HELLO", _faults.ReconnectBeforeHello);
        AddOnReconnect("resume URL refused", _faults.RefuseResumeUrl);
        AddOnReconnect("Resume answered by op 9, resumable", times => _faults.RejectResumes(times, resumable: true));
        Add("two ACKs swallowed", () => _faults.SwallowAcks(_random.Next(_options.Shards), times: 2));
    }

    private void Frames()
    {
        Add("frames in pieces", () => _faults.SplitFrames(times: 40, pieceBytes: 37));
        Add("frames late", () => _faults.DelayFrames(TimeSpan.FromMilliseconds(100), times: 10));
        Add("interactions twice", () => _faults.DuplicateInteractions(times: 20));
        Add("heartbeat asked for", shard => _faults.RequestHeartbeat(shard));
        Add("no JSON", shard => _faults.SendGarbage(shard));
        Add("half a payload", shard => _faults.SendTruncated(shard));
        Add("a payload of 300 KB", shard => _faults.SendHuge(shard, 300_000));
        Add("Discord's clock jumps", () => _clock.JumpTo(TimeSpan.FromHours(_random.Next(-48, 49))));
    }

    private void Requests()
    {
        const ApiRoute Callback = ApiRoute.Callback;
        Add("429 for 0.3 s", () => _faults.Answer(Callback, 429, times: 4, Quick));
        Add("429 for 4 s", () => _faults.Answer(Callback, 429, times: 1, TooLong));
        Add("429, shared", () => _faults.AnswerShared(Callback, times: 2, Quick));
        Add("502 once", () => _faults.Answer(Callback, 502, times: 1));
        Add("502 ten times", () => _faults.Answer(Callback, 502, times: 10));
        Add("answer lost", () => _faults.LoseResponse(Callback, times: 5));
        Add("connection reset", () => _faults.Reset(Callback, times: 4));
        Add("no answer", () => _faults.TimeOut(Callback, times: 2));
        Add("answer late by 0.3 s", () => _faults.Delay(Callback, Quick, times: 5));
        Add("a page in place of JSON", () => _faults.AnswerBody(Callback, 503, "<html>busy</html>", times: 1));
        Add("502 on a deletion", () => _faults.Answer(ApiRoute.DeleteOriginal, 502, times: 1));
        Add("502 for the gateway's address", () => _faults.Answer(ApiRoute.GetGateway, 502, times: 1));
    }

    // A new session takes more than five seconds.
    private void Sessions()
    {
        Add("op 9, over", shard => _faults.InvalidateSession(shard, resumable: false));
        Add("closed with 4009", shard => _faults.Close(shard, 4009));
        AddOnReconnect("Resume answered by op 9, over", times => _faults.RejectResumes(times, resumable: false));
        if (!_options.IsLong)
            return;
        foreach (var code in (int[])[1000, 4003, 4005, 4007, 4008])
            Add($"closed with {code}", shard => _faults.Close(shard, code));
        AddOnNewSession("Identify answered by op 9", _faults.RejectIdentifies);
    }

    // Found out by a time limit of ten to fifteen seconds.
    private void Silences()
    {
        AddOnReconnect("handshake withheld", _faults.WithholdHandshake);
        AddOnReconnect("HELLO withheld", _faults.WithholdHello);
        AddOnNewSession("READY withheld", _faults.WithholdReady);
        AddOnReconnect("resume URL refused for long", _ => _faults.RefuseResumeUrl(times: 4));
    }

    private void Add(string name, Func<int, bool> act) => _deck.Add((name, act));

    private void Add(string name, Action plan) => Add(name, _ =>
    {
        plan();
        return true;
    });

    private void AddOnReconnect(string name, Action<int> plan) => Add(name, shard =>
    {
        plan(1);
        return _faults.Drop(shard);
    });

    private void AddOnNewSession(string name, Action<int> plan) => Add(name, shard =>
    {
        plan(1);
        return _faults.InvalidateSession(shard, resumable: false);
    });
}
