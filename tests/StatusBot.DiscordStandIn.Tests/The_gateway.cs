using System.Net.WebSockets;
using System.Text.Json.Nodes;
using StatusBot.StandIn.Tests.Support;

namespace StatusBot.StandIn.Tests;

/// <summary>The Gateway's order of things, and its rules.</summary>
public sealed class The_gateway
{
    // Fast enough that tests of lateness are quick, slow enough for a busy machine.
    private static readonly StandInOptions Quick = new() { HeartbeatIntervalMs = 400, IdentifyWindow = TimeSpan.FromMilliseconds(400) };

    [Theory]
    [InlineData("/?v=10&encoding=json")]
    [InlineData("?v=10&encoding=json")]
    [InlineData("/?v=10&encoding=json&compress=zlib-stream")]
    public async Task Greets_identifies_and_delivers(string query)
    {
        await using var discord = await DiscordStandIn.StartAsync();
        using var rest = new RestClient(discord);
        await using var client = await GatewayClient.ConnectAsync(discord, query: query);
        Assert.Equal(2000, (int)(await client.ReceiveAsync(10))["d"]!["heartbeat_interval"]!);
        await client.BeatAsync();
        await client.ReceiveAsync(11);
        await client.IdentifyAsync();
        var ready = (await client.EventAsync("READY"))["d"]!;
        Assert.Equal("290926798626357999", (string?)ready["guilds"]![0]!["id"]);
        Assert.True((bool)ready["guilds"]![0]!["unavailable"]!);
        Assert.EndsWith("/resume", client.ResumeUrl, StringComparison.Ordinal);
        await discord.ReadyAsync(TestContext.Current.CancellationToken);

        var sent = await discord.SendAsync(Bodies.Slash(), TestContext.Current.CancellationToken);
        var received = (await client.EventAsync("INTERACTION_CREATE"))["d"]!;
        Assert.Equal(sent.Id, (string?)received["id"]);
        Assert.Equal(sent.Token, (string?)received["token"]);
        Assert.Equal(discord.ApplicationId, (string?)received["application_id"]);
        (await rest.Callback(sent, Bodies.Answer(5))).Is(204);
        Assert.True((await sent.Outcome).Answered);
        Assert.Equal(1, discord.Identifies);
        Violations.None(discord);
    }

    [Fact]
    public async Task Sprinkles_what_nobody_knows()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        await using var client = await GatewayClient.ReadyAsync(discord);
        await client.ReceiveAsync(99);
        await client.EventAsync("STAND_IN_UNKNOWN");
    }

    [Fact]
    public async Task Sends_an_interaction_to_the_shard_of_its_guild()
    {
        await using var discord = await DiscordStandIn.StartAsync(new StandInOptions { Shards = 2, MaxConcurrency = 2 });
        await using var zero = await GatewayClient.ReadyAsync(discord, shard: 0, shards: 2);
        await using var one = await GatewayClient.ReadyAsync(discord, shard: 1, shards: 2);
        var odd = ((ulong)1 << 22).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var first = await discord.SendAsync(Bodies.Slash(odd), TestContext.Current.CancellationToken);
        var second = await discord.SendAsync(Bodies.Slash(null), TestContext.Current.CancellationToken);
        Assert.Equal(first.Id, (string?)(await one.EventAsync("INTERACTION_CREATE"))["d"]!["id"]);
        Assert.Equal(second.Id, (string?)(await zero.EventAsync("INTERACTION_CREATE"))["d"]!["id"]);
        Violations.None(discord);
    }

    public static TheoryData<string, int> Refused => new()
    {
        { """{"op":3,"d":null}""", 4003 },
        { """{"op":50,"d":null}""", 4001 },
        { """{"op":0,"d":null}""", 4001 },
        { """{"op":"1"}""", 4002 },
        { "nothing", 4002 },
        { "[]", 4002 },
        { $$"""{"op":1,"d":"{{new string('x', 4096)}}"}""", 4002 },
        { """{"op":2,"d":{"token":"wrong","intents":0,"properties":{"os":"l","browser":"b","device":"d"}}}""", 4004 },
        { """{"op":6,"d":{"token":"wrong","session_id":"x","seq":1}}""", 4004 },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Closes_on_what_it_does_not_take(string text, int code)
    {
        await using var discord = await DiscordStandIn.StartAsync();
        await using var client = await GatewayClient.ConnectAsync(discord);
        await client.ReceiveAsync(10);
        await client.SendTextAsync(text);
        Assert.Equal(code, await client.ClosedAsync());
        Assert.NotEmpty(discord.Violations);
    }

    [Theory]
    [InlineData("intents", null, 4013)]
    [InlineData("intents", "-1", 4013)]
    [InlineData("intents", "1073741824", 4013)]
    [InlineData("intents", "32768", 4014)]
    [InlineData("properties", null, 4002)]
    [InlineData("shard", "[1,1]", 4010)]
    [InlineData("shard", "[0,2]", 4010)]
    [InlineData("shard", "5", 4010)]
    [InlineData("intends", "0", 4002)]
    [InlineData("presence", """{"status":"here","afk":false,"since":null,"activities":[]}""", 4002)]
    public async Task Reads_Identify_closely(string key, string? value, int code)
    {
        await using var discord = await DiscordStandIn.StartAsync();
        await using var client = await GatewayClient.ConnectAsync(discord);
        await client.ReceiveAsync(10);
        await client.IdentifyAsync(identify =>
        {
            identify.Remove(key);
            if (value is not null)
                identify[key] = JsonNode.Parse(value);
        });
        Assert.Equal(code, await client.ClosedAsync());
        Violations.Has(discord, "identify.invalid");
    }

    [Fact]
    public async Task Requires_sharding_where_it_recommends_it()
    {
        await using var discord = await DiscordStandIn.StartAsync(new StandInOptions { Shards = 2 });
        await using var client = await GatewayClient.ConnectAsync(discord);
        await client.ReceiveAsync(10);
        await client.IdentifyAsync();
        Assert.Equal(4011, await client.ClosedAsync());
    }

    [Fact]
    public async Task Takes_a_presence()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        await using var client = await GatewayClient.ReadyAsync(discord);
        await client.SendAsync(3, JsonNode.Parse("""{"status":"idle","afk":false,"since":null,"activities":[{"name":"/status","type":0}]}"""));
        await Eventually.Holds(() => (string?)discord.Sessions[0].Presence?["status"] == "idle");
        Violations.None(discord);
    }

    [Theory]
    [InlineData("/?encoding=json", 4012)]
    [InlineData("/?v=9&encoding=json", 4012)]
    [InlineData("/?v=10", 4012)]
    [InlineData("/?v=10&encoding=json&compress=zstd-stream", 4002)]
    public async Task Wants_its_query(string query, int code)
    {
        await using var discord = await DiscordStandIn.StartAsync();
        await using var client = await GatewayClient.ConnectAsync(discord, query: query);
        Assert.Equal(code, await client.ClosedAsync());
        Violations.Has(discord, "gateway.query");
    }

    [Fact]
    public async Task Refuses_a_second_Identify()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        await using var client = await GatewayClient.ReadyAsync(discord);
        await client.IdentifyAsync();
        Assert.Equal(4005, await client.ClosedAsync());
    }

    [Fact]
    public async Task Takes_120_payloads_a_minute()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        await using var client = await GatewayClient.ReadyAsync(discord);
        for (var i = 0; i < 119; i++)
            await client.BeatAsync();
        await client.ReceiveAsync(11);
        Violations.None(discord);
        await client.BeatAsync();
        Assert.Equal(4008, await client.ClosedAsync());
    }

    [Fact]
    public async Task Drops_whoever_stops_beating()
    {
        await using var discord = await DiscordStandIn.StartAsync(Quick);
        await using var client = await GatewayClient.ReadyAsync(discord);
        Assert.Equal(1006, await client.ClosedAsync());
        Violations.Has(discord, "heartbeat.late");
        await Eventually.Holds(() => !discord.Sessions[0].IsConnected);
        Assert.Equal(1, discord.Sessions[0].MissedHeartbeats);
        Assert.False(discord.Sessions[0].HasEnded);
    }

    [Fact]
    public async Task Keeps_whoever_beats()
    {
        await using var discord = await DiscordStandIn.StartAsync(Quick);
        await using var client = await GatewayClient.ReadyAsync(discord);
        for (var i = 0; i < 4; i++)
        {
            await client.BeatAsync();
            await client.ReceiveAsync(11);
            await Task.Delay(350, TestContext.Current.CancellationToken);
        }

        Violations.None(discord);
        Assert.Equal(4, discord.Sessions[0].Heartbeats);
    }

    [Fact]
    public async Task Closes_on_a_sequence_that_never_was()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        await using var client = await GatewayClient.ReadyAsync(discord);
        await client.SendAsync(1, 999);
        Assert.Equal(4007, await client.ClosedAsync());
        Violations.Has(discord, "heartbeat.sequence");
    }

    [Fact]
    public async Task Refuses_Identifies_that_come_too_fast()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        await using var first = await GatewayClient.ReadyAsync(discord);
        await using var second = await GatewayClient.ConnectAsync(discord);
        await second.ReceiveAsync(10);
        await second.IdentifyAsync();
        Assert.False((bool)(await second.ReceiveAsync(9))["d"]!);
        Violations.Has(discord, "identify.concurrency");
    }

    [Fact]
    public async Task Resets_the_token_of_whoever_identifies_too_often()
    {
        await using var discord = await DiscordStandIn.StartAsync(Quick with { SessionStartRemaining = 1 });
        using var rest = new RestClient(discord);
        await using var first = await GatewayClient.ReadyAsync(discord);
        await using var second = await GatewayClient.ConnectAsync(discord);
        await second.ReceiveAsync(10);
        await second.IdentifyAsync();
        Assert.Equal(4004, await second.ClosedAsync());
        Assert.Equal(4004, await first.ClosedAsync());
        Violations.Has(discord, "identify.limit");
        (await rest.Bot("GET", "/gateway/bot")).Is(401);
    }

    [Fact]
    public async Task Gives_identifies_back_when_their_time_has_come()
    {
        var clock = new ShiftedTime();
        await using var discord = await DiscordStandIn.StartAsync(new StandInOptions { SessionStartRemaining = 0, SessionStartResetAfterMs = 60_000, TimeProvider = clock });
        using var rest = new RestClient(discord);
        var limit = (await rest.Bot("GET", "/gateway/bot")).Json["session_start_limit"]!;
        Assert.Equal(0, (int)limit["remaining"]!);
        Assert.InRange((int)limit["reset_after"]!, 50_000, 60_000);
        clock.Shift(TimeSpan.FromMinutes(1));
        await using var client = await GatewayClient.ReadyAsync(discord);
        Violations.None(discord);
    }

    [Fact]
    public async Task Replays_what_was_missed_and_ends_with_RESUMED()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        await using var client = await GatewayClient.ReadyAsync(discord);
        client.Abort();
        await Eventually.Holds(() => !discord.Sessions[0].IsConnected);
        var first = await discord.SendAsync(Bodies.Slash(), TestContext.Current.CancellationToken);
        var second = await discord.SendAsync(Bodies.Slash(), TestContext.Current.CancellationToken);

        await using var again = await GatewayClient.ConnectAsync(discord, client.ResumeUrl);
        await again.ReceiveAsync(10);
        await again.ResumeAsync(client);
        Assert.Equal(first.Id, (string?)(await again.EventAsync("INTERACTION_CREATE"))["d"]!["id"]);
        Assert.Equal(second.Id, (string?)(await again.EventAsync("INTERACTION_CREATE"))["d"]!["id"]);
        await again.EventAsync("RESUMED");
        Assert.Equal(1, discord.Identifies);
        Assert.Equal(1, discord.Sessions[0].Resumes);
        Assert.True(discord.Sessions[0].IsConnected);
        Violations.None(discord);
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, true)]
    [InlineData(4000, false)]
    [InlineData(4900, false)]
    public async Task Keeps_a_session_unless_it_is_closed_normally(int code, bool ended)
    {
        await using var discord = await DiscordStandIn.StartAsync();
        await using var client = await GatewayClient.ReadyAsync(discord);
        await client.CloseAsync(code);
        await Eventually.Holds(() => discord.Closes.Count == 1);
        Assert.Equal(new GatewayClose(0, code, true, "", discord.Closes[0].At), discord.Closes[0]);
        Assert.Equal(ended, discord.Sessions[0].HasEnded);

        await using var again = await GatewayClient.ConnectAsync(discord, client.ResumeUrl);
        await again.ReceiveAsync(10);
        await again.ResumeAsync(client);
        if (ended)
            Assert.False((bool)(await again.ReceiveAsync(9))["d"]!);
        else
            await again.EventAsync("RESUMED");
        Assert.Equal(ended, discord.Violations.Any(violation => violation.Rule == "resume.session"));
    }

    [Fact]
    public async Task Refuses_a_Resume_ahead_of_its_time_or_of_another()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        await using var client = await GatewayClient.ReadyAsync(discord);
        await using var stranger = await GatewayClient.ConnectAsync(discord, client.ResumeUrl);
        await stranger.ReceiveAsync(10);
        await stranger.ResumeAsync(client, session: "nobody");
        Assert.False((bool)(await stranger.ReceiveAsync(9))["d"]!);

        await using var ahead = await GatewayClient.ConnectAsync(discord, client.ResumeUrl);
        await ahead.ReceiveAsync(10);
        await ahead.ResumeAsync(client, sequence: 100);
        Assert.Equal(4007, await ahead.ClosedAsync());
        Violations.Has(discord, "resume.sequence");
    }

    [Fact]
    public async Task Wants_each_thing_at_its_own_URL()
    {
        await using var discord = await DiscordStandIn.StartAsync(Quick);
        await using var client = await GatewayClient.ReadyAsync(discord);
        client.Abort();
        await Eventually.Holds(() => !discord.Sessions[0].IsConnected);
        await using var again = await GatewayClient.ConnectAsync(discord);
        await again.ReceiveAsync(10);
        await again.ResumeAsync(client);
        await again.EventAsync("RESUMED");
        Violations.Has(discord, "resume.url");

        await Task.Delay(Quick.IdentifyWindow, TestContext.Current.CancellationToken);
        await using var wrong = await GatewayClient.ConnectAsync(discord, client.ResumeUrl);
        await wrong.ReceiveAsync(10);
        await wrong.IdentifyAsync();
        await wrong.EventAsync("READY");
        Violations.Has(discord, "identify.url");
    }

    [Fact]
    public async Task Is_silent_while_an_endpoint_is_set()
    {
        await using var discord = await DiscordStandIn.StartAsync(new StandInOptions { InteractionsEndpointUrl = "https://bot.example.org/", ResponseLimit = TimeSpan.FromMilliseconds(200) });
        await using var client = await GatewayClient.ReadyAsync(discord);
        var sent = await discord.SendAsync(Bodies.Slash(), TestContext.Current.CancellationToken);
        Assert.False((await sent.Outcome).Answered);
    }

    [Fact]
    public async Task Takes_no_binary_payloads()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        await using var client = await GatewayClient.ConnectAsync(discord);
        await client.ReceiveAsync(10);
        await client.SendTextAsync("""{"op":1,"d":null}""", WebSocketMessageType.Binary);
        Assert.Equal(4002, await client.ClosedAsync());
    }

    [Fact]
    public async Task Stops_at_once_with_clients_connected()
    {
        var discord = await DiscordStandIn.StartAsync();
        await using var client = await GatewayClient.ReadyAsync(discord);
        var sent = await discord.SendAsync(Bodies.Slash(), TestContext.Current.CancellationToken);
        var stopping = discord.DisposeAsync().AsTask();
        await stopping.WaitAsync(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        Assert.True(sent.Outcome.IsCanceled);
        await client.ClosedAsync();
    }
}
