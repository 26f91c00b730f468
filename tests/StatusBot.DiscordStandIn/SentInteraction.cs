using System.Text.Json.Nodes;

namespace StatusBot.StandIn;

/// <summary>What became of an interaction.</summary>
/// <param name="Answered">Whether it was answered in time.</param>
/// <param name="ResponseType">The type of the first answer: 4 message, 5 "thinking", 8 choices …</param>
/// <param name="Response">The first answer as it was sent.</param>
/// <param name="After">Time from sending to the answer, or the limit.</param>
public sealed record InteractionOutcome(bool Answered, int? ResponseType, JsonObject? Response, TimeSpan After);

/// <summary>An interaction on its way: sent, or registered for the HTTP endpoint.</summary>
public sealed class SentInteraction
{
    private readonly TaskCompletionSource<InteractionOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeProvider _time;
    private readonly List<TimeSpan> _deliveries = [];
    private readonly List<TimeSpan> _attempts = [];
    private readonly List<string> _faults = [];
    private long _sentAt;
    private bool _isAcknowledged;
    private bool _isConfirmed;
    private bool _wasAnsweredAgain;

    internal SentInteraction(JsonObject json, TimeProvider time)
    {
        Json = json;
        Id = (string)json["id"]!;
        Token = (string)json["token"]!;
        _time = time;
        _sentAt = time.GetTimestamp();
    }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>The secret that lets one answer it.</summary>
    public string Token { get; }

    /// <summary>Completes at the first accepted answer, or when the limit has passed.</summary>
    public Task<InteractionOutcome> Outcome => _outcome.Task;

    /// <summary>The messages as they stand: the original, if there is one, then the follow-ups.</summary>
    public IReadOnlyList<JsonObject> Messages
    {
        get
        {
            lock (Gate)
                return [.. (Original is null ? FollowUps : FollowUps.Prepend(Original)).Select(message => message.DeepClone().AsObject())];
        }
    }

    /// <summary>Time from sending to the first accepted answer; null while there is none.</summary>
    public TimeSpan? AnsweredAfter => Outcome.IsCompletedSuccessfully && Outcome.Result.Answered ? Outcome.Result.After : null;

    /// <summary>How old it was each time it was put on a connection; a replay counts again.</summary>
    public IReadOnlyList<TimeSpan> Deliveries
    {
        get
        {
            lock (Gate)
                return [.. _deliveries];
        }
    }

    /// <summary>How old it was each time the client tried to give its first answer, whatever came of it.</summary>
    public IReadOnlyList<TimeSpan> Attempts
    {
        get
        {
            lock (Gate)
                return [.. _attempts];
        }
    }

    /// <summary>What faults did to the requests about it, such as <c>Answer 502</c>.</summary>
    public IReadOnlyList<string> Faults
    {
        get
        {
            lock (Gate)
                return [.. _faults];
        }
    }

    /// <summary>Whether the client has it for certain: it tried to answer, or named a sequence number as late as its own.</summary>
    public bool HasReachedClient
    {
        get
        {
            lock (Gate)
                return _isAcknowledged || _attempts.Count > 0;
        }
    }

    /// <summary>Whether the connection that carried it last has ended, or none ever carried it.</summary>
    public bool HasLostConnection
    {
        get
        {
            lock (Gate)
                return _deliveries.Count == 0 || Connection.IsCancellationRequested;
        }
    }

    /// <summary>Whether the client tried to answer once more although its first answer had been confirmed.</summary>
    public bool WasAnsweredAgain
    {
        get
        {
            lock (Gate)
                return _wasAnsweredAgain;
        }
    }

    /// <summary>Never the token.</summary>
    public override string ToString() => $"interaction {Id}";

    internal Lock Gate { get; } = new();

    internal JsonObject Json { get; }

    internal int Type => (int)Json["type"]!;

    internal TimeSpan Age => _time.GetElapsedTime(_sentAt);

    // The rest is guarded by Gate.
    internal int? ResponseType { get; private set; }

    internal bool TimedOut { get; private set; }

    internal JsonObject? Original { get; set; }

    internal List<JsonObject> FollowUps { get; } = [];

    internal int FollowUpsSent { get; set; }

    /// <summary>Whether a fault has touched it, so that a late or second answer is nobody's mistake.</summary>
    internal bool Excused { get; set; }

    /// <summary>Cancelled when the connection that carried it has ended.</summary>
    internal CancellationToken Connection { get; set; }

    internal ITimer? Limit { get; set; }

    internal void Delivered()
    {
        lock (Gate)
            _deliveries.Add(Age);
    }

    internal void Acknowledged()
    {
        lock (Gate)
            _isAcknowledged = true;
    }

    internal void Attempted(long timestamp)
    {
        lock (Gate)
        {
            _attempts.Add(AgeAt(timestamp));
            _wasAnsweredAgain |= _isConfirmed;
        }
    }

    internal void Confirmed()
    {
        lock (Gate)
            _isConfirmed = true;
    }

    internal void Touch(string fault)
    {
        lock (Gate)
        {
            Excused = true;
            _faults.Add(fault);
        }
    }

    internal void Restart() => _sentAt = _time.GetTimestamp();

    internal TimeSpan AgeAt(long timestamp) => _time.GetElapsedTime(_sentAt, timestamp);

    internal void Answer(int type, JsonObject response, TimeSpan after)
    {
        ResponseType = type;
        Limit?.Dispose();
        _outcome.TrySetResult(new InteractionOutcome(true, type, response, after));
    }

    internal bool TimeOut(TimeSpan limit)
    {
        lock (Gate)
        {
            Limit?.Dispose();
            if (ResponseType is not null || TimedOut)
                return false;
            TimedOut = true;
        }

        _outcome.TrySetResult(new InteractionOutcome(false, null, null, limit));
        return true;
    }

    internal void Abandon()
    {
        Limit?.Dispose();
        _outcome.TrySetCanceled();
    }
}
