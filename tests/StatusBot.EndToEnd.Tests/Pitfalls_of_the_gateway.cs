using System.Text.Json.Nodes;
using StatusBot.EndToEnd.Tests.Support;
using StatusBot.StandIn;

namespace StatusBot.EndToEnd.Tests;

/// <summary>
/// What goes wrong with bots on the gateway, by the number of the pitfall, and what this one does instead: the running program and
/// the stand-in. The pitfalls of clocks (4, 8, 10, 12, 13) are in StatusBot.Discord.Tests.
/// </summary>
public sealed class Pitfalls_of_the_gateway
{
    [Fact]
    public async Task Pitfall_01_Online_but_deaf()
    {
        await using var connected = await LiveAsync(new StandInOptions { HeartbeatIntervalMs = 1_000 });

        // The connection stays, but nobody at its other end listens any more.
        connected.Discord.Faults.SwallowAcks(0, times: 1);
        await ResumedAsync(connected, times: 1);

        Assert.Contains(connected.Discord.Closes, close => close is { ByClient: true, Code: 4000 });
        Assert.True((await (await connected.AskAsync("404")).Outcome).Answered);
        Assert.Empty(connected.Discord.Violations);
    }

    [Fact]
    public async Task Pitfall_02_Drops_after_reconnecting()
    {
        await using var connected = await LiveAsync();

        connected.Discord.Faults.Drop(0);
        await ResumedAsync(connected, times: 1);

        // The stand-in turns away who comes without the query, and minds who resumes elsewhere.
        Assert.Equal(2, connected.Discord.Connections);
        Assert.True((await (await connected.AskAsync("404")).Outcome).Answered);
        Assert.Empty(connected.Discord.Violations);
    }

    [Fact]
    public async Task Pitfall_03_Late_heartbeats()
    {
        const int Hanging = 10;
        await using var connected = await LiveAsync(new StandInOptions { HeartbeatIntervalMs = 1_000 });

        connected.Discord.Faults.TimeOut(ApiRoute.Callback, Hanging);
        var hanging = new List<SentInteraction>();
        for (var i = 0; i < Hanging; i++)
            hanging.Add(await connected.AskAsync("503"));
        await Task.Delay(300, TestContext.Current.CancellationToken);
        var outcome = await (await connected.AskAsync("404")).Outcome;

        Assert.True(outcome.Answered);
        Assert.InRange(outcome.After, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.All(await Task.WhenAll(hanging.Select(sent => sent.Outcome)), hung => Assert.True(hung.Answered));
        Assert.Equal(1, connected.Discord.Connections);
        Assert.Equal(0, Assert.Single(connected.Discord.Sessions).MissedHeartbeats);
        Assert.Empty(connected.Discord.Violations);
    }

    [Fact]
    public async Task Pitfall_05_Every_reconnect_is_a_new_session()
    {
        await using var connected = await LiveAsync();

        Assert.True(connected.Discord.Faults.AskToReconnect(0));
        await ResumedAsync(connected, times: 1);

        Assert.True(connected.Discord.Closes[0] is { ByClient: true, Code: 4000 });
        Assert.Equal(1, connected.Discord.Identifies);
        Assert.Empty(connected.Discord.Violations);
    }

    // By decision nothing is saved: a stop ends the session, what had arrived is still answered, and a start begins a new one.
    [Fact]
    public async Task Pitfall_06_A_deploy_loses_events()
    {
        await using var connected = await LiveAsync(new StandInOptions { IdentifyWindow = TimeSpan.FromMilliseconds(100) });

        connected.Discord.Faults.Delay(ApiRoute.Callback, TimeSpan.FromMilliseconds(800), times: 1);
        var asked = await connected.AskAsync("403");
        await Task.Delay(300, TestContext.Current.CancellationToken);
        Assert.Equal(0, await connected.Bot.TerminateAsync());

        Assert.True((await asked.Outcome).Answered);
        Assert.True(Assert.Single(connected.Discord.Closes) is { ByClient: true, Code: 1000 });

        await using var next = await RunningBot.StartAsync(ConnectedBot.Settings(connected.Discord));
        await connected.Discord.ReadyAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.Equal([0, 0], connected.Discord.Sessions.Select(session => session.Resumes));
        Assert.Empty(connected.Discord.Violations);
    }

    [Fact]
    public async Task Pitfall_07_A_crash_loop_resets_the_token()
    {
        await using var connected = await LiveAsync(new StandInOptions { SessionStartRemaining = 0, SessionStartResetAfterMs = 4_000 });

        // It has waited for its first session; after a fatal close it asks for no other.
        await connected.Bot.SaysAsync("sessions of the day are used");
        Assert.True(connected.Discord.Faults.Close(0, 4014));

        Assert.NotEqual(0, await connected.Bot.EndsAsync());
        Assert.Equal(1, connected.Discord.Identifies);
        Assert.Equal(1, connected.Discord.Connections);
        Assert.Empty(connected.Discord.Violations);
    }

    [Fact]
    public async Task Pitfall_09_4005_and_4003()
    {
        await using var connected = await LiveAsync();

        // Each connection ends while the one before it still has something to say.
        connected.Discord.Faults.ReconnectBeforeHello(1);
        connected.Discord.Faults.AskToReconnect(0);
        connected.Discord.Faults.RequestHeartbeat(0);
        await ResumedAsync(connected, times: 1);

        Assert.Equal(3, connected.Discord.Connections);
        Assert.Equal(1, connected.Discord.Identifies);
        Assert.Empty(connected.Discord.Violations);
    }

    [Fact]
    public async Task Pitfall_11_Truncated_JSON()
    {
        // HELLO, READY and the question come in pieces, split within characters too.
        await using var connected = await LiveAsync(before: faults => faults.SplitFrames(times: 1_000, pieceBytes: 4));

        var outcome = await (await connected.AskAsync("권한 없음")).Outcome;

        Assert.StartsWith("403 Forbidden", (string?)outcome.Response?["data"]?["embeds"]?[0]?["title"], StringComparison.Ordinal);
        Assert.DoesNotContain(connected.Bot.Lines, line => line.Contains("cannot be read", StringComparison.Ordinal));
        Assert.Equal(1, connected.Discord.Connections);
    }

    [Fact]
    public async Task Pitfall_14_A_0_that_vanishes()
    {
        await using var connected = await LiveAsync();
        await connected.Bot.SaysAsync("client_id=");

        Assert.Equal(0, Assert.Single(connected.Discord.Sessions).Intents);
        Assert.All(connected.Discord.Commands(), command =>
        {
            Assert.Contains(0, command["contexts"]!.AsArray().Select(context => (long)context!));
            Assert.Contains(0, command["integration_types"]!.AsArray().Select(type => (long)type!));
        });
        Assert.Empty(connected.Discord.Violations);
    }

    [Fact]
    public async Task Pitfall_15_A_new_opcode_event_value_or_field()
    {
        await using var connected = await LiveAsync();
        var faults = connected.Discord.Faults;

        faults.SendText(0, """{"op":77,"d":{"new":[1,null]},"s":null,"t":null,"novelty":{}}""");
        faults.SendText(0, "[]");
        faults.SendGarbage(0);
        faults.SendTruncated(0);
        faults.Dispatch(0, "NOVELTY_CREATE", new JsonObject { ["한글"] = new JsonArray() });
        faults.Dispatch(0, "INTERACTION_CREATE", new JsonObject { ["id"] = 7 });
        faults.Dispatch(0, "INTERACTION_CREATE", new JsonArray());
        var novel = ConnectedBot.Status("404");
        novel["context"] = 99;
        novel["locale"] = "tlh";
        novel["novelty"] = new JsonObject { ["deep"] = new JsonArray(1, "two", null) };
        var outcome = await (await connected.Discord.SendAsync(novel, TestContext.Current.CancellationToken)).Outcome;

        Assert.True(outcome.Answered);
        Assert.Empty(connected.Discord.Closes);
        Assert.Empty(connected.Discord.Violations);
    }

    [Fact]
    public async Task Pitfall_26_The_gateway_is_silent()
    {
        await using var connected = await LiveAsync(new StandInOptions { InteractionsEndpointUrl = "https://bot.example/interactions" });

        // Discord sends nothing over a gateway while an endpoint is set, and does not say so: the bot does.
        await Eventually.HoldsAsync(
            () => connected.Bot.Lines.Any(line => line.Contains("interactions endpoint URL", StringComparison.Ordinal) && line.Contains("Discord:Mode", StringComparison.Ordinal)),
            () => $"The bot did not say why it hears nothing: {string.Join('\n', connected.Bot.Lines)}");
    }

    // Discord has sent READY before the bot has read it, and what breaks in between is no session's end.
    private static async Task<ConnectedBot> LiveAsync(StandInOptions? options = null, Action<FaultPlan>? before = null)
    {
        var connected = await ConnectedBot.StartAsync(options, before: before);
        await connected.Bot.SaysAsync("is live");
        return connected;
    }

    private static async Task ResumedAsync(ConnectedBot connected, int times)
    {
        await Eventually.HoldsAsync(
            () => connected.Discord.Sessions[0].Resumes >= times || connected.Discord.Sessions.Count > 1,
            () => $"The session was not resumed: {string.Join('\n', connected.Bot.Lines)}");
        Assert.Equal(times, Assert.Single(connected.Discord.Sessions).Resumes);
    }
}
