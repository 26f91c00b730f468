using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace StatusBot.Load;

/// <summary>
/// As much of Discord as one bot needs under load: a session, and callbacks that are taken note of. It checks nothing; the
/// stand-in of the tests is there for that, and would take longer than what is measured.
/// </summary>
internal sealed class GatewayLoad : IAsyncDisposable
{
    /// <summary>A token of the form of Discord's; what it begins with is the application's id.</summary>
    public const string Token = "ODQ1MDI3NzM4Mjc2NDYyNjMy.Xload.load-load-load-load-load-load-load";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly WebApplication _app;
    private readonly SemaphoreSlim _sending = new(1);
    private readonly SemaphoreSlim _answers = new(0);
    private readonly TaskCompletionSource<long> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<long> _firstAnswer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private byte[] _commands = "[]"u8.ToArray();
    private WebSocket? _socket;
    private int _sequence;
    private int _callbacks;

    private GatewayLoad()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.UseWebSockets();
        _app.Run(AnswerAsync);
    }

    private Uri Address => new(_app.Urls.First());

    /// <summary>What the bot takes for Discord's API.</summary>
    public Uri ApiUrl => new(Address, "api/v10");

    /// <summary>Done when READY has been sent; a first interaction goes right behind it.</summary>
    public Task Ready => _ready.Task.WaitAsync(TimeSpan.FromSeconds(30));

    public static async Task<GatewayLoad> StartAsync()
    {
        var load = new GatewayLoad();
        await load._app.StartAsync();
        return load;
    }

    /// <summary>How long after READY the first answer arrived.</summary>
    public async Task<TimeSpan> FirstAnswerAsync()
    {
        var answered = await _firstAnswer.Task.WaitAsync(Limit);
        await _answers.WaitAsync();
        return Stopwatch.GetElapsedTime(await _ready.Task, answered);
    }

    /// <summary>Sends interactions, at most so many of them unanswered at a time, and waits for all answers.</summary>
    public async Task RunAsync(Asked[] interactions, int inFlight)
    {
        for (var i = 0; i < interactions.Length; i++)
        {
            if (i >= inFlight)
                await AnswerArrivesAsync();
            await DispatchAsync("INTERACTION_CREATE", interactions[i].Body);
        }

        for (var i = 0; i < Math.Min(inFlight, interactions.Length); i++)
            await AnswerArrivesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerArrivesAsync()
    {
        if (!await _answers.WaitAsync(Limit))
            throw new InvalidOperationException($"An interaction was not answered: {_sequence - 1} were sent, {_callbacks} answered.");
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (context.WebSockets.IsWebSocketRequest)
            await ServeAsync(await context.WebSockets.AcceptWebSocketAsync());
        else if (path.EndsWith("/callback", StringComparison.Ordinal))
            await TakeAsync(context);
        else if (path.EndsWith("/gateway/bot", StringComparison.Ordinal))
            await WriteAsync(context, Encoding.UTF8.GetBytes(
                $$$"""{"url":"ws://127.0.0.1:{{{Address.Port}}}/","shards":1,"session_start_limit":{"total":1000,"remaining":999,"reset_after":14400000,"max_concurrency":1}}"""));
        else if (path.EndsWith("/applications/@me", StringComparison.Ordinal))
            await WriteAsync(context, """{"id":"845027738276462632","name":"StatusBot","verify_key":"","flags":0}"""u8.ToArray());
        else if (path.EndsWith("/commands", StringComparison.Ordinal))
            await CommandsAsync(context);
        else
            context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    // What the answer says is the tests' concern.
    private async Task TakeAsync(HttpContext context)
    {
        if (!_firstAnswer.Task.IsCompleted)
            _firstAnswer.TrySetResult(Stopwatch.GetTimestamp());
        await context.Request.Body.CopyToAsync(Stream.Null);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        context.Response.Headers["X-RateLimit-Bucket"] = "80c17d2f203122d936070c88c8d10f33";
        context.Response.Headers["X-RateLimit-Limit"] = "5";
        context.Response.Headers["X-RateLimit-Remaining"] = "4";
        context.Response.Headers["X-RateLimit-Reset-After"] = "1.000";
        Interlocked.Increment(ref _callbacks);
        _answers.Release();
    }

    private async Task CommandsAsync(HttpContext context)
    {
        if (HttpMethods.IsPut(context.Request.Method))
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            _commands = body.ToArray();
        }

        await WriteAsync(context, _commands);
    }

    private static async Task WriteAsync(HttpContext context, byte[] json)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = json.Length;
        await context.Response.Body.WriteAsync(json);
    }

    private async Task ServeAsync(WebSocket socket)
    {
        _socket = socket;
        await SendAsync("""{"t":null,"s":null,"op":10,"d":{"heartbeat_interval":41250,"_trace":[]}}"""u8.ToArray());
        var buffer = new byte[8 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(), default) is { MessageType: WebSocketMessageType.Text } received)
            {
                using var payload = JsonDocument.Parse(buffer.AsMemory(0, received.Count));
                switch (payload.RootElement.GetProperty("op").GetInt32())
                {
                    case 1:
                        await SendAsync("""{"t":null,"s":null,"op":11,"d":null}"""u8.ToArray());
                        break;
                    case 2:
                        var first = Interactions.Commands(1)[0];
                        var at = Stopwatch.GetTimestamp();
                        await DispatchAsync("READY", Encoding.UTF8.GetBytes(
                            $$"""{"v":10,"user_settings":{},"user":{"verified":true,"username":"StatusBot","mfa_enabled":true,"id":"845027738276462632","flags":0,"email":null,"discriminator":"0","bot":true,"avatar":null},"session_type":"normal","session_id":"a3f1c0de","resume_gateway_url":"ws://127.0.0.1:{{Address.Port}}/","relationships":[],"private_channels":[],"presences":[],"guilds":[{"unavailable":true,"id":"290926798626357999"}],"guild_join_requests":[],"geo_ordered_rtc_regions":["seoul"],"auth":{},"application":{"id":"845027738276462632","flags":565248},"_trace":[]}"""));
                        await DispatchAsync("INTERACTION_CREATE", first.Body);
                        _ready.TrySetResult(at);
                        break;
                }
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            // The bot was ended.
        }
    }

    private Task DispatchAsync(string name, byte[] data) =>
        SendAsync([.. Encoding.ASCII.GetBytes($$"""{"t":"{{name}}","s":{{Interlocked.Increment(ref _sequence)}},"op":0,"d":"""), .. data, (byte)'}']);

    private async Task SendAsync(byte[] payload)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket!.SendAsync(payload, WebSocketMessageType.Text, endOfMessage: true, default);
        }
        finally
        {
            _sending.Release();
        }
    }
}
