namespace StatusBot.Discord.Gateway;

/// <summary>Where a resumed session goes on.</summary>
/// <param name="SessionId">The session, as READY named it.</param>
/// <param name="Url">Where to connect for it.</param>
/// <param name="Sequence">The last event that arrived.</param>
internal sealed record ResumePoint(string SessionId, Uri Url, long Sequence);

/// <summary>A gateway session: each state holds what exists in it (events/gateway.mdx).</summary>
internal abstract record Session
{
    /// <summary>A resume that failed so often is given up for a new session: within a minute, with the time limits of a connection.</summary>
    public const int MostResumeFailures = 2;

    private Session()
    {
    }

    /// <summary>A connection is being made: to the resume address where there is something to resume, else to the gateway's.</summary>
    /// <param name="Resume">What to resume, or null.</param>
    /// <param name="Failures">How many attempts have failed since the session was last live.</param>
    public sealed record Connecting(ResumePoint? Resume, int Failures) : Session;

    /// <summary>Connected; Discord speaks first.</summary>
    public sealed record AwaitingHello(ResumePoint? Resume, int Failures) : Session;

    /// <summary>Waiting for the permission to identify, or for READY.</summary>
    public sealed record Identifying(int Failures, bool AckIsDue) : Session;

    /// <summary>Missed events are being replayed.</summary>
    public sealed record Resuming(ResumePoint Point, int Failures, bool AckIsDue) : Session;

    /// <summary>Events arrive.</summary>
    public sealed record Live(ResumePoint Point, bool AckIsDue) : Session;

    /// <summary>Over for good.</summary>
    public sealed record Ended : Session;

    /// <summary>What happens next: the whole protocol, read from top to bottom.</summary>
    public static (Session Next, Effects Do) On(Session session, Signal signal) => (session, signal) switch
    {
        (Ended, _) => (session, Effects.None),

        // Only 1000 and 1001 end the session on Discord's side, and that is what a stop is for: nothing is saved.
        (_, Signal.StopAsked) => (new Ended(), new Effect.Close(CloseCode.Normal)),

        (Connecting now, Signal.Opened) => (new AwaitingHello(now.Resume, now.Failures), new Effect.Expect(Wait.Hello)),

        (AwaitingHello { Resume: null } now, Signal.Hello hello) => (
            new Identifying(now.Failures, AckIsDue: false),
            [new Effect.Beat(hello.Interval), new Effect.AskToIdentify()]),
        (AwaitingHello { Resume: { } point } now, Signal.Hello hello) => (
            new Resuming(point, now.Failures, AckIsDue: false),
            [new Effect.Beat(hello.Interval), new Effect.SendResume(point), new Effect.Expect(Wait.Ready)]),

        (Identifying, Signal.MayIdentify) => (session, [new Effect.SendIdentify(), new Effect.Expect(Wait.Ready)]),
        (Identifying now, Signal.Ready ready) => (new Live(ready.Point, now.AckIsDue), [new Effect.Expect(Wait.Nothing), new Effect.ReportLive(Resumed: false)]),
        (Resuming now, Signal.Resumed) => (new Live(now.Point, now.AckIsDue), [new Effect.Expect(Wait.Nothing), new Effect.ReportLive(Resumed: true)]),

        (Resuming now, Signal.Dispatched event_) => (now with { Point = now.Point with { Sequence = event_.Sequence } }, new Effect.Expect(Wait.Ready)),
        (Live now, Signal.Dispatched event_) => (now with { Point = now.Point with { Sequence = event_.Sequence } }, Effects.None),

        // An answer to the last heartbeat that is still due when the next one is: connected to nobody. 4000 keeps the session.
        (Identifying { AckIsDue: true } or Resuming { AckIsDue: true } or Live { AckIsDue: true }, Signal.HeartbeatDue) => Lost(session, closes: true),
        (Identifying now, Signal.HeartbeatDue) => (now with { AckIsDue = true }, new Effect.SendHeartbeat(null)),
        (Resuming now, Signal.HeartbeatDue) => (now with { AckIsDue = true }, new Effect.SendHeartbeat(now.Point.Sequence)),
        (Live now, Signal.HeartbeatDue) => (now with { AckIsDue = true }, new Effect.SendHeartbeat(now.Point.Sequence)),

        (Identifying now, Signal.HeartbeatAcknowledged) => (now with { AckIsDue = false }, Effects.None),
        (Resuming now, Signal.HeartbeatAcknowledged) => (now with { AckIsDue = false }, Effects.None),
        (Live now, Signal.HeartbeatAcknowledged) => (now with { AckIsDue = false }, Effects.None),

        (_, Signal.HeartbeatAsked) => (session, new Effect.SendHeartbeat(PointOf(session)?.Sequence)),

        // Op 7, which may come before HELLO.
        (_, Signal.ReconnectAsked) => Lost(session, closes: true),

        (_, Signal.SessionInvalid { IsResumable: true }) => Lost(session, closes: true),
        (_, Signal.SessionInvalid) => Afresh(session, closes: true),

        (_, Signal.Closed { Code: { } code }) when CloseCodes.IsFatal(code) => (new Ended(), new Effect.Stop(code)),
        (_, Signal.Closed { Code: { } code }) when CloseCodes.EndsSession(code) => Afresh(session, closes: false),
        (_, Signal.Closed) => Lost(session, closes: false),

        (Connecting, Signal.ConnectFailed) => Lost(session, closes: false),
        (_, Signal.WaitedTooLong) => Lost(session, closes: true),

        _ => (session, Effects.None),
    };

    // The connection is lost, the session may not be. A live one is resumed at once; an attempt that failed counts.
    private static (Session, Effects) Lost(Session session, bool closes)
    {
        var failures = session is Live ? 0 : FailuresOf(session) + 1;
        var resume = failures >= MostResumeFailures ? null : PointOf(session);
        return Reconnect(resume, failures, resume is null ? Pause.Backoff : failures == 0 ? Pause.Short : Pause.Backoff, closes);
    }

    // The session is lost. Identifying too fast is one of the reasons for it, so a pause comes first.
    private static (Session, Effects) Afresh(Session session, bool closes) =>
        Reconnect(null, session is Live ? 1 : FailuresOf(session) + 1, Pause.BeforeIdentify, closes);

    private static (Session, Effects) Reconnect(ResumePoint? resume, int failures, Pause pause, bool closes)
    {
        var connect = new Effect.Connect(resume?.Url, pause, failures);
        return (new Connecting(resume, failures), closes ? [new Effect.Close(CloseCode.KeepsSession), connect] : connect);
    }

    private static ResumePoint? PointOf(Session session) => session switch
    {
        Connecting now => now.Resume,
        AwaitingHello now => now.Resume,
        Resuming now => now.Point,
        Live now => now.Point,
        _ => null,
    };

    private static int FailuresOf(Session session) => session switch
    {
        Connecting now => now.Failures,
        AwaitingHello now => now.Failures,
        Identifying now => now.Failures,
        Resuming now => now.Failures,
        _ => 0,
    };
}
