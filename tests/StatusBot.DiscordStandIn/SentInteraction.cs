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
    private long _sentAt;

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
