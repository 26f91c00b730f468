using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using StatusBot.Discord.Rest;
using StatusBot.EndToEnd.Tests.Support;
using StatusBot.StandIn;

namespace StatusBot.EndToEnd.Tests;

/// <summary>What goes wrong with HTTP, in either direction, by the number of the pitfall: the running program and the stand-in.</summary>
public sealed class Pitfalls_of_http(SignedBot bot) : IClassFixture<SignedBot>
{
    private const string Ping = """{"id":"1","application_id":"2","type":1,"token":"t","version":1}""";

    [Fact]
    public async Task Pitfall_23_Korean_bodies_fail_verification()
    {
        // Signed as they are: raw Korean, an escape, white space, and an order of keys that no serializer would give.
        using var response = await bot.PostAsync(
            """
            { "type" : 2, "token":"t" ,"data":{"options":[{"value":"권한 \uc5c6음","type":3,"name":"code"}], "name":"status","type":1 },
              "locale":"ko", "user":{"global_name":"김개발 😀","id":"80351110224678912"},"application_id":"845027738276462632" , "id":"846462639134605399"}

            """);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.StartsWith("403 Forbidden", (string?)answer["data"]!["embeds"]![0]!["title"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pitfall_24_The_URL_is_removed()
    {
        // Discord probes with bad signatures, now and then many; each gets its 401, and the next good one its answer.
        string[] probes = ["no signature", "no timestamp", "two signatures", "another key", "another body", "odd digits", "too short", "too long", "empty"];
        for (var round = 0; round < 10; round++)
        {
            foreach (var how in probes)
            {
                using var request = SignedBot.Request(how == "empty" ? "" : Ping, how);
                using var refused = await bot.Http.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.True(refused.StatusCode is HttpStatusCode.Unauthorized, $"A request with {how} was answered {(int)refused.StatusCode}.");
            }
        }

        using var response = await bot.PostAsync(Ping);
        Assert.Equal("""{"type":1}""", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Pitfall_25_10015_after_deferring()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        await using var answering = await RunningBot.StartAsync(new Dictionary<string, string>
        {
            ["Discord__PublicKey"] = SignedBot.PublicKey,
            ["Discord__ApiUrl"] = discord.ApiUrl.ToString(),
        });
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = answering.Address };
        var press = ConnectedBot.Status("403");
        press["type"] = 3;
        press["data"] = new JsonObject { ["custom_id"] = "v1:delete:en:80351110224678912", ["component_type"] = 2 };
        press["message"] = new JsonObject { ["id"] = "1127984240000000001", ["flags"] = 0, ["content"] = "away with it" };
        var sent = discord.Track(press);

        using var request = SignedBot.Request(press.ToJsonString(), how: "");
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(6, (int)body["type"]!);

        // Discord reads the answer only after the request that follows it has arrived.
        await Eventually.HoldsAsync(() => discord.Requests.Any(early => early is { Method: "DELETE", Code: 10015 }), () => "Nothing followed the first answer.");
        Assert.Null(discord.TakeBody(sent, body));
        await Eventually.HoldsAsync(() => discord.Requests.Any(later => later is { Method: "DELETE", Status: 204 }), () => "The message was not deleted after all.");
        Assert.Empty(sent.Messages);
    }

    [Fact]
    public async Task Pitfall_30_HTTP_plumbing()
    {
        // One handler for all clients, whose connections do not outlive a change of Discord's addresses.
        using (var plumbing = new DiscordHttp(new Uri("https://bot.example/"), "1"))
            Assert.InRange(HandlerOf(plumbing).PooledConnectionLifetime, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(15));

        // Whatever goes wrong, and however much is logged, no token is.
        await using var connected = await ConnectedBot.StartAsync(more: new Dictionary<string, string> { ["Logging__LogLevel__Default"] = "Trace" });
        var (faults, tokens) = (connected.Discord.Faults, new List<string> { connected.Discord.Token });
        foreach (var plan in (Action[])[
            () => faults.Answer(ApiRoute.Callback, 429, 1),
            () => faults.Answer(ApiRoute.Callback, 502, 2),
            () => faults.Answer(ApiRoute.Callback, 403, 1),
            () => faults.Reset(ApiRoute.Callback, 2),
            () => faults.Drop(0)])
        {
            plan();
            tokens.Add((await connected.AskAsync("404")).Token);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        await connected.Bot.SaysAsync("is live: resumed");
        await connected.Bot.SaysAsync("POST /interactions/{interactionId}/{token}/callback");
        await connected.Bot.TerminateAsync();
        Assert.All(connected.Bot.Lines, line => Assert.DoesNotContain(tokens, token => line.Contains(token, StringComparison.Ordinal)));
        Assert.DoesNotContain(connected.Discord.Violations, violation => violation.Rule.StartsWith("request.", StringComparison.Ordinal));
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_handler")]
    private static extern ref SocketsHttpHandler HandlerOf(DiscordHttp http);
}
