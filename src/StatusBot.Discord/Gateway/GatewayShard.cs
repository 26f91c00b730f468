using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using StatusBot.Discord.Model;

namespace StatusBot.Discord.Gateway;

/// <summary>Carries out what a session wants done: the only place where the session's table meets sockets and clocks.</summary>
internal sealed class GatewayShard(
    ShardSettings settings,
    IdentifyGate identifyGate,
    Func<IGatewaySocket> newSocket,
    Action<Interaction> deliver,
    Action<bool> report,
    TimeProvider time,
    ILogger logger)
{
    // Together with two attempts to resume: within a minute a broken resume host is given up.
    private static readonly TimeSpan HelloLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ReadyLimit = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(60);

    private readonly Channel<(int Connection, Signal Signal)> _signals =
        Channel.CreateUnbounded<(int, Signal)>(new UnboundedChannelOptions { SingleReader = true });

    private GatewayConnection? _connection;
    private int _number;

    /// <summary>Runs the session until the token asks it to stop.</summary>
    /// <exception cref="GatewayFatalException">Discord closed it for good.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        await using var asked = stop.UnsafeRegister(_ => _signals.Writer.TryWrite((0, new Signal.StopAsked())), null);
        Session session = new Session.Connecting(Resume: null, Failures: 0);
        await DoAsync(new Effect.Connect(ResumeUrl: null, Pause.None, Failures: 0), stop);
        try
        {
            await foreach (var (connection, signal) in _signals.Reader.ReadAllAsync(CancellationToken.None))
            {
                // What an earlier connection still has to say concerns nobody any more.
                if (connection != 0 && connection != _number)
                    continue;

                if (session is Session.Live && signal is Signal.Closed closed)
                    logger.ConnectionLost(settings.Shard, closed.Code?.ToString(CultureInfo.InvariantCulture) ?? "no close code");
                if (signal is Signal.WaitedTooLong)
                    logger.WaitedTooLong(settings.Shard, session.GetType().Name);

                var (next, effects) = Session.On(session, signal);
                if (session is Session.Live && next is not Session.Live)
                    report(false);
                session = next;
                foreach (var effect in effects)
                    await DoAsync(effect, stop);
                if (session is Session.Ended)
                    return;
            }
        }
        finally
        {
            report(false);
            if (_connection is not null)
                await _connection.DisposeAsync();
        }
    }

    private async ValueTask DoAsync(Effect effect, CancellationToken stop)
    {
        switch (effect)
        {
            case Effect.Connect connect:
                await ConnectAsync(connect);
                break;
            case Effect.Close close:
                var closing = _connection;
                (_connection, _number) = (null, _number + 1);
                if (closing is not null)
                    await closing.CloseAsync((int)close.Code);
                if (close.Code is CloseCode.Normal)
                    logger.SaidGoodbye(settings.Shard);
                break;
            case Effect.Beat beat:
                _connection?.Beat(beat.Interval, settings.Jitter());
                break;
            case Effect.Expect expect:
                _connection?.Expect(expect.Wait switch { Wait.Hello => HelloLimit, Wait.Ready => ReadyLimit, _ => null });
                break;
            case Effect.AskToIdentify:
                _ = AskAsync(_number, stop);
                break;
            case Effect.SendIdentify:
                await SendAsync(JsonSerializer.SerializeToUtf8Bytes(
                    new Payload<IdentifyData>(2, new IdentifyData(
                        settings.Token.Text,
                        Intents: 0, // interactions arrive without any
                        new IdentifyProperties(Environment.OSVersion.Platform.ToString().ToLowerInvariant(), settings.Product, settings.Product),
                        [settings.Shard, settings.Shards])),
                    GatewayJson.Default.PayloadIdentifyData));
                break;
            case Effect.SendResume resume:
                await SendAsync(JsonSerializer.SerializeToUtf8Bytes(
                    new Payload<ResumeData>(6, new ResumeData(settings.Token.Text, resume.Point.SessionId, resume.Point.Sequence)),
                    GatewayJson.Default.PayloadResumeData));
                break;
            case Effect.SendHeartbeat heartbeat:
                await SendAsync(JsonSerializer.SerializeToUtf8Bytes(new Payload<long?>(1, heartbeat.Sequence), GatewayJson.Default.PayloadNullableInt64));
                break;
            case Effect.ReportLive live:
                logger.Live(settings.Shard, live.Resumed ? "resumed" : "a new session");
                report(true);
                break;
            case Effect.Stop fatal:
                throw new GatewayFatalException(fatal.Code);
        }
    }

    private async ValueTask ConnectAsync(Effect.Connect connect)
    {
        if (_connection is not null)
            await _connection.DisposeAsync();

        var number = ++_number;
        var delay = DelayOf(connect);
        logger.Connecting(settings.Shard, (long)delay.TotalMilliseconds, connect.ResumeUrl is null ? "start a session" : "resume");
        _connection = GatewayConnection.Open(
            newSocket(),
            WithQuery(connect.ResumeUrl ?? settings.Url),
            delay,
            settings.Shard,
            time,
            logger,
            signal => _signals.Writer.TryWrite((number, signal)),
            deliver);
    }

    private TimeSpan DelayOf(Effect.Connect connect) => connect.Pause switch
    {
        Pause.Short => TimeSpan.FromSeconds(settings.Jitter()),
        Pause.Backoff => Backoff(connect.Failures),
        Pause.BeforeIdentify => TimeSpan.FromSeconds(5) + Backoff(connect.Failures),
        _ => TimeSpan.Zero,
    };

    // 1, 2, 4 … seconds, up to a minute, each between half and all of it.
    private TimeSpan Backoff(int failures)
    {
        var whole = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Max(0, failures - 1)), LongestBackoff.TotalSeconds));
        return whole * (0.5 + settings.Jitter() / 2);
    }

    private async Task AskAsync(int number, CancellationToken stop)
    {
        try
        {
            await identifyGate.WaitAsync(settings.Shard, stop);
            _signals.Writer.TryWrite((number, new Signal.MayIdentify()));
        }
        catch (OperationCanceledException)
        {
            // The bot stops.
        }
        catch (Exception problem) when (problem is Rest.DiscordException or HttpRequestException or JsonException)
        {
            logger.CannotAskToIdentify(settings.Shard, problem.Message);
            _signals.Writer.TryWrite((number, new Signal.WaitedTooLong()));
        }
    }

    private ValueTask SendAsync(byte[] payload) => _connection?.SendAsync(payload) ?? ValueTask.CompletedTask;

    // A resume address comes without the query, which is needed all the same.
    private static Uri WithQuery(Uri url) => new UriBuilder(url) { Query = "v=10&encoding=json" }.Uri;
}

/// <summary>What a shard needs to know.</summary>
/// <param name="Token">The bot's token.</param>
/// <param name="Url">The gateway's address.</param>
/// <param name="Shard">Its number, from 0.</param>
/// <param name="Shards">How many there are.</param>
/// <param name="Product">The bot's name, for Discord's statistics.</param>
/// <param name="Jitter">A random number of at least 0 and less than 1.</param>
internal sealed record ShardSettings(BotToken Token, Uri Url, int Shard, int Shards, string Product, Func<double> Jitter);
