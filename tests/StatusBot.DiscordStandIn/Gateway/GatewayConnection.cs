using System.Globalization;
using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;

namespace StatusBot.StandIn.Gateway;

/// <summary>A WebSocket to a client: frames out in order, one reader, one close.</summary>
internal sealed class GatewayConnection : IDisposable
{
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(1);

    private readonly WebSocket _socket;
    private readonly Action _abort;
    private readonly FaultPlan _faults;
    private readonly TimeProvider _time;
    private readonly MemoryStream _compressed = new();
    private readonly ZLibStream? _zlib;
    private readonly CancellationTokenSource _ended = new();
    private readonly Channel<Frame> _frames = Channel.CreateUnbounded<Frame>(new UnboundedChannelOptions { SingleReader = true });
    private int _closeCode;
    private string _closeReason = "";
    private long _lastSent;

    public GatewayConnection(WebSocket socket, Action abort, bool isResumeUrl, bool isCompressed, FaultPlan faults, TimeProvider time)
    {
        (_socket, _abort, _faults, _time, IsResumeUrl) = (socket, abort, faults, time, isResumeUrl);
        if (isCompressed)
            _zlib = new ZLibStream(_compressed, CompressionLevel.Fastest, leaveOpen: true);
        LastBeat = _lastSent = time.GetTimestamp();
    }

    public bool IsResumeUrl { get; }

    public bool IsCompressed => _zlib is not null;

    public WebSocket Socket => _socket;

    public CancellationToken Ended => _ended.Token;

    /// <summary>The code that this side has closed with; 0 while it has not.</summary>
    public int CloseCode => Volatile.Read(ref _closeCode);

    public string CloseReason => _closeReason;

    /// <summary>When a frame last went out.</summary>
    public long LastSent => Volatile.Read(ref _lastSent);

    // The gateway's lock guards what follows.
    public Session? Session { get; set; }

    public bool IsReady { get; set; }

    /// <summary>Whether op 9 was sent, after which another Identify may follow.</summary>
    public bool WasInvalidated { get; set; }

    /// <summary>When the client was told to reconnect, so that the session is to be resumed.</summary>
    public long? ToldToReconnect { get; set; }

    public long LastBeat { get; set; }

    public bool HasHello { get; set; }

    /// <summary>Since when an ACK is owed that a fault has swallowed.</summary>
    public long? OwesAck { get; set; }

    /// <summary>Since when an asked-for heartbeat is outstanding.</summary>
    public long? AskedForBeat { get; set; }

    public int? LastBeatSequence { get; set; }

    public Queue<long> Received { get; } = new();

    public void Send(string json, SentInteraction? interaction = null)
    {
        interaction?.Connection = Ended;
        _frames.Writer.TryWrite(new Frame(json, null, interaction));
    }

    public void AskToReconnect()
    {
        ToldToReconnect = _time.GetTimestamp();
        Send("""{"op":7,"d":null,"s":null,"t":null}""");
    }

    public void RequestHeartbeat()
    {
        AskedForBeat = _time.GetTimestamp();
        Send("""{"op":1,"d":null,"s":null,"t":null}""");
    }

    /// <summary>Closes after what is already queued; what is received from now on counts no more.</summary>
    public void Close(int code, string reason)
    {
        if (Interlocked.CompareExchange(ref _closeCode, code, 0) != 0)
            return;
        _closeReason = reason;
        _frames.Writer.TryWrite(new Frame(null, code, null));
        _frames.Writer.TryComplete();
        _ended.CancelAfter(CloseLimit);
    }

    /// <summary>Loses the connection.</summary>
    public void Abort(string reason)
    {
        if (Interlocked.CompareExchange(ref _closeCode, 1006, 0) == 0)
            _closeReason = reason;
        _frames.Writer.TryComplete();
        _abort();
        _ended.Cancel();
    }

    /// <summary>Sends what is queued, until the connection ends.</summary>
    public async Task SendAllAsync()
    {
        try
        {
            await foreach (var frame in _frames.Reader.ReadAllAsync(Ended))
            {
                if (frame.Close is { } code)
                    await _socket.CloseOutputAsync((WebSocketCloseStatus)code, _closeReason, Ended);
                else
                    await SendAsync(frame.Json!, frame.Interaction);
                Volatile.Write(ref _lastSent, _time.GetTimestamp());
            }
        }
        catch (Exception lost) when (lost is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException or IOException)
        {
            // The reader says how it ended.
        }
    }

    /// <summary>Ends the sender and the watch, after the reader.</summary>
    public void End()
    {
        _frames.Writer.TryComplete();
        _ended.Cancel();
    }

    public void Dispose()
    {
        _zlib?.Dispose();
        _compressed.Dispose();
        _ended.Dispose();
    }

    private async Task SendAsync(string json, SentInteraction? interaction)
    {
        if (_faults.TakeDelay() is { } delay)
        {
            interaction?.Touch(string.Create(CultureInfo.InvariantCulture, $"Frame late by {delay.TotalSeconds} s"));
            await Task.Delay(delay, _time, Ended);
        }

        interaction?.Delivered();
        var bytes = Encoding.UTF8.GetBytes(json);
        var type = WebSocketMessageType.Text;
        if (_zlib is not null)
        {
            // One context for the connection; flushing ends each payload in 00 00 FF FF.
            _compressed.SetLength(0);
            _zlib.Write(bytes);
            _zlib.Flush();
            (bytes, type) = (_compressed.ToArray(), WebSocketMessageType.Binary);
        }

        if (_faults.TakePieces() is not { } piece)
        {
            await _socket.SendAsync(bytes, type, endOfMessage: true, Ended);
            return;
        }

        for (var at = 0; at < bytes.Length; at += piece)
        {
            var isLast = at + piece >= bytes.Length;
            await _socket.SendAsync(bytes.AsMemory(at, Math.Min(piece, bytes.Length - at)), type, isLast || _zlib is not null, Ended);
        }
    }

    private sealed record Frame(string? Json, int? Close, SentInteraction? Interaction);
}
