using System.Text.Json.Nodes;

namespace StatusBot.StandIn.Gateway;

/// <summary>A session, guarded by the gateway's lock.</summary>
internal sealed class Session(string id, int shard, long intents)
{
    private const int MostKept = 1_000;
    private const int MostCloses = 100;

    private readonly Queue<Dispatch> _kept = new();
    private readonly List<GatewayClose> _closes = [];
    private long _acknowledged;

    public string Id => id;

    public int Shard => shard;

    public int Sequence { get; private set; }

    public GatewayConnection? Connection { get; set; }

    public bool HasEnded { get; set; }

    /// <summary>Whether the client was turned away at the resume URL since it lost the connection.</summary>
    public bool WasTurnedAway { get; set; }

    public JsonObject? Presence { get; set; }

    public int Resumes { get; set; }

    public int Replayed { get; set; }

    public int Heartbeats { get; set; }

    public int MissedHeartbeats { get; set; }

    public bool IsCompressed { get; set; }

    /// <summary>Gives a dispatch its number and keeps it for replays.</summary>
    public Dispatch Number(string type, JsonNode data, SentInteraction? interaction)
    {
        Sequence++;
        var dispatch = new Dispatch(
            Sequence, new JsonObject { ["t"] = type, ["s"] = Sequence, ["op"] = 0, ["d"] = data.DeepClone() }.ToJsonString(), interaction);
        _kept.Enqueue(dispatch);
        if (_kept.Count > MostKept)
            _kept.Dequeue();
        return dispatch;
    }

    /// <summary>What came after a sequence number; null when it is no longer all there.</summary>
    public IReadOnlyList<Dispatch>? After(int sequence) =>
        _kept.TryPeek(out var oldest) && oldest.Sequence > sequence + 1 ? null : [.. _kept.Where(dispatch => dispatch.Sequence > sequence)];

    /// <summary>Takes note of a sequence number that the client has named as the last it got.</summary>
    public void Acknowledge(long sequence)
    {
        foreach (var dispatch in _kept.Where(dispatch => dispatch.Sequence > _acknowledged && dispatch.Sequence <= sequence))
            dispatch.Interaction?.Acknowledged();
        _acknowledged = Math.Max(_acknowledged, sequence);
    }

    public void Closed(GatewayClose close)
    {
        if (_closes.Count < MostCloses)
            _closes.Add(close);
    }

    public GatewaySession Shown() => new()
    {
        Id = id,
        Shard = shard,
        Intents = intents,
        Presence = Presence?.DeepClone().AsObject(),
        LastSequence = Sequence,
        Resumes = Resumes,
        Replayed = Replayed,
        Heartbeats = Heartbeats,
        MissedHeartbeats = MissedHeartbeats,
        IsConnected = Connection is not null,
        HasEnded = HasEnded,
        IsCompressed = IsCompressed,
        Closes = [.. _closes],
    };
}

/// <summary>A numbered dispatch.</summary>
internal sealed record Dispatch(int Sequence, string Json, SentInteraction? Interaction);
