using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace StatusBot.StandIn.Tests.Support;

/// <summary>A client of the Gateway, payload by payload.</summary>
internal sealed class GatewayClient : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly DiscordStandIn _discord;
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly CancellationTokenSource _ended = new();
    private readonly MemoryStream _compressed = new();
    private readonly ZLibStream? _zlib;

    private GatewayClient(DiscordStandIn discord, bool compressed)
    {
        _discord = discord;
        if (compressed)
            _zlib = new ZLibStream(_compressed, CompressionMode.Decompress);
    }

    public string SessionId { get; private set; } = "";

    public string ResumeUrl { get; private set; } = "";

    public int Sequence { get; private set; }

    /// <summary>How many messages the last payload came in.</summary>
    public int Messages { get; private set; }

    public static string Url(DiscordStandIn discord, string path = "/gateway") => $"ws://{discord.ApiUrl.Authority}{path}";

    public static async Task<GatewayClient> ConnectAsync(DiscordStandIn discord, string? url = null, string query = "/?v=10&encoding=json")
    {
        var client = new GatewayClient(discord, query.Contains("zlib-stream", StringComparison.Ordinal));
        await client._socket.ConnectAsync(new Uri((url ?? Url(discord)) + query), TestContext.Current.CancellationToken).WaitAsync(Limit);
        return client;
    }

    /// <summary>Connected, identified, and READY received.</summary>
    public static async Task<GatewayClient> ReadyAsync(DiscordStandIn discord, string query = "/?v=10&encoding=json", int shard = 0, int shards = 1)
    {
        var client = await ConnectAsync(discord, query: query);
        await client.ReceiveAsync(10);
        await client.IdentifyAsync(shard: shard, shards: shards);
        await client.EventAsync("READY");
        return client;
    }

    public Task IdentifyAsync(Action<JsonObject>? change = null, int shard = 0, int shards = 1)
    {
        var data = new JsonObject
        {
            ["token"] = _discord.Token,
            ["intents"] = 0,
            ["properties"] = new JsonObject { ["os"] = "linux", ["browser"] = "statusbot", ["device"] = "statusbot" },
            ["shard"] = new JsonArray(shard, shards),
        };
        change?.Invoke(data);
        return SendAsync(2, data);
    }

    public Task ResumeAsync(GatewayClient before, int? sequence = null, string? session = null) => SendAsync(6, new JsonObject
    {
        ["token"] = _discord.Token,
        ["session_id"] = session ?? before.SessionId,
        ["seq"] = sequence ?? before.Sequence,
    });

    public Task BeatAsync() => SendAsync(1, Sequence == 0 ? null : Sequence);

    public Task SendAsync(int op, JsonNode? data) => SendTextAsync(new JsonObject { ["op"] = op, ["d"] = data }.ToJsonString());

    public async Task SendTextAsync(string text, WebSocketMessageType type = WebSocketMessageType.Text)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(text), type, true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Beats until the end.</summary>
    public void Beat(TimeSpan interval) => _ = Task.Run(async () =>
    {
        while (!_ended.IsCancellationRequested)
        {
            await BeatAsync();
            await Task.Delay(interval, _ended.Token);
        }
    });

    /// <summary>The next text, or null when the connection is closed or lost.</summary>
    public async Task<string?> TextAsync()
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        Messages = 0;
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer, CancellationToken.None).WaitAsync(Limit);
                if (part.MessageType is WebSocketMessageType.Close)
                    return null;
                bytes.Write(buffer, 0, part.Count);
                if (!part.EndOfMessage)
                    continue;
                Messages++;
                if (_zlib is null)
                    return Encoding.UTF8.GetString(bytes.ToArray());
                if (!bytes.ToArray().AsSpan().EndsWith<byte>([0, 0, 0xFF, 0xFF]))
                    continue;
                _compressed.SetLength(0);
                _compressed.Write(bytes.ToArray());
                _compressed.Position = 0;
                using var plain = new MemoryStream();
                int read;
                while ((read = _zlib.Read(buffer)) > 0)
                    plain.Write(buffer, 0, read);
                return Encoding.UTF8.GetString(plain.ToArray());
            }
        }
        catch (WebSocketException)
        {
            return null;
        }
    }

    public async Task<JsonObject?> PayloadAsync()
    {
        if (await TextAsync() is not { } text)
            return null;
        var payload = JsonNode.Parse(text)!.AsObject();
        if ((int)payload["op"]! == 0)
            Sequence = (int)payload["s"]!;
        if ((string?)payload["t"] == "READY")
            (SessionId, ResumeUrl) = ((string)payload["d"]!["session_id"]!, (string)payload["d"]!["resume_gateway_url"]!);
        return payload;
    }

    /// <summary>The next payload of an opcode; others are passed over.</summary>
    public async Task<JsonObject> ReceiveAsync(int op)
    {
        while (true)
        {
            var payload = await PayloadAsync();
            Assert.True(payload is not null, $"closed with {Code} before op {op}");
            if ((int)payload["op"]! == op)
                return payload;
        }
    }

    /// <summary>The next dispatch of a type; others are passed over.</summary>
    public async Task<JsonObject> EventAsync(string type)
    {
        while (true)
        {
            var payload = await ReceiveAsync(0);
            if ((string)payload["t"]! == type)
                return payload;
        }
    }

    /// <summary>The code that the connection is closed with; 1006 when it is lost.</summary>
    public async Task<int> ClosedAsync()
    {
        while (true)
        {
            try
            {
                if (await TextAsync() is null)
                    break;
            }
            catch (JsonException)
            {
            }
        }

        return Code;
    }

    public Task CloseAsync(int code) => _socket.CloseAsync((WebSocketCloseStatus)code, null, CancellationToken.None).WaitAsync(Limit);

    public void Abort() => _socket.Abort();

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _socket.Dispose();
        _ended.Dispose();
    }

    private int Code => _socket.CloseStatus is { } status ? (int)status : 1006;
}
