using System.Globalization;
using System.Text.Json.Nodes;
using StatusBot.StandIn.Gateway;
using StatusBot.StandIn.Rest;

namespace StatusBot.StandIn;

/// <summary>
/// What goes wrong, each fault a number of times and no more. Faults of a shard's connection happen at once and say whether
/// there was one; the others wait for the next occasion. A dispatch never goes before READY: Discord promises that order.
/// </summary>
public sealed class FaultPlan
{
    private static readonly TimeSpan DefaultRetryAfter = TimeSpan.FromSeconds(0.5);

    private readonly Lock _gate = new();
    private readonly Dictionary<GatewayFault, int> _left = [];
    private readonly Dictionary<int, int> _swallowedAcks = [];
    private readonly List<RestFault> _rest = [];
    private TimeSpan _frameDelay;
    private int _pieceBytes;
    private bool _resumable;

    internal GatewayServer? Gateway { get; set; }

    /// <summary>Loses the TCP connection of a shard, without a close frame.</summary>
    public bool Drop(int shard) => Gateway!.Act(shard, connection => connection.Abort("dropped by a fault"));

    /// <summary>Closes a shard's connection with a code; one of those that cannot be resumed ends the session too.</summary>
    public bool Close(int shard, int code) => Gateway!.Act(shard, connection => connection.Close(code, "closed by a fault"));

    /// <summary>Op 7: asks a shard to reconnect.</summary>
    public bool AskToReconnect(int shard) => Gateway!.Act(shard, connection => connection.AskToReconnect());

    /// <summary>Op 9: declares a shard's session invalid; it can be resumed or is over.</summary>
    public bool InvalidateSession(int shard, bool resumable) => Gateway!.Act(shard, connection => Gateway!.Invalidate(connection, resumable));

    /// <summary>Op 1: asks a shard for a heartbeat at once.</summary>
    public bool RequestHeartbeat(int shard) => Gateway!.Act(shard, connection => connection.RequestHeartbeat());

    /// <summary>Sends a text that is no JSON.</summary>
    public bool SendGarbage(int shard) => SendText(shard, "\u0001 this is no JSON {]");

    /// <summary>Sends JSON that ends too early.</summary>
    public bool SendTruncated(int shard) => SendText(shard, """{"op":0,"t":"INTERACTION_CREATE","s":""");

    /// <summary>Sends a text of one's own as a frame.</summary>
    public bool SendText(int shard, string text) => Gateway!.Act(shard, connection => connection.Send(text));

    /// <summary>Sends a dispatch that nobody knows, of about this many bytes.</summary>
    public bool SendHuge(int shard, int bytes) =>
        Gateway!.Dispatch(shard, "STAND_IN_HUGE", new JsonObject { ["padding"] = new string('한', bytes / 3) });

    /// <summary>Sends a dispatch of one's own, with a sequence number; it is replayed as others are.</summary>
    public bool Dispatch(int shard, string type, JsonNode data) => Gateway!.Dispatch(shard, type, data);

    /// <summary>Leaves the next heartbeats of a shard without an ACK: a zombie.</summary>
    public void SwallowAcks(int shard, int times)
    {
        lock (_gate)
            _swallowedAcks[shard] = times;
    }

    /// <summary>Answers the next opening handshakes not at all.</summary>
    public void WithholdHandshake(int times) => Plan(GatewayFault.WithholdHandshake, times);

    /// <summary>Sends the next connections no HELLO.</summary>
    public void WithholdHello(int times) => Plan(GatewayFault.WithholdHello, times);

    /// <summary>Sends the next identified sessions no READY.</summary>
    public void WithholdReady(int times) => Plan(GatewayFault.WithholdReady, times);

    /// <summary>Sends the next connections op 7 in place of HELLO.</summary>
    public void ReconnectBeforeHello(int times) => Plan(GatewayFault.ReconnectBeforeHello, times);

    /// <summary>Answers the next Resumes with op 9.</summary>
    public void RejectResumes(int times, bool resumable)
    {
        lock (_gate)
            _resumable = resumable;
        Plan(GatewayFault.RejectResume, times);
    }

    /// <summary>Answers the next Identifies with op 9, d false.</summary>
    public void RejectIdentifies(int times) => Plan(GatewayFault.RejectIdentify, times);

    /// <summary>Refuses the next handshakes at the resume URL with 503.</summary>
    public void RefuseResumeUrl(int times) => Plan(GatewayFault.RefuseResumeUrl, times);

    /// <summary>Refuses the next handshakes at the URL of GET /gateway/bot with 503.</summary>
    public void RefuseGatewayUrl(int times) => Plan(GatewayFault.RefuseGatewayUrl, times);

    /// <summary>Sends the next INTERACTION_CREATE twice, each time under a sequence number of its own.</summary>
    public void DuplicateInteractions(int times) => Plan(GatewayFault.DuplicateInteraction, times);

    /// <summary>Sends the next payloads late, in order.</summary>
    public void DelayFrames(TimeSpan by, int times)
    {
        lock (_gate)
            _frameDelay = by;
        Plan(GatewayFault.Delay, times);
    }

    /// <summary>
    /// Sends the next payloads in pieces of so many bytes: as fragments of one message, split within characters too; with
    /// zlib-stream as messages of their own, split within blocks.
    /// </summary>
    public void SplitFrames(int times, int pieceBytes = 7)
    {
        lock (_gate)
            _pieceBytes = Math.Max(1, pieceBytes);
        Plan(GatewayFault.Split, times);
    }

    /// <summary>Answers the next requests of a route with a status; 5xx come without a JSON body, as from a proxy.</summary>
    /// <param name="route">The route; null for any.</param>
    /// <param name="status">The status.</param>
    /// <param name="times">How often.</param>
    /// <param name="retryAfter">On a 429: how long to wait; half a second unless said otherwise.</param>
    /// <param name="isGlobal">On a 429: whether it is the global limit's.</param>
    public void Answer(ApiRoute? route, int status, int times, TimeSpan? retryAfter = null, bool isGlobal = false)
    {
        var reply = status switch
        {
            429 => Reply.TooMany(retryAfter ?? DefaultRetryAfter, isGlobal, isGlobal ? "global" : "user"),
            401 => Reply.Unauthorized,
            >= 500 => new Reply(status) { Html = $"<html><body>{status}</body></html>" },
            _ => Reply.Error(status, 0, $"{status}: by a fault") with { Rule = null },
        };
        Plan(new RestFault(route, RestFaultKind.Answer, times) { Reply = reply });
    }

    /// <summary>Answers the next requests of a route with a 429 of the scope "shared", which counts towards no ban.</summary>
    public void AnswerShared(ApiRoute? route, int times, TimeSpan retryAfter) =>
        Plan(new RestFault(route, RestFaultKind.Answer, times) { Reply = Reply.TooMany(retryAfter, false, "shared") });

    /// <summary>Answers the next requests of a route with a body of one's own.</summary>
    public void AnswerBody(ApiRoute? route, int status, string body, int times) =>
        Plan(new RestFault(route, RestFaultKind.Answer, times) { Reply = new Reply(status) { Html = body } });

    /// <summary>Answers the next requests of a route never; the client has to give up.</summary>
    public void TimeOut(ApiRoute? route, int times) => Plan(new RestFault(route, RestFaultKind.TimeOut, times));

    /// <summary>Breaks the connection of the next requests of a route before they are processed.</summary>
    public void Reset(ApiRoute? route, int times) => Plan(new RestFault(route, RestFaultKind.Reset, times));

    /// <summary>Processes the next requests of a route and breaks the connection in place of the answer.</summary>
    public void LoseResponse(ApiRoute? route, int times) => Plan(new RestFault(route, RestFaultKind.LoseResponse, times));

    /// <summary>Processes the next requests of a route late.</summary>
    public void Delay(ApiRoute? route, TimeSpan by, int times) => Plan(new RestFault(route, RestFaultKind.Delay, times) { Delay = by });

    /// <summary>Forgets all faults that have not happened.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _left.Clear();
            _swallowedAcks.Clear();
            _rest.Clear();
        }
    }

    internal bool Take(GatewayFault fault)
    {
        lock (_gate)
        {
            if (_left.GetValueOrDefault(fault) is not (> 0 and var left))
                return false;
            _left[fault] = left - 1;
            return true;
        }
    }

    internal bool TakeAck(int shard)
    {
        lock (_gate)
        {
            if (_swallowedAcks.GetValueOrDefault(shard) is not (> 0 and var left))
                return false;
            _swallowedAcks[shard] = left - 1;
            return true;
        }
    }

    internal TimeSpan? TakeDelay()
    {
        lock (_gate)
            return Take(GatewayFault.Delay) ? _frameDelay : null;
    }

    internal int? TakePieces()
    {
        lock (_gate)
            return Take(GatewayFault.Split) ? _pieceBytes : null;
    }

    internal bool? TakeRejectedResume()
    {
        lock (_gate)
            return Take(GatewayFault.RejectResume) ? _resumable : null;
    }

    internal RestFault? TakeRest(ApiRoute route)
    {
        lock (_gate)
        {
            var fault = _rest.Find(planned => planned.Route is null || planned.Route == route);
            if (fault is not null && --fault.Left == 0)
                _rest.Remove(fault);
            return fault;
        }
    }

    private void Plan(GatewayFault fault, int times)
    {
        lock (_gate)
            _left[fault] = times;
    }

    private void Plan(RestFault fault)
    {
        lock (_gate)
        {
            if (fault.Left > 0)
                _rest.Add(fault);
        }
    }
}

internal enum GatewayFault
{
    WithholdHandshake,
    WithholdHello,
    WithholdReady,
    ReconnectBeforeHello,
    RejectResume,
    RejectIdentify,
    RefuseResumeUrl,
    RefuseGatewayUrl,
    DuplicateInteraction,
    Delay,
    Split,
}

internal enum RestFaultKind
{
    Answer,
    TimeOut,
    Reset,
    LoseResponse,
    Delay,
}

internal sealed class RestFault(ApiRoute? route, RestFaultKind kind, int times)
{
    public ApiRoute? Route => route;

    public RestFaultKind Kind => kind;

    public int Left { get; set; } = times;

    public Reply? Reply { get; init; }

    public TimeSpan Delay { get; init; }

    /// <summary>What it does, as a report says it.</summary>
    public override string ToString() => Kind switch
    {
        RestFaultKind.Answer => $"Answer {Reply!.Status}{(Reply.RetryAfter is { } seconds ? string.Create(CultureInfo.InvariantCulture, $" for {seconds} s") : "")}",
        RestFaultKind.Delay => string.Create(CultureInfo.InvariantCulture, $"Delay by {Delay.TotalSeconds} s"),
        _ => Kind.ToString(),
    };
}
