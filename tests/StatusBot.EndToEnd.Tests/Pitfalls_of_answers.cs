using System.Text.Json.Nodes;
using StatusBot.EndToEnd.Tests.Support;
using StatusBot.StandIn;

namespace StatusBot.EndToEnd.Tests;

/// <summary>
/// What goes wrong with answers, by the number of the pitfall: the running program and the stand-in. The pitfalls of slow answers
/// (18, 19, 27, 28), for which a command must be slow, are in StatusBot.Tests.
/// </summary>
public sealed class Pitfalls_of_answers
{
    private const string UnknownInteraction = """{"code":10062,"message":"Unknown interaction"}""";

    [Fact]
    public async Task Pitfall_16_Edits_wipe_or_keep_wrongly()
    {
        await using var connected = await ConnectedBot.StartAsync();
        var press = Press("v1:status:en:80351110224678912:403:example");
        press["message"]!["content"] = "kept";
        press["message"]!["embeds"] = new JsonArray(new JsonObject { ["title"] = "old" }, new JsonObject { ["title"] = "older" });

        var sent = await connected.Discord.SendAsync(press, TestContext.Current.CancellationToken);
        var outcome = await sent.Outcome;

        // What the edit does not speak of stays; what it replaces is gone, all of it.
        Assert.Equal(7, outcome.ResponseType);
        var message = sent.Messages[0];
        Assert.Equal("kept", (string?)message["content"]);
        Assert.StartsWith("403 Forbidden", (string?)Assert.Single(message["embeds"]!.AsArray())!["title"], StringComparison.Ordinal);
        Assert.Equal(["embeds", "components", "allowed_mentions"], outcome.Response!["data"]!.AsObject().Select(part => part.Key));
        Assert.Empty(connected.Discord.Violations);
    }

    [Fact]
    public async Task Pitfall_20_A_callback_that_fails()
    {
        await using var connected = await ConnectedBot.StartAsync();

        // Its answer is lost, it hangs, it meets a 502: one more attempt, in time, and 40060 means that the first had arrived.
        connected.Discord.Faults.LoseResponse(ApiRoute.Callback, times: 1);
        Assert.True((await (await connected.AskAsync("200")).Outcome).Answered);
        await CallbacksAsync(connected, 2);
        Assert.Equal(40060, connected.Discord.Requests[^1].Code);

        connected.Discord.Faults.TimeOut(ApiRoute.Callback, times: 1);
        Assert.True((await (await connected.AskAsync("404")).Outcome).Answered);
        await CallbacksAsync(connected, 4);
        Assert.DoesNotContain(connected.Bot.Lines, line => line.Contains("could not be", StringComparison.Ordinal));

        connected.Discord.Faults.Answer(ApiRoute.Callback, 502, times: 3);
        Assert.False((await (await connected.AskAsync("502")).Outcome).Answered);
        await CallbacksAsync(connected, 6);
    }

    [Fact]
    public async Task Pitfall_21_Handled_twice()
    {
        await using var connected = await ConnectedBot.StartAsync();

        connected.Discord.Faults.DuplicateInteractions(1);
        Assert.True((await (await connected.AskAsync("403")).Outcome).Answered);
        Assert.True((await (await connected.AskAsync("404")).Outcome).Answered);

        await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.Equal([204, 204], Callbacks(connected).Select(request => request.Status));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task Pitfall_22_Too_late_at_once(int hours)
    {
        // Ids say when something happened, by Discord's clock; ours may be any other.
        await using var connected = await ConnectedBot.StartAsync(new StandInOptions { TimeProvider = new WrongClock(TimeSpan.FromHours(hours)) });

        Assert.True((await (await connected.AskAsync("408")).Outcome).Answered);
        Assert.Empty(connected.Discord.Violations);
    }

    [Fact]
    public async Task Pitfall_29_An_empty_autocomplete()
    {
        await using var connected = await ConnectedBot.StartAsync();

        foreach (var typed in (string[])["", "4", "ㄱ", "권한", "not f", new string('가', 100), "477"])
        {
            // The stand-in holds the choices against Discord's limits.
            var outcome = await (await connected.Discord.SendAsync(Typing(typed), TestContext.Current.CancellationToken)).Outcome;
            Assert.Equal(8, outcome.ResponseType);
            var choices = outcome.Response!["data"]!["choices"]!.AsArray();
            Assert.True(typed.Length > 10 || choices.Count > 0, $"Nothing is offered for \"{typed}\".");
        }

        // Nobody waits for the choices of what has been typed over.
        var before = connected.Discord.Requests.Count;
        connected.Discord.Faults.AnswerBody(ApiRoute.Callback, 404, UnknownInteraction, times: 1);
        await connected.Discord.SendAsync(Typing("40"), TestContext.Current.CancellationToken);
        await connected.Bot.SaysAsync("nothing more is sent");
        Assert.True((await (await connected.AskAsync("404")).Outcome).Answered);
        Assert.Equal(before + 2, connected.Discord.Requests.Count);
        Assert.Empty(connected.Discord.Violations);
    }

    private static IReadOnlyList<RecordedRequest> Callbacks(ConnectedBot connected) =>
        [.. connected.Discord.Requests.Where(request => request.Template.EndsWith("/callback", StringComparison.Ordinal))];

    private static async Task CallbacksAsync(ConnectedBot connected, int count)
    {
        await Eventually.HoldsAsync(() => Callbacks(connected).Count >= count, () => $"There were {Callbacks(connected).Count} callbacks in place of {count}.");
        await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.Equal(count, Callbacks(connected).Count);
    }

    private static JsonObject Press(string customId)
    {
        var press = ConnectedBot.Status("403");
        press["type"] = 3;
        press["data"] = new JsonObject { ["custom_id"] = customId, ["component_type"] = 2 };
        press["message"] = new JsonObject { ["id"] = "1127984240000000001", ["flags"] = 0 };
        return press;
    }

    private static JsonObject Typing(string text)
    {
        var typing = ConnectedBot.Status(text);
        typing["type"] = 4;
        typing["data"]!["options"]![0]!["focused"] = true;
        return typing;
    }

    /// <summary>The system's clock, set wrong; time passes by it as by any other.</summary>
    private sealed class WrongClock(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
