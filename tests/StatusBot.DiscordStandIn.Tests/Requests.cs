using System.Globalization;
using System.Text.Json.Nodes;
using StatusBot.StandIn.Rules;
using StatusBot.StandIn.Tests.Support;

namespace StatusBot.StandIn.Tests;

/// <summary>What every request has to bring, and how many there may be.</summary>
public sealed class Requests
{
    [Fact]
    public async Task Describe_the_gateway_and_the_application_as_the_schema_says()
    {
        await using var discord = await DiscordStandIn.StartAsync(new StandInOptions { Shards = 2, SessionStartRemaining = 7 });
        using var rest = new RestClient(discord);
        var gateway = await rest.Bot("GET", "/gateway/bot");
        gateway.Is(200);
        Assert.Equal(2, (int)gateway.Json["shards"]!);
        Assert.Equal(7, (int)gateway.Json["session_start_limit"]!["remaining"]!);
        var application = await rest.Bot("GET", "/applications/@me");
        application.Is(200);

        var errors = new FormErrors();
        DiscordSchema.Component("GatewayBotResponse").Check(gateway.Json, errors);
        Assert.False(errors.Any, errors.ToString());
        Assert.Equal(discord.ApplicationId, (string?)application.Json["id"]);
        Assert.Equal(64, ((string)application.Json["verify_key"]!).Length);
        Violations.None(discord);
    }

    [Theory]
    [InlineData("https://bot.example.org/interactions", 200)]
    [InlineData("http://bot.example.org/interactions", 400)]
    [InlineData("nowhere", 400)]
    [InlineData(null, 200)]
    public async Task Set_the_endpoint(string? url, int status)
    {
        await using var discord = await DiscordStandIn.StartAsync();
        using var rest = new RestClient(discord);
        (await rest.Bot("PATCH", "/applications/@me", new JsonObject { ["interactions_endpoint_url"] = url })).Is(status);
        var shown = (await rest.Bot("GET", "/applications/@me")).Json["interactions_endpoint_url"];
        Assert.Equal(status == 200 ? url : null, (string?)shown);
    }

    [Theory]
    [InlineData("")]
    [InlineData("curl/8")]
    [InlineData("DiscordBot")]
    [InlineData("DiscordBot (StatusBot, 1)")]
    public async Task Name_their_bot(string agent)
    {
        await using var discord = await DiscordStandIn.StartAsync();
        using var rest = new RestClient(discord) { UserAgent = agent };
        var answer = await rest.Bot("GET", "/gateway/bot");
        answer.Is(403);
        Assert.StartsWith("<", answer.Text, StringComparison.Ordinal);
        Violations.Has(discord, "request.user_agent");
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bot wrong")]
    [InlineData("Bearer x")]
    public async Task Of_the_bot_bring_its_token(string authorization)
    {
        await using var discord = await DiscordStandIn.StartAsync();
        using var rest = new RestClient(discord);
        (await rest.Bot("GET", "/gateway/bot", authorization: authorization)).Is(401, 0);
        (await rest.Bot("GET", "/gateway/bot", authorization: discord.Token)).Is(401, 0);
        Violations.Has(discord, "request.token");
    }

    [Fact]
    public async Task Send_JSON_and_say_so()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        using var rest = new RestClient(discord);
        var path = $"/applications/{discord.ApplicationId}/commands";
        (await rest.SendAsync("PUT", path, "[]", $"Bot {discord.Token}", "text/plain")).Is(400, 50035);
        (await rest.Bot("PUT", path, "[")).Is(400, 50109);
        (await rest.Bot("PUT", path, """[{"name":"a","name":"b"}]""")).Is(400, 50109);
    }

    [Fact]
    public async Task To_no_route_are_not_found()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        using var rest = new RestClient(discord);
        (await rest.Bot("GET", "/users/@me/nothing")).Is(404, 0);
        Violations.Has(discord, "route.unknown");
    }

    [Fact]
    public async Task Are_counted_by_bucket()
    {
        await using var discord = await DiscordStandIn.StartAsync(new StandInOptions
        {
            RouteLimits = new Dictionary<ApiRoute, RouteLimit> { [ApiRoute.GetApplication] = new(2, TimeSpan.FromSeconds(1)) },
        });
        using var rest = new RestClient(discord);
        var first = await rest.Bot("GET", "/applications/@me");
        Assert.Equal("2", first.Headers["X-RateLimit-Limit"]);
        Assert.Equal("1", first.Headers["X-RateLimit-Remaining"]);
        Assert.NotEmpty(first.Headers["X-RateLimit-Bucket"]);
        Assert.InRange(double.Parse(first.Headers["X-RateLimit-Reset-After"], CultureInfo.InvariantCulture), 0.5, 1);
        await rest.Bot("GET", "/applications/@me");

        var refused = await rest.Bot("GET", "/applications/@me");
        refused.Is(429);
        Assert.False((bool)refused.Json["global"]!);
        Assert.InRange((double)refused.Json["retry_after"]!, 0.01, 1);
        Assert.Equal("user", refused.Headers["X-RateLimit-Scope"]);
        Assert.Equal("1", refused.Headers["Retry-After"]);
        Violations.None(discord);

        await Task.Delay(200, TestContext.Current.CancellationToken);
        (await rest.Bot("GET", "/applications/@me")).Is(429);
        Violations.Has(discord, "ratelimit.ignored");
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        (await rest.Bot("GET", "/applications/@me")).Is(200);
        Assert.Single(discord.Violations);
    }

    [Fact]
    public async Task Of_the_bot_share_a_global_limit_that_interactions_do_not()
    {
        await using var discord = await DiscordStandIn.StartAsync(new StandInOptions { GlobalRequestsPerSecond = 2 });
        using var rest = new RestClient(discord);
        await rest.Bot("GET", "/applications/@me");
        await rest.Bot("GET", "/gateway/bot");
        var refused = await rest.Bot("GET", "/gateway/bot");
        refused.Is(429);
        Assert.True((bool)refused.Json["global"]!);
        Assert.Equal("true", refused.Headers["X-RateLimit-Global"]);
        (await rest.Callback(discord.Track(Bodies.Slash()), Bodies.Answer(5))).Is(204);
    }

    [Fact]
    public async Task That_fail_too_often_ban_the_address()
    {
        await using var discord = await DiscordStandIn.StartAsync(new StandInOptions { InvalidRequestLimit = 3 });
        using var rest = new RestClient(discord);
        for (var i = 0; i < 4; i++)
            (await rest.Bot("GET", "/gateway/bot", authorization: "Bot x")).Is(401);
        var banned = await rest.Bot("GET", "/gateway/bot");
        banned.Is(403);
        Assert.StartsWith("<", banned.Text, StringComparison.Ordinal);
        Violations.Has(discord, "ban");
    }
}
