using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using StatusBot.Discord.Model;

namespace StatusBot.Discord.Gateway;

/// <summary>One connection: makes it, reads it to its end, beats, and tells what it learns. It never waits for a handler.</summary>
internal sealed class GatewayConnection : IAsyncDisposable
{
    // READY of a bot in 2,500 servers has some 150 KB. What is far beyond is no payload of Discord's.
    private const int LargestPayload = 8 * 1024 * 1024;
    private const int FirstBuffer = 16 * 1024;

    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SendLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(2);

    private readonly IGatewaySocket _socket;
    private readonly int _shard;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Action<Signal> _tell;
    private readonly Action<Interaction> _deliver;
    private readonly CancellationTokenSource _ended = new();
    private readonly Lock _telling = new();
    private long? _untold;
    private readonly Task _reading;
    private Task _beating = Task.CompletedTask;
    private CancellationTokenSource? _expecting;

    private GatewayConnection(
        IGatewaySocket socket, Uri url, TimeSpan delay, int shard, TimeProvider time, ILogger logger, Action<Signal> tell, Action<Interaction> deliver)
    {
        (_socket, _shard, _time, _logger, _tell, _deliver) = (socket, shard, time, logger, tell, deliver);
        _reading = Task.Run(() => RunAsync(url, delay));
    }

    /// <summary>Begins to connect after a delay; what comes of it is told.</summary>
    public static GatewayConnection Open(
        IGatewaySocket socket, Uri url, TimeSpan delay, int shard, TimeProvider time, ILogger logger, Action<Signal> tell, Action<Interaction> deliver) =>
        new(socket, url, delay, shard, time, logger, tell, deliver);

    /// <summary>Sends a payload. A failure is no exception: the reader learns of a broken connection by itself.</summary>
    public async ValueTask SendAsync(byte[] payload)
    {
        try
        {
            using var limit = new CancellationTokenSource(SendLimit, _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _ended.Token);
            await _socket.SendAsync(payload, either.Token);
        }
        catch (Exception broken) when (broken is WebSocketException or InvalidOperationException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            _socket.Dispose();
        }
    }

    /// <summary>Tells when a heartbeat is due: the first one somewhere within the interval, so that not all bots beat together.</summary>
    public void Beat(TimeSpan interval, double jitter) => _beating = BeatAsync(interval, interval * jitter);

    /// <summary>Tells when something has not come within a time, unless something else is expected by then.</summary>
    public void Expect(TimeSpan? within)
    {
        _expecting?.Cancel();
        _expecting?.Dispose();
        _expecting = null;
        if (within is not { } limit)
            return;

        var expecting = _expecting = CancellationTokenSource.CreateLinkedTokenSource(_ended.Token);
        _ = WaitAsync(limit, expecting.Token);
    }

    /// <summary>Says goodbye and lets go; nothing more is told.</summary>
    public async ValueTask CloseAsync(int code)
    {
        try
        {
            using var limit = new CancellationTokenSource(CloseLimit, _time);
            await _socket.CloseAsync(code, limit.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or InvalidOperationException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // There is nobody to say goodbye to.
        }

        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _socket.Dispose();
        Expect(null);
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _beating.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ended.Dispose();
    }

    private async Task RunAsync(Uri url, TimeSpan delay)
    {
        try
        {
            if (delay > TimeSpan.Zero)
                await Task.Delay(delay, _time, _ended.Token);
            using var limit = new CancellationTokenSource(ConnectLimit, _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _ended.Token);
            await _socket.ConnectAsync(url, either.Token);
        }
        catch (Exception problem) when (problem is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException or HttpRequestException)
        {
            Tell(new Signal.ConnectFailed());
            return;
        }

        Tell(new Signal.Opened());
        await ReadAsync();
        Tell(new Signal.Closed(_socket.CloseCode));
    }

    private async Task ReadAsync()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        var length = 0;
        try
        {
            while (true)
            {
                if (length == buffer.Length)
                {
                    if (length >= LargestPayload)
                        return;
                    buffer = Larger(buffer, length);
                }

                // Cancelling a read would end the connection, so nothing but its end does.
                var (count, isEnd, isClose) = await _socket.ReceiveAsync(buffer.AsMemory(length), _ended.Token);
                if (isClose)
                    return;
                length += count;
                if (!isEnd)
                    continue;

                Understand(buffer.AsSpan(0, length));
                length = 0;
            }
        }
        catch (Exception broken) when (broken is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The connection is gone; what follows from it is the session's to say.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Understand(ReadOnlySpan<byte> payload)
    {
        GatewayFrame.Content content;
        try
        {
            content = GatewayFrame.Read(payload);
        }
        catch (JsonException)
        {
            _logger.Unreadable(_shard);
            return;
        }

        // The number first, whatever comes of the event: a resume must not ask for it again.
        if (content.Signal is not Signal.Ready && content.Sequence is { } sequence)
        {
            lock (_telling)
                _untold = sequence;
        }

        if (content.Signal is { } signal)
            Tell(signal);
        if (content.Interaction is { } interaction)
            _deliver(interaction);
    }

    // The session needs an event's number for its next heartbeat or resume: telling it then, and not at each event, spares every
    // interaction the waking of another thread.
    private void Tell(Signal signal)
    {
        lock (_telling)
        {
            if (_untold is { } sequence)
                _tell(new Signal.Dispatched(sequence));
            _untold = null;
            _tell(signal);
        }
    }

    private async Task BeatAsync(TimeSpan interval, TimeSpan first)
    {
        await Task.Delay(first, _time, _ended.Token);
        Tell(new Signal.HeartbeatDue());
        using var timer = new PeriodicTimer(interval, _time);
        while (await timer.WaitForNextTickAsync(_ended.Token))
            Tell(new Signal.HeartbeatDue());
    }

    private async Task WaitAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(limit, _time, cancellationToken);
            Tell(new Signal.WaitedTooLong());
        }
        catch (OperationCanceledException)
        {
            // It came in time.
        }
    }

    private static byte[] Larger(byte[] buffer, int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
