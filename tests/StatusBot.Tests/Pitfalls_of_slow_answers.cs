using System.Net;
using System.Text.Json.Nodes;
using StatusBot.Tests.Support;

namespace StatusBot.Tests;

/// <summary>What goes wrong with answers that take long, by the number of the pitfall; the others are in StatusBot.EndToEnd.Tests.</summary>
public sealed class Pitfalls_of_slow_answers
{
    [Fact]
    public async Task Pitfall_18_10062()
    {
        // What is slow is promised at two seconds.
        using var bot = new SlowBot();
        var use = bot.UseAsync();
        await bot.PassAsync(TimeSpan.FromSeconds(1.9));
        Assert.Empty(bot.Sent);
        await bot.PassAsync(TimeSpan.FromSeconds(0.2));
        await bot.SentAsync(1);
        Assert.Contains("\"type\":5", bot.Sent[0].Body, StringComparison.Ordinal);
        bot.Answers();
        await use;
        Assert.Equal(["callback", "@original"], bot.Sent.Select(request => request.To));

        // And where that was too late all the same, no apology follows on a token that is dead.
        using var late = new SlowBot { Discord = _ => Task.FromResult(SlowBot.Refusal(HttpStatusCode.NotFound, 10062)) };
        late.Answers();
        await late.UseAsync();
        Assert.Equal("callback", Assert.Single(late.Sent).To);
        Assert.Contains(late.Log, line => line.Contains("nothing more is sent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pitfall_19_40060()
    {
        // The command is done at the very moment of the promise: whichever wins, there is one first answer.
        for (var round = 0; round < 50; round++)
        {
            using var bot = new SlowBot();
            var use = bot.UseAsync();
            await Task.WhenAll(
                Task.Run(() => bot.Answers(), TestContext.Current.CancellationToken),
                Task.Run(() => bot.Time.Advance(TimeSpan.FromSeconds(2)), TestContext.Current.CancellationToken));
            await use.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
            Assert.Single(bot.Sent, request => request.To == "callback");
        }

        // And nothing is edited before Discord has taken the promise.
        using var slow = new SlowBot();
        var taken = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        slow.Discord = request => request.To == "callback" ? taken.Task : Task.FromResult(new HttpResponseMessage(HttpStatusCode.NoContent));
        var promising = slow.UseAsync();
        await slow.PassAsync(TimeSpan.FromSeconds(2));
        await slow.SentAsync(1);
        slow.Answers();
        await slow.PassAsync(TimeSpan.FromSeconds(0.2));
        Assert.Single(slow.Sent);
        taken.SetResult(new HttpResponseMessage(HttpStatusCode.NoContent));
        await promising;
        Assert.Equal(["callback", "@original"], slow.Sent.Select(request => request.To));
    }

    [Fact]
    public async Task Pitfall_27_Wrong_visibility()
    {
        foreach (var (show, data) in new[] { ("everyone", null), ("me", """{"flags":64}""") })
        {
            // Who sees it is decided with the promise; the edit cannot change it, and does not try.
            using var bot = new SlowBot();
            var use = bot.UseAsync(show);
            await bot.PassAsync(TimeSpan.FromSeconds(2));
            await bot.SentAsync(1);
            bot.Answers(isPrivate: show == "me");
            await use;

            Assert.Equal(data, JsonNode.Parse(bot.Sent[0].Body)!["data"]?.ToJsonString());
            Assert.Equal(["callback", "@original"], bot.Sent.Select(request => request.To));
            Assert.Null(JsonNode.Parse(bot.Sent[1].Body)!["flags"]);
        }

        // Buttons of a private card edit it in place: no other route reaches it.
        var card = await Bot.Slash("status", new { code = "403", show = "me" });
        Assert.True(card.IsPrivate);
        Assert.Equal(7, (await Bot.Presses(card.Button("Example"))).Type);
    }

    [Fact]
    public async Task Pitfall_28_50027_after_15_minutes()
    {
        // Nothing is sent on a token that is over by our clock.
        using var bot = new SlowBot();
        var use = bot.UseAsync();
        await bot.PassAsync(TimeSpan.FromSeconds(2));
        await bot.SentAsync(1);
        await bot.PassAsync(TimeSpan.FromMinutes(15));
        bot.Answers();
        await use;
        Assert.Equal("callback", Assert.Single(bot.Sent).To);

        // And where it is over by Discord's, that is one request's end and not the bot's: the next interaction brings a token of its own.
        using var early = new SlowBot
        {
            Discord = request => Task.FromResult(request.To == "callback" ? new HttpResponseMessage(HttpStatusCode.NoContent) : SlowBot.Refusal(HttpStatusCode.Unauthorized, 50027)),
        };
        var promised = early.UseAsync();
        await early.PassAsync(TimeSpan.FromSeconds(2));
        await early.SentAsync(1);
        early.Answers();
        await promised;
        await early.UseAsync();
        Assert.Equal(["callback", "@original", "callback"], early.Sent.Select(request => request.To));
    }
}
