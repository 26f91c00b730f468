using System.Net.WebSockets;

namespace StatusBot.Discord.Gateway;

/// <summary>The whole seam to the network: one connection, used once.</summary>
internal interface IGatewaySocket : IDisposable
{
    /// <summary>Connects.</summary>
    Task ConnectAsync(Uri url, CancellationToken cancellationToken);

    /// <summary>Sends a whole text message. Never called twice at the same time.</summary>
    ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken);

    /// <summary>Receives a part of a message.</summary>
    ValueTask<(int Count, bool IsEnd, bool IsClose)> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken);

    /// <summary>The code that the other side closed with, or null.</summary>
    int? CloseCode { get; }

    /// <summary>Says goodbye; does not wait for the other side to do so.</summary>
    Task CloseAsync(int code, CancellationToken cancellationToken);
}

/// <summary>A connection over <see cref="ClientWebSocket"/>.</summary>
internal sealed class GatewaySocket : IGatewaySocket
{
    private readonly ClientWebSocket _socket = new();

    public int? CloseCode => (int?)_socket.CloseStatus;

    public Task ConnectAsync(Uri url, CancellationToken cancellationToken) => _socket.ConnectAsync(url, cancellationToken);

    public ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken) =>
        _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

    public async ValueTask<(int Count, bool IsEnd, bool IsClose)> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var received = await _socket.ReceiveAsync(buffer, cancellationToken);
        return (received.Count, received.EndOfMessage, received.MessageType is WebSocketMessageType.Close);
    }

    public async Task CloseAsync(int code, CancellationToken cancellationToken)
    {
        if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            await _socket.CloseOutputAsync((WebSocketCloseStatus)code, null, cancellationToken);
    }

    public void Dispose() => _socket.Dispose();
}
