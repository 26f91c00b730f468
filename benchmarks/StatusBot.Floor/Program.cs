using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using NSec.Cryptography;

// The floor to stand beside: the least that a program must do to be a bot. It verifies signatures or keeps a session, says the
// same to everyone, and handles no failure. It takes the bot's own settings, so that one loader drives both.

var builder = WebApplication.CreateSlimBuilder(args);
// AnswerBytes=5000 in the environment makes it as long as a card, which tells what the bytes alone cost.
var text = new string('x', int.Parse(builder.Configuration["AnswerBytes"] ?? "2", CultureInfo.InvariantCulture));
var constant = Encoding.UTF8.GetBytes($$$$"""{"type":4,"data":{"content":"{{{{text}}}}","allowed_mentions":{"parse":[]}}}""");
var settings = builder.Configuration.GetSection("Discord");
if (settings["PublicKey"] is { } publicKey)
    await AnswerHttpAsync(publicKey);
else
    await AnswerGatewayAsync(settings["ApiUrl"]!, settings["Token"]!);

async Task AnswerHttpAsync(string hex)
{
    var key = PublicKey.Import(SignatureAlgorithm.Ed25519, Convert.FromHexString(hex), KeyBlobFormat.RawPublicKey);
    builder.Logging.ClearProviders();
    builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
    var app = builder.Build();
    app.MapGet("/health/ready", (RequestDelegate)(_ => Task.CompletedTask));
    app.MapPost("/interactions", async context =>
    {
        var timestamp = context.Request.Headers["X-Signature-Timestamp"].ToString();
        var signature = Convert.FromHexString(context.Request.Headers["X-Signature-Ed25519"].ToString());
        var signed = new byte[timestamp.Length + (int)context.Request.ContentLength!];
        Encoding.ASCII.GetBytes(timestamp, signed);
        await context.Request.Body.ReadExactlyAsync(signed.AsMemory(timestamp.Length));
        if (!SignatureAlgorithm.Ed25519.Verify(key, signed, signature))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        context.Response.ContentType = "application/json";
        context.Response.ContentLength = constant.Length;
        await context.Response.Body.WriteAsync(constant);
    });
    await app.RunAsync();
}

async Task AnswerGatewayAsync(string apiUrl, string token)
{
    using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri(apiUrl + "/") };
    using var about = JsonDocument.Parse(await http.GetByteArrayAsync("gateway/bot"));
    using var socket = new ClientWebSocket();
    await socket.ConnectAsync(new Uri(about.RootElement.GetProperty("url").GetString() + "?v=10&encoding=json"), default);
    await SendAsync($$$$"""{"op":2,"d":{"token":"{{{{token}}}}","intents":0,"properties":{"os":"linux","browser":"floor","device":"floor"}}}""");

    var buffer = new byte[64 * 1024];
    long sequence = 0;
    for (var length = 0; ;)
    {
        var received = await socket.ReceiveAsync(buffer.AsMemory(length), default);
        if (received.MessageType is WebSocketMessageType.Close)
            return;
        length += received.Count;
        if (!received.EndOfMessage)
            continue;

        using (var payload = JsonDocument.Parse(buffer.AsMemory(0, length)))
        {
            var root = payload.RootElement;
            if (root.GetProperty("op").GetInt32() == 10)
                _ = BeatAsync(root.GetProperty("d").GetProperty("heartbeat_interval").GetInt32());
            if (root.GetProperty("s") is { ValueKind: JsonValueKind.Number } number)
                sequence = number.GetInt64();
            if (root.GetProperty("t").ValueEquals("INTERACTION_CREATE"))
                _ = PostAsync(root.GetProperty("d").GetProperty("id").GetString()!, root.GetProperty("d").GetProperty("token").GetString()!);
        }

        length = 0;
    }

    async Task BeatAsync(int interval)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(interval));
        while (await timer.WaitForNextTickAsync())
            await SendAsync($$"""{"op":1,"d":{{sequence}}}""");
    }

    async Task PostAsync(string id, string interactionToken)
    {
        using var content = new ByteArrayContent(constant);
        content.Headers.ContentType = new("application/json");
        using var response = await http.PostAsync($"interactions/{id}/{interactionToken}/callback", content);
        response.EnsureSuccessStatusCode();
    }

    async Task SendAsync(string payload) => await socket.SendAsync(Encoding.UTF8.GetBytes(payload), WebSocketMessageType.Text, true, default);
}
