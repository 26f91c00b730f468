using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using StatusBot.Discord.Gateway;

namespace StatusBot.Discord.Tests;

/// <summary>The gateway session as a table: no socket, no clock.</summary>
public sealed class The_session
{
    private static readonly ResumePoint Point = new("session", new Uri("wss://resume.example/"), 7);
    private static readonly Session Fresh = new Session.Connecting(null, 0);
    private static readonly Session Live = new Session.Live(Point, AckIsDue: false);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(41);

    [Fact]
    public void Begins_with_hello_then_heartbeats_then_identify_then_ready()
    {
        var (awaiting, expects) = Session.On(Fresh, new Signal.Opened());
        Assert.Equal([new Effect.Expect(Wait.Hello)], expects);

        var (identifying, asks) = Session.On(awaiting, new Signal.Hello(Interval));
        Assert.Equal([new Effect.Beat(Interval), new Effect.AskToIdentify()], asks);

        var (_, identifies) = Session.On(identifying, new Signal.MayIdentify());
        Assert.Equal([new Effect.SendIdentify(), new Effect.Expect(Wait.Ready)], identifies);

        var (live, reports) = Session.On(identifying, new Signal.Ready(Point));
        Assert.Equal(new Session.Live(Point, AckIsDue: false), live);
        Assert.Contains(new Effect.ReportLive(Resumed: false), reports);
    }

    [Fact]
    public void Resumes_at_the_address_that_ready_named()
    {
        var (connecting, effects) = Session.On(Live, new Signal.Closed(null));
        Assert.Equal([new Effect.Connect(Point.Url, Pause.Short, 0)], effects);

        var (awaiting, _) = Session.On(connecting, new Signal.Opened());
        var (resuming, sends) = Session.On(awaiting, new Signal.Hello(Interval));
        Assert.Contains(new Effect.SendResume(Point), sends);
        Assert.DoesNotContain(new Effect.AskToIdentify(), sends);

        var (replaying, _) = Session.On(resuming, new Signal.Dispatched(9));
        var (live, _) = Session.On(replaying, new Signal.Resumed());
        Assert.Equal(9, Assert.IsType<Session.Live>(live).Point.Sequence);
    }

    [Fact]
    public void Remembers_the_last_event_before_it_is_handled() =>
        Assert.Equal(8, Assert.IsType<Session.Live>(Session.On(Live, new Signal.Dispatched(8)).Next).Point.Sequence);

    [Fact]
    public void Takes_a_heartbeat_without_answer_for_a_dead_connection_and_keeps_the_session()
    {
        var (waiting, beat) = Session.On(Live, new Signal.HeartbeatDue());
        Assert.Equal([new Effect.SendHeartbeat(7)], beat);
        Assert.Equal(Live, Session.On(waiting, new Signal.HeartbeatAcknowledged()).Next);

        var (_, zombie) = Session.On(waiting, new Signal.HeartbeatDue());
        Assert.Equal([new Effect.Close(CloseCode.KeepsSession), new Effect.Connect(Point.Url, Pause.Short, 0)], zombie);
    }

    [Fact]
    public void Answers_a_request_for_a_heartbeat_at_once() =>
        Assert.Equal([new Effect.SendHeartbeat(7)], Session.On(Live, new Signal.HeartbeatAsked()).Do);

    [Fact]
    public void Keeps_the_session_when_Discord_asks_to_reconnect_even_before_hello()
    {
        Assert.Equal(
            [new Effect.Close(CloseCode.KeepsSession), new Effect.Connect(Point.Url, Pause.Short, 0)],
            Session.On(Live, new Signal.ReconnectAsked()).Do);
        Assert.Equal(
            new Effect.Close(CloseCode.KeepsSession),
            Session.On(new Session.AwaitingHello(Point, 0), new Signal.ReconnectAsked()).Do[0]);
    }

    [Fact]
    public void Resumes_or_starts_anew_as_op_9_says()
    {
        Assert.Equal(Point, Assert.IsType<Session.Connecting>(Session.On(Live, new Signal.SessionInvalid(IsResumable: true)).Next).Resume);

        var (anew, effects) = Session.On(Live, new Signal.SessionInvalid(IsResumable: false));
        Assert.Null(Assert.IsType<Session.Connecting>(anew).Resume);
        Assert.Contains(new Effect.Connect(null, Pause.BeforeIdentify, 1), effects);
    }

    [Theory]
    [InlineData(4004)]
    [InlineData(4010)]
    [InlineData(4011)]
    [InlineData(4012)]
    [InlineData(4013)]
    [InlineData(4014)]
    public void Ends_for_good_on_a_fatal_code_and_says_what_to_do(int code)
    {
        var (ended, effects) = Session.On(Live, new Signal.Closed(code));

        Assert.IsType<Session.Ended>(ended);
        Assert.Equal([new Effect.Stop(code)], effects);
        Assert.Contains(code.ToString(null, null), CloseCodes.Advice(code), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4000, true)]
    [InlineData(4001, true)]
    [InlineData(4002, true)]
    [InlineData(4003, false)]
    [InlineData(4005, false)]
    [InlineData(4007, false)]
    [InlineData(4008, false)]
    [InlineData(4009, false)]
    [InlineData(1000, false)]
    [InlineData(1001, true)]
    [InlineData(1006, true)]
    [InlineData(4999, true)]
    public void Resumes_or_starts_anew_as_the_close_code_says(int code, bool resumes) =>
        Assert.Equal(resumes, Assert.IsType<Session.Connecting>(Session.On(Live, new Signal.Closed(code)).Next).Resume is not null);

    [Fact]
    public void Gives_a_broken_resume_host_up_for_the_gateways_own_address()
    {
        var (session, _) = Session.On(Live, new Signal.Closed(null));
        (session, var again) = Session.On(session, new Signal.ConnectFailed());
        Assert.Equal([new Effect.Connect(Point.Url, Pause.Backoff, 1)], again);

        (session, var anew) = Session.On(session, new Signal.ConnectFailed());
        Assert.Equal([new Effect.Connect(null, Pause.Backoff, 2)], anew);
        Assert.Null(Assert.IsType<Session.Connecting>(session).Resume);
    }

    [Fact]
    public void Gives_up_a_resume_host_that_connects_and_says_nothing()
    {
        var session = Session.On(Live, new Signal.Closed(null)).Next;
        for (var attempt = 0; attempt < Session.MostResumeFailures; attempt++)
        {
            session = Session.On(session, new Signal.Opened()).Next;
            session = Session.On(session, new Signal.WaitedTooLong()).Next;
        }

        Assert.Null(Assert.IsType<Session.Connecting>(session).Resume);
    }

    [Fact]
    public void Says_goodbye_with_1000_when_it_is_asked_to_stop() =>
        Assert.Equal([new Effect.Close(CloseCode.Normal)], Session.On(Live, new Signal.StopAsked()).Do);

    [Property(MaxTest = 2_000)]
    public Property Whatever_happens_the_rules_hold() => Prop.ForAll(Signals().ToArbitrary(), signals =>
    {
        var session = Fresh;
        var isConnected = true; // an attempt is under way
        var greeted = false;
        foreach (var signal in signals)
        {
            var (next, effects) = Session.On(session, signal);
            foreach (var effect in effects)
            {
                // Nothing but heartbeats before HELLO, and no identify without permission.
                if (effect is Effect.SendIdentify)
                    Assert.True(greeted && signal is Signal.MayIdentify);
                if (effect is Effect.SendResume or Effect.AskToIdentify)
                    Assert.IsType<Signal.Hello>(signal);
                // Only a stop closes with a code that ends the session.
                if (effect is Effect.Close { Code: CloseCode.Normal })
                    Assert.IsType<Signal.StopAsked>(signal);
                if (effect is Effect.Stop stop)
                    Assert.True(CloseCodes.IsFatal(stop.Code));
                if (effect is Effect.Connect connect)
                {
                    isConnected = true;
                    greeted = false;
                    Assert.Equal(connect.ResumeUrl is not null, next is Session.Connecting { Resume: not null });
                }
            }

            // A session that is not over always has a connection, or makes one: nothing leaves it online but deaf.
            if (signal is Signal.Closed or Signal.ConnectFailed && session is Session.Connecting)
                isConnected = effects.Any(effect => effect is Effect.Connect) || signal is Signal.Closed;
            greeted |= signal is Signal.Hello && next is Session.Identifying or Session.Resuming;
            if (session is Session.Ended)
                Assert.Empty(effects);
            Assert.True(isConnected || next is Session.Ended);
            session = next;
        }
    });

    [Property(MaxTest = 500)]
    public Property After_any_history_a_stop_ends_it(NonNull<int[]> _) => Prop.ForAll(Signals().ToArbitrary(), signals =>
    {
        var session = signals.Aggregate(Fresh, (now, signal) => Session.On(now, signal).Next);
        return Session.On(session, new Signal.StopAsked()).Next is Session.Ended;
    });

    private static Gen<List<Signal>> Signals() => Gen.ListOf(Gen.OneOf(
        Gen.Constant<Signal>(new Signal.Opened()),
        Gen.Constant<Signal>(new Signal.ConnectFailed()),
        Gen.Elements<int?>(null, 1000, 1001, 1006, 4000, 4003, 4004, 4007, 4009, 4014).Select(code => (Signal)new Signal.Closed(code)),
        Gen.Constant<Signal>(new Signal.WaitedTooLong()),
        Gen.Constant<Signal>(new Signal.Hello(Interval)),
        Gen.Constant<Signal>(new Signal.MayIdentify()),
        Gen.Constant<Signal>(new Signal.Ready(Point)),
        Gen.Constant<Signal>(new Signal.Resumed()),
        Gen.Choose(1, 1000).Select(sequence => (Signal)new Signal.Dispatched(sequence)),
        Gen.Constant<Signal>(new Signal.HeartbeatDue()),
        Gen.Constant<Signal>(new Signal.HeartbeatAcknowledged()),
        Gen.Constant<Signal>(new Signal.HeartbeatAsked()),
        Gen.Constant<Signal>(new Signal.ReconnectAsked()),
        Gen.Elements(true, false).Select(resumable => (Signal)new Signal.SessionInvalid(resumable)),
        Gen.Constant<Signal>(new Signal.StopAsked()))).Select(signals => signals.ToList());
}
