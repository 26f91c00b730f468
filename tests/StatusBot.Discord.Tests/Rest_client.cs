using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using StatusBot.Discord.Model;
using StatusBot.Discord.Rest;

namespace StatusBot.Discord.Tests;

/// <summary>Requests within Discord's limits, on a clock that the test sets.</summary>
public sealed class Rest_client
{
    private static readonly MessagePayload Message = new() { Content = "hi", Embeds = [], Components = [] };

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UnixEpoch);
    private readonly List<HttpRequestMessage> _sent = [];
    private readonly RecordingLogger<InteractionWebhook> _log = new();

    [Fact]
    public async Task Waits_until_a_bucket_is_refilled()
    {
        var webhook = Webhook((_, _) => With(Empty(), ("X-RateLimit-Bucket", "abc"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset-After", "2.5")));
        await webhook.FollowUpAsync(new Snowflake(1), "token", Message, TestContext.Current.CancellationToken);

        var second = webhook.FollowUpAsync(new Snowflake(1), "token", Message, TestContext.Current.CancellationToken);
        var otherToken = webhook.FollowUpAsync(new Snowflake(1), "other", Message, TestContext.Current.CancellationToken);

        await otherToken;
        Assert.False(second.IsCompleted);
        await AdvanceUntilAsync(second, TimeSpan.FromSeconds(2.5));
        Assert.Equal(3, _sent.Count);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task Waits_no_longer_and_no_shorter_when_the_clock_is_set(int hours)
    {
        var clock = new ClockOnTheWall(_time);
        var webhook = Webhook((_, _) => With(Empty(), ("X-RateLimit-Bucket", "abc"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset-After", "2.5")), time: clock);
        await webhook.FollowUpAsync(new Snowflake(1), "token", Message, TestContext.Current.CancellationToken);

        clock.Offset = TimeSpan.FromHours(hours);
        var second = webhook.FollowUpAsync(new Snowflake(1), "token", Message, TestContext.Current.CancellationToken);

        Assert.False(second.IsCompleted);
        await AdvanceUntilAsync(second, TimeSpan.FromSeconds(2.5));
        Assert.Equal(2, _sent.Count);
    }

    [Fact]
    public async Task Waits_as_long_as_a_429_says_and_then_sends_again()
    {
        var webhook = Webhook((_, at) => at == 0 ? Limited(1.5) : Empty());

        var sending = webhook.FollowUpAsync(new Snowflake(1), "token", Message, TestContext.Current.CancellationToken);

        await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.Single(_sent);
        await AdvanceUntilAsync(sending, TimeSpan.FromSeconds(1.5));
        Assert.Equal(2, _sent.Count);
    }

    [Fact]
    public async Task Sends_the_first_answer_once_more_when_its_delivery_was_not_confirmed()
    {
        var webhook = Webhook((_, at) => at == 0 ? new HttpResponseMessage(HttpStatusCode.BadGateway) : Error(HttpStatusCode.BadRequest, 40060));

        // 40060, already acknowledged: the first one had arrived after all.
        var responding = webhook.RespondAsync(new Snowflake(1), "token", InteractionResponse.NewMessage(Message), TestContext.Current.CancellationToken);

        await AdvanceUntilAsync(responding, TimeSpan.FromSeconds(1));
        Assert.Equal(2, _sent.Count);
    }

    [Fact]
    public async Task Never_sends_the_first_answer_a_third_time()
    {
        var webhook = Webhook((_, _) => new HttpResponseMessage(HttpStatusCode.BadGateway));

        var responding = webhook.RespondAsync(new Snowflake(1), "token", InteractionResponse.NewMessage(Message), TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<DiscordException>(() => AdvanceUntilAsync(responding, TimeSpan.FromSeconds(2)));
        Assert.Equal(2, _sent.Count);
    }

    [Fact]
    public async Task Stops_far_below_the_number_of_refusals_that_bans_an_address()
    {
        var webhook = Webhook((_, _) => Error(HttpStatusCode.Unauthorized, 50027));
        for (var i = 0; i < InvalidRequestBudget.Most; i++)
            await Assert.ThrowsAsync<DiscordException>(() => webhook.DeleteOriginalAsync(new Snowflake(1), $"{i}", TestContext.Current.CancellationToken));

        await Assert.ThrowsAsync<DiscordException>(() => webhook.DeleteOriginalAsync(new Snowflake(1), "one more", TestContext.Current.CancellationToken));
        Assert.Equal(InvalidRequestBudget.Most, _sent.Count);

        _time.Advance(InvalidRequestBudget.Window);
        await Assert.ThrowsAsync<DiscordException>(() => webhook.DeleteOriginalAsync(new Snowflake(1), "later", TestContext.Current.CancellationToken));
        Assert.Equal(InvalidRequestBudget.Most + 1, _sent.Count);
    }

    [Fact]
    public async Task Sends_no_message_that_Discord_would_refuse()
    {
        var webhook = Webhook((_, _) => Empty());

        var refused = await Assert.ThrowsAsync<DiscordRuleException>(() => webhook.FollowUpAsync(
            new Snowflake(1), "token", Message with { Content = new string('x', 2001) }, TestContext.Current.CancellationToken));

        Assert.Equal("content", Assert.Single(refused.Violations).Path);
        Assert.Empty(_sent);
    }

    [Fact]
    public async Task Sends_callbacks_without_Authorization_and_everything_as_JSON()
    {
        var webhook = Webhook((_, _) => Empty());

        await webhook.RespondAsync(new Snowflake(1), "token", InteractionResponse.NewMessage(Message), TestContext.Current.CancellationToken);

        var request = Assert.Single(_sent);
        Assert.Null(request.Headers.Authorization);
        Assert.Equal("application/json", request.Content!.Headers.ContentType!.ToString());
        Assert.Equal("https://api.example.com/api/v10/interactions/1/token/callback", request.RequestUri!.ToString());
        Assert.StartsWith("DiscordBot (https://bot.example/, 1.2.3)", request.Headers.UserAgent.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_tokens_out_of_logs_and_exceptions()
    {
        const string Secret = "s3cr3t-interaction-token";
        var webhook = Webhook((_, at) => at switch
        {
            0 => throw new HttpRequestException($"connection to https://api.example.com/webhooks/1/{Secret} failed"),
            1 => Limited(0.1),
            _ => Error(HttpStatusCode.NotFound, 10015),
        });

        var deleting = webhook.DeleteOriginalAsync(new Snowflake(1), Secret, TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<DiscordException>(() => AdvanceUntilAsync(deleting, TimeSpan.FromSeconds(5)));

        Assert.DoesNotContain(Secret, refused.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(_log.Lines);
        Assert.All(_log.Lines, line => Assert.DoesNotContain(Secret, line, StringComparison.Ordinal));
        Assert.Contains(_log.Lines, line => line.Contains("/webhooks/{applicationId}/{token}/messages/@original", StringComparison.Ordinal));
    }

    [Fact]
    public void A_bot_token_prints_as_nothing_of_itself()
    {
        var token = BotToken.Parse("ODQ1MDI3NzM4Mjc2NDYyNjMy.YK-abc.def")!;

        Assert.Equal("[token]", token.ToString());
        Assert.Equal("[token]", $"{token}");
        Assert.Equal("845027738276462632", token.ApplicationId());
        Assert.Null(BotToken.Parse("two words"));
        Assert.Null(BotToken.Parse("  "));
        Assert.Null(BotToken.Parse("not-base64!.x.y")!.ApplicationId());
    }

    private async Task AdvanceUntilAsync(Task task, TimeSpan within)
    {
        for (var left = within + TimeSpan.FromSeconds(1); left > TimeSpan.Zero && !task.IsCompleted; left -= TimeSpan.FromMilliseconds(100))
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.WhenAny(task, Task.Delay(10, TestContext.Current.CancellationToken));
        }

        await task.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    private InteractionWebhook Webhook(Func<HttpRequestMessage, int, HttpResponseMessage> answer, TimeProvider? time = null)
    {
        var client = new HttpClient(new Stub(_sent, answer)) { BaseAddress = new Uri("https://api.example.com/api/v10/") };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "DiscordBot (https://bot.example/, 1.2.3)");
        return new InteractionWebhook(client, time ?? _time, _log);
    }

    private static HttpResponseMessage Empty() => new(HttpStatusCode.NoContent);

    private static HttpResponseMessage Error(HttpStatusCode status, int code) =>
        new(status) { Content = new StringContent($$"""{"code":{{code}},"message":"refused"}""", Encoding.UTF8, "application/json") };

    private static HttpResponseMessage Limited(double seconds) => With(
        new HttpResponseMessage(HttpStatusCode.TooManyRequests)
        {
            Content = new StringContent($$"""{"message":"You are being rate limited.","retry_after":{{seconds.ToString(System.Globalization.CultureInfo.InvariantCulture)}},"global":false}"""),
        },
        ("X-RateLimit-Scope", "user"));

    private static HttpResponseMessage With(HttpResponseMessage response, params (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers)
            response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }

    /// <summary>A clock that somebody sets, while time goes on as before.</summary>
    private sealed class ClockOnTheWall(TimeProvider time) : TimeProvider
    {
        public TimeSpan Offset { get; set; }

        public override long TimestampFrequency => time.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + Offset;

        public override long GetTimestamp() => time.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            time.CreateTimer(callback, state, dueTime, period);
    }

    private sealed class Stub(List<HttpRequestMessage> sent, Func<HttpRequestMessage, int, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            int at;
            lock (sent)
            {
                at = sent.Count;
                sent.Add(request);
            }

            try
            {
                return Task.FromResult(answer(request, at));
            }
            catch (HttpRequestException problem)
            {
                return Task.FromException<HttpResponseMessage>(problem);
            }
        }
    }
}

/// <summary>Keeps what was logged.</summary>
internal sealed class RecordingLogger<T> : ILogger<T>
{
    public List<string> Lines { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (Lines)
            Lines.Add($"{formatter(state, exception)} {exception}");
    }
}
