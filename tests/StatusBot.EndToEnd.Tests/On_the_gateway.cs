using StatusBot.EndToEnd.Tests.Support;
using StatusBot.StandIn;


namespace StatusBot.EndToEnd.Tests;

/// <summary>Gateway mode: the running program and the stand-in.</summary>
public sealed class On_the_gateway
{
    [Fact]
    public async Task Answers_registers_prints_its_invite_link_and_says_goodbye()
    {
        await using var connected = await ConnectedBot.StartAsync();

        var outcome = await (await connected.AskAsync("403")).Outcome;
        Assert.True(outcome.Answered);
        Assert.Equal(4, outcome.ResponseType);
        Assert.StartsWith("403 Forbidden", (string?)outcome.Response!["data"]!["embeds"]![0]!["title"], StringComparison.Ordinal);

        await connected.Bot.SaysAsync("client_id=");
        Assert.Equal(7, connected.Discord.Commands().Count);

        Assert.Equal(0, await connected.Bot.TerminateAsync());
        Assert.Contains(connected.Discord.Closes, close => close is { Code: 1000, ByClient: true });
        Assert.Empty(connected.Discord.Violations);
        Assert.All(connected.Bot.Lines, line => Assert.DoesNotContain(connected.Discord.Token, line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Puts_nothing_when_it_starts_a_second_time()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        for (var start = 0; start < 2; start++)
        {
            await using var bot = await RunningBot.StartAsync(ConnectedBot.Settings(discord));
            await bot.SaysAsync("client_id=");
            await bot.TerminateAsync();
        }

        Assert.Single(discord.Requests, request => request.ToString().StartsWith("PUT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ends_with_a_sentence_and_not_with_0_when_the_token_is_refused()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        var settings = ConnectedBot.Settings(discord);
        settings["Discord__Token"] = "another.token.altogether";

        var (exitCode, lines) = await RunningBot.RunAsync(["--urls", "http://127.0.0.1:0"], settings);

        Assert.NotEqual(0, exitCode);
        Assert.Contains("token", lines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", string.Join('\n', lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4004, "token")]
    [InlineData(4010, "Discord:Shards")]
    [InlineData(4014, "intents")]
    public async Task Ends_with_a_sentence_and_not_with_0_on_a_fatal_close(int code, string word)
    {
        await using var connected = await ConnectedBot.StartAsync();

        Assert.True(connected.Discord.Faults.Close(0, code));

        Assert.NotEqual(0, await connected.Bot.EndsAsync());
        Assert.Contains(word, connected.Bot.Lines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", string.Join('\n', connected.Bot.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resumes_after_a_broken_connection_and_answers_what_it_missed()
    {
        await using var connected = await ConnectedBot.StartAsync();
        await (await connected.AskAsync("200")).Outcome;

        connected.Discord.Faults.Drop(0);
        var outcome = await (await connected.AskAsync("503")).Outcome;

        Assert.True(outcome.Answered);
        Assert.Equal(1, connected.Discord.Identifies);
        Assert.Equal(1, connected.Discord.Sessions[^1].Resumes);
        Assert.Empty(connected.Discord.Violations);
    }

    [Fact]
    public async Task Gives_a_broken_resume_host_up_within_a_minute()
    {
        await using var connected = await ConnectedBot.StartAsync();

        connected.Discord.Faults.RefuseResumeUrl(times: 100);
        connected.Discord.Faults.Drop(0);
        await Task.Delay(500, TestContext.Current.CancellationToken);
        await connected.Discord.ReadyAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Assert.True((await (await connected.AskAsync("404")).Outcome).Answered);
        Assert.Equal(2, connected.Discord.Identifies);
    }

    [Fact]
    public async Task Connects_all_its_shards()
    {
        await using var connected = await ConnectedBot.StartAsync(new StandInOptions { Shards = 2, MaxConcurrency = 2 });

        Assert.True((await (await connected.AskAsync("404")).Outcome).Answered);
        Assert.Equal(2, connected.Discord.Identifies);
        Assert.Empty(connected.Discord.Violations);
    }

    [Fact]
    public async Task Is_ready_only_while_its_session_is()
    {
        await using var connected = await ConnectedBot.StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = connected.Bot.Address };
        await BecomesAsync(http, ready: true);

        connected.Discord.Faults.RefuseResumeUrl(times: 100);
        connected.Discord.Faults.RefuseGatewayUrl(times: 100);
        connected.Discord.Faults.Drop(0);

        await BecomesAsync(http, ready: false);
        Assert.True((await http.GetAsync("/health/live", TestContext.Current.CancellationToken)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Registers_and_only_says_what_it_would_do_when_asked_to()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        var settings = ConnectedBot.Settings(discord);

        var (dryExit, dry) = await RunningBot.RunAsync(["--register", "--dry-run"], settings);
        Assert.Equal(0, dryExit);
        Assert.Contains("+ status", dry);
        Assert.Empty(discord.Commands());

        var (exit, lines) = await RunningBot.RunAsync(["--register"], settings);
        Assert.Equal(0, exit);
        Assert.Contains("The commands are registered.", lines);
        Assert.Equal(7, discord.Commands().Count);
        Assert.Empty(discord.Violations);
    }

    private static async Task BecomesAsync(HttpClient http, bool ready)
    {
        for (var i = 0; i < 200; i++)
        {
            using var response = await http.GetAsync("/health/ready", TestContext.Current.CancellationToken);
            if (response.IsSuccessStatusCode == ready)
                return;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"The bot never became {(ready ? "ready" : "unready")}.");
    }
}
