using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using StatusBot.Discord.Gateway;
using StatusBot.Discord.Model;

namespace StatusBot.Discord.Tests.Support;

/// <summary>A shard on a clock that the test sets, with connections that do as they are told.</summary>
internal sealed partial class ShardOnAClock : IAsyncDisposable
{
    private static readonly TimeSpan SmallStep = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource _stop = new();
    private readonly RecordingLogger<GatewayClient> _log = new();
    private readonly List<FakeSocket> _sockets = [];
    private readonly IdentifyGate _gate;
    private readonly Task _running;

    /// <summary>Starts it.</summary>
    /// <param name="jitter">What chance says, each time.</param>
    /// <param name="kinds">What its connections are like, in order; the last one counts for all that follow.</param>
    public ShardOnAClock(double jitter, params SocketKind[] kinds)
    {
        _gate = new IdentifyGate(Task.CompletedTask, Gateway.SessionStartLimit, _ => Task.FromResult(Gateway), Time, _log);
        _running = new GatewayShard(
            new ShardSettings(BotToken.Parse("a.b.c")!, Gateway.Url, 0, 1, "test", () => jitter),
            _gate,
            () =>
            {
                lock (_sockets)
                {
                    _sockets.Add(new FakeSocket(kinds[Math.Min(_sockets.Count, kinds.Length - 1)], Time));
                    return _sockets[^1];
                }
            },
            _ => { },
            _ => { },
            Time,
            _log).RunAsync(_stop.Token);
    }

    /// <summary>What <c>GET /gateway/bot</c> says.</summary>
    public static GatewayBot Gateway { get; } = new()
    {
        Url = new Uri("wss://gateway.example/"),
        Shards = 1,
        SessionStartLimit = new SessionStartLimit { Total = 1000, Remaining = 1000, ResetAfter = 0, MaxConcurrency = 1 },
    };

    /// <summary>The clock.</summary>
    public FakeTimeProvider Time { get; } = new(DateTimeOffset.UnixEpoch);

    /// <summary>Its connections so far.</summary>
    public IReadOnlyList<FakeSocket> Sockets
    {
        get
        {
            lock (_sockets)
                return [.. _sockets];
        }
    }

    /// <summary>How long it waited before each connection, in milliseconds.</summary>
    public IReadOnlyList<int> Delays
    {
        get
        {
            lock (_log.Lines)
                return [.. _log.Lines.Select(line => Delay().Match(line)).Where(match => match.Success).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];
        }
    }

    /// <summary>Lets time pass until a condition holds.</summary>
    public async Task UntilAsync(Func<bool> condition, TimeSpan within, TimeSpan? step = null)
    {
        for (var left = within; !condition(); left -= step ?? SmallStep)
        {
            Assert.True(left > TimeSpan.Zero, $"It did not come within {within}; connections were made after {string.Join(", ", Delays)} ms.");
            await PassAsync(step ?? SmallStep);
        }
    }

    /// <summary>Lets time pass, in one step.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Time.Advance(time);
        // What is due happens on other threads.
        for (var i = 0; i == 0 || (i < 100 && ThreadPool.PendingWorkItemCount > 0); i++)
            await Task.Delay(5, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _gate.Dispose();
        _stop.Dispose();
    }

    [GeneratedRegex("connects in ([0-9]+) ms")]
    private static partial Regex Delay();
}

/// <summary>What a connection is like.</summary>
internal enum SocketKind
{
    /// <summary>It cannot be made.</summary>
    Refused,

    /// <summary>Its handshake never ends.</summary>
    WithoutHandshake,

    /// <summary>No HELLO comes.</summary>
    WithoutHello,

    /// <summary>HELLO comes, READY does not.</summary>
    WithoutReady,

    /// <summary>Everything comes, and heartbeats are acknowledged.</summary>
    Good,
}

/// <summary>A connection that does as it is told, and keeps what became of it.</summary>
internal sealed class FakeSocket(SocketKind kind, TimeProvider time) : IGatewaySocket
{
    private readonly Channel<byte[]> _incoming = Channel.CreateUnbounded<byte[]>();
    private readonly List<(string Text, TimeSpan At)> _sent = [];
    private int _sending;

    /// <summary>Where it went.</summary>
    public Uri? Url { get; private set; }

    /// <summary>Whether a read was cancelled, which ends a real connection.</summary>
    public bool ReadWasCancelled { get; private set; }

    /// <summary>The most messages that were being sent at the same moment.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>What was sent, and when.</summary>
    public IReadOnlyList<(string Text, TimeSpan At)> Sent
    {
        get
        {
            lock (_sent)
                return [.. _sent];
        }
    }

    public int? CloseCode { get; private set; }

    /// <summary>Whether an opcode was sent.</summary>
    public bool HasSent(int op) => Times(op).Count > 0;

    /// <summary>When an opcode was sent.</summary>
    public IReadOnlyList<TimeSpan> Times(int op) =>
        [.. Sent.Where(message => message.Text.StartsWith($$"""{"op":{{op}},""", StringComparison.Ordinal)).Select(message => message.At)];

    /// <summary>Says something to the shard.</summary>
    public void Say(string payload) => _incoming.Writer.TryWrite(Encoding.UTF8.GetBytes(payload));

    /// <summary>Ends, from Discord's side.</summary>
    public void End(int? code)
    {
        CloseCode = code;
        _incoming.Writer.TryComplete();
    }

    public async Task ConnectAsync(Uri url, CancellationToken cancellationToken)
    {
        Url = url;
        if (kind is SocketKind.Refused)
            throw new WebSocketException();
        if (kind is SocketKind.WithoutHandshake)
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        if (kind is not SocketKind.WithoutHello)
            Say("""{"op":10,"d":{"heartbeat_interval":40000}}""");
    }

    public async ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _sending));
        await Task.Delay(1, CancellationToken.None);
        var text = Encoding.UTF8.GetString(message.Span);
        lock (_sent)
            _sent.Add((text, time.GetUtcNow() - DateTimeOffset.UnixEpoch));
        Interlocked.Decrement(ref _sending);
        if (kind is not SocketKind.Good)
            return;

        if (text.StartsWith("""{"op":1,""", StringComparison.Ordinal))
            Say("""{"op":11}""");
        if (text.StartsWith("""{"op":2,""", StringComparison.Ordinal))
            Say("""{"op":0,"t":"READY","s":1,"d":{"session_id":"s","resume_gateway_url":"wss://resume.example/"}}""");
    }

    public async ValueTask<(int Count, bool IsEnd, bool IsClose)> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            var payload = await _incoming.Reader.ReadAsync(cancellationToken);
            payload.CopyTo(buffer);
            return (payload.Length, true, false);
        }
        catch (ChannelClosedException)
        {
            return (0, true, true);
        }
        catch (OperationCanceledException)
        {
            ReadWasCancelled = true;
            throw;
        }
    }

    public Task CloseAsync(int code, CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _incoming.Writer.TryComplete();
}
