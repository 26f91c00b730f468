using System.Net.WebSockets;
using System.Text.Json;
using StatusBot.StandIn.Tests.Support;

namespace StatusBot.StandIn.Tests;

/// <summary>What goes wrong when it is told to.</summary>
public sealed class Faults
{
    private static readonly StandInOptions Quick = new() { HeartbeatIntervalMs = 400, IdentifyWindow = TimeSpan.FromMilliseconds(300) };

    [Fact]
    public async Task Drop_and_close_connections()
    {
        await using var discord = await DiscordStandIn.StartAsync(Quick);
        Assert.False(discord.Faults.Drop(0));
        await using var client = await GatewayClient.ReadyAsync(discord);
        Assert.True(discord.Faults.Drop(0));
        Assert.Equal(1006, await client.ClosedAsync());

        await using var again = await GatewayClient.ConnectAsync(discord, client.ResumeUrl);
        await again.ReceiveAsync(10);
        await again.ResumeAsync(client);
        await again.EventAsync("RESUMED");
        Assert.True(discord.Faults.Close(0, 4000));
        Assert.Equal(4000, await again.ClosedAsync());
        await Eventually.Holds(() => discord.Closes.Count == 2);
        Assert.False(discord.Sessions[0].HasEnded);
        Assert.Equal([1006, 4000], discord.Sessions[0].Closes.Select(close => close.Code));
        Violations.None(discord);
    }

    [Fact]
    public async Task End_the_session_with_codes_that_do()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        await using var client = await GatewayClient.ReadyAsync(discord);
        discord.Faults.Close(0, 4009);
        Assert.Equal(4009, await client.ClosedAsync());
        await Eventually.Holds(() => discord.Sessions[0].HasEnded);
    }

    [Fact]
    public async Task Ask_to_reconnect_and_mind_whoever_stays()
    {
        await using var discord = await DiscordStandIn.StartAsync(Quick with { ReconnectLimit = TimeSpan.FromMilliseconds(200) });
        await using var client = await GatewayClient.ReadyAsync(discord);
        discord.Faults.AskToReconnect(0);
        await client.ReceiveAsync(7);
        Assert.Equal(1006, await client.ClosedAsync());
        Violations.Has(discord, "reconnect.ignored");
    }

    [Fact]
    public async Task Mind_whoever_reconnects_by_ending_the_session()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        await using var client = await GatewayClient.ReadyAsync(discord);
        discord.Faults.AskToReconnect(0);
        await client.ReceiveAsync(7);
        await client.CloseAsync(1000);
        await Eventually.Holds(() => discord.Closes.Count == 1);
        Violations.Has(discord, "close.ends_session");
    }

    [Fact]
    public async Task Ask_to_reconnect_before_HELLO_or_say_nothing()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        discord.Faults.ReconnectBeforeHello(1);
        await using var first = await GatewayClient.ConnectAsync(discord);
        Assert.Equal(7, (int)(await first.PayloadAsync())!["op"]!);

        discord.Faults.WithholdHello(1);
        await using var second = await GatewayClient.ConnectAsync(discord);
        await Assert.ThrowsAsync<TimeoutException>(() => second.TextAsync().WaitAsync(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken));

        discord.Faults.WithholdHandshake(1);
        await Assert.ThrowsAsync<TimeoutException>(() => GatewayClient.ConnectAsync(discord).WaitAsync(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken));
        await using var third = await GatewayClient.ReadyAsync(discord);
    }

    [Fact]
    public async Task Withhold_READY_and_then_nothing_else_comes()
    {
        await using var discord = await DiscordStandIn.StartAsync(Quick);
        discord.Faults.WithholdReady(1);
        await using var client = await GatewayClient.ConnectAsync(discord);
        await client.ReceiveAsync(10);
        await client.IdentifyAsync();
        var sending = discord.SendAsync(Bodies.Slash(), TestContext.Current.CancellationToken);
        await client.BeatAsync();
        Assert.Equal(11, (int)(await client.PayloadAsync())!["op"]!);
        Assert.False(sending.IsCompleted);

        await Task.Delay(Quick.IdentifyWindow, TestContext.Current.CancellationToken);
        await using var again = await GatewayClient.ReadyAsync(discord);
        var sent = await sending;
        Assert.Equal(sent.Id, (string?)(await again.EventAsync("INTERACTION_CREATE"))["d"]!["id"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Declare_sessions_invalid(bool resumable)
    {
        await using var discord = await DiscordStandIn.StartAsync();
        await using var client = await GatewayClient.ReadyAsync(discord);
        discord.Faults.InvalidateSession(0, resumable);
        Assert.Equal(resumable, (bool)(await client.ReceiveAsync(9))["d"]!);
        Assert.Equal(!resumable, discord.Sessions[0].HasEnded);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Answer_Resume_and_Identify_with_op_9(bool resumable)
    {
        await using var discord = await DiscordStandIn.StartAsync(Quick);
        discord.Faults.RejectIdentifies(1);
        await using var early = await GatewayClient.ConnectAsync(discord);
        await early.ReceiveAsync(10);
        await early.IdentifyAsync();
        Assert.False((bool)(await early.ReceiveAsync(9))["d"]!);

        await Task.Delay(Quick.IdentifyWindow, TestContext.Current.CancellationToken);
        await using var client = await GatewayClient.ReadyAsync(discord);
        client.Abort();
        discord.Faults.RejectResumes(1, resumable);
        await using var again = await GatewayClient.ConnectAsync(discord, client.ResumeUrl);
        await again.ReceiveAsync(10);
        await again.ResumeAsync(client);
        Assert.Equal(resumable, (bool)(await again.ReceiveAsync(9))["d"]!);
        Assert.Equal(!resumable, discord.Sessions[0].HasEnded);
        Violations.None(discord);
    }

    [Fact]
    public async Task Make_zombies_and_mind_whoever_lives_with_one()
    {
        await using var discord = await DiscordStandIn.StartAsync(Quick with { Sprinkles = false });
        await using var client = await GatewayClient.ReadyAsync(discord);
        await client.BeatAsync();
        await client.ReceiveAsync(11);
        discord.Faults.SwallowAcks(0, 1);
        await client.BeatAsync();
        await Task.Delay(410, TestContext.Current.CancellationToken);
        Violations.None(discord);
        await client.BeatAsync();
        await client.ReceiveAsync(11);
        Violations.Has(discord, "heartbeat.zombie");
    }

    [Fact]
    public async Task Ask_for_a_heartbeat()
    {
        await using var discord = await DiscordStandIn.StartAsync(Quick);
        await using var client = await GatewayClient.ReadyAsync(discord);
        discord.Faults.RequestHeartbeat(0);
        await client.ReceiveAsync(1);
        await client.BeatAsync();
        await client.ReceiveAsync(11);
        Violations.None(discord);
        discord.Faults.RequestHeartbeat(0);
        await Eventually.Holds(() => discord.Violations.Any(violation => violation.Rule == "heartbeat.requested"));
    }

    [Theory]
    [InlineData("/?v=10&encoding=json", 1)]
    [InlineData("/?v=10&encoding=json&compress=zlib-stream", 7)]
    public async Task Split_within_characters_and_blocks(string query, int piece)
    {
        await using var discord = await DiscordStandIn.StartAsync();
        discord.Faults.SplitFrames(6, piece);
        await using var client = await GatewayClient.ReadyAsync(discord, query);
        var known = await client.EventAsync("STAND_IN_UNKNOWN");
        Assert.Equal("무시하세요 😀", (string?)known["d"]!["한글"]);
        Assert.Equal(piece > 1, client.Messages > 1);
    }

    [Fact]
    public async Task Send_payloads_late_twice_and_huge()
    {
        await using var discord = await DiscordStandIn.StartAsync(new StandInOptions { Sprinkles = false });
        await using var client = await GatewayClient.ReadyAsync(discord);
        discord.Faults.DelayFrames(TimeSpan.FromMilliseconds(300), 1);
        discord.Faults.DuplicateInteractions(1);
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var sent = await discord.SendAsync(Bodies.Slash(), TestContext.Current.CancellationToken);
        var first = await client.EventAsync("INTERACTION_CREATE");
        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(started), TimeSpan.FromMilliseconds(280), TimeSpan.FromSeconds(3));
        var second = await client.EventAsync("INTERACTION_CREATE");
        Assert.Equal(sent.Id, (string?)second["d"]!["id"]);
        Assert.Equal((int)first["s"]! + 1, (int)second["s"]!);

        discord.Faults.SendHuge(0, 1_000_000);
        Assert.InRange((await client.EventAsync("STAND_IN_HUGE")).ToJsonString().Length, 300_000, 3_000_000);
    }

    [Fact]
    public async Task Send_what_cannot_be_read()
    {
        await using var discord = await DiscordStandIn.StartAsync(new StandInOptions { Sprinkles = false });
        await using var client = await GatewayClient.ReadyAsync(discord);
        discord.Faults.SendGarbage(0);
        discord.Faults.SendTruncated(0);
        for (var i = 0; i < 2; i++)
        {
            var text = await client.TextAsync();
            Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(text!));
        }
    }

    [Fact]
    public async Task Refuse_the_resume_URL_for_a_while()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        await using var client = await GatewayClient.ReadyAsync(discord);
        client.Abort();
        await Eventually.Holds(() => !discord.Sessions[0].IsConnected);
        discord.Faults.RefuseResumeUrl(1);
        await Assert.ThrowsAsync<WebSocketException>(() => GatewayClient.ConnectAsync(discord, client.ResumeUrl));

        await using var elsewhere = await GatewayClient.ConnectAsync(discord);
        await elsewhere.ReceiveAsync(10);
        await elsewhere.ResumeAsync(client);
        await elsewhere.EventAsync("RESUMED");
        Violations.None(discord);

        discord.Faults.RefuseGatewayUrl(1);
        await Assert.ThrowsAsync<WebSocketException>(() => GatewayClient.ConnectAsync(discord));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(429)]
    public async Task Answer_requests_so_many_times(int status)
    {
        await using var discord = await DiscordStandIn.StartAsync();
        using var rest = new RestClient(discord);
        discord.Faults.Answer(ApiRoute.GetGateway, status, 2, TimeSpan.FromMilliseconds(50));
        (await rest.Bot("GET", "/applications/@me")).Is(200);
        (await rest.Bot("GET", "/gateway/bot")).Is(status);
        await Task.Delay(60, TestContext.Current.CancellationToken);
        (await rest.Bot("GET", "/gateway/bot")).Is(status);
        await Task.Delay(60, TestContext.Current.CancellationToken);
        (await rest.Bot("GET", "/gateway/bot")).Is(200);
        Violations.None(discord);
    }

    [Fact]
    public async Task Mind_whoever_disobeys_a_429()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        using var rest = new RestClient(discord);
        discord.Faults.Answer(ApiRoute.GetGateway, 429, 1, TimeSpan.FromSeconds(5), isGlobal: true);
        var refused = await rest.Bot("GET", "/gateway/bot");
        Assert.Equal("5", refused.Headers["Retry-After"]);
        Assert.Equal("global", refused.Headers["X-RateLimit-Scope"]);
        await Task.Delay(200, TestContext.Current.CancellationToken);
        (await rest.Bot("GET", "/applications/@me")).Is(200);
        Violations.Has(discord, "ratelimit.ignored");
    }

    [Fact]
    public async Task Lose_the_response_so_that_a_retry_meets_40060()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        using var rest = new RestClient(discord);
        var sent = discord.Track(Bodies.Slash());
        discord.Faults.LoseResponse(ApiRoute.Callback, 1);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => rest.Callback(sent, Bodies.Answer(5)));
        Assert.True((await sent.Outcome).Answered);
        (await rest.Callback(sent, Bodies.Answer(5))).Is(400, 40060);
        Violations.None(discord);
    }

    [Fact]
    public async Task Reset_and_hang_before_anything_is_processed()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        using var rest = new RestClient(discord);
        var sent = discord.Track(Bodies.Slash());
        discord.Faults.Reset(ApiRoute.Callback, 1);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => rest.Callback(sent, Bodies.Answer(5)));
        discord.Faults.TimeOut(ApiRoute.Callback, 1);
        await Assert.ThrowsAsync<TimeoutException>(() => rest.Callback(sent, Bodies.Answer(5)).WaitAsync(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken));
        Assert.False(sent.Outcome.IsCompleted);
        discord.Faults.Delay(ApiRoute.Callback, TimeSpan.FromMilliseconds(100), 1);
        (await rest.Callback(sent, Bodies.Answer(5))).Is(204);
        Violations.None(discord);
    }
}
