using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using StatusBot.Cards;
using StatusBot.Conversation;
using StatusBot.Discord.Model;
using StatusBot.Discord.Rest;
using StatusBot.Messengers.Discord;
using StatusBot.Tests.Support;

namespace StatusBot.Tests;

/// <summary>Three seconds for the first answer, fifteen minutes for the rest, and never twice.</summary>
public sealed class Answering_in_time
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UnixEpoch);
    private readonly List<(string Method, string Path, string Body)> _sent = [];
    private readonly List<InteractionResponse> _first = [];
    private readonly TaskCompletionSource<Reply> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _log = [];
    private int _notYet;

    [Fact]
    public async Task What_is_quick_is_answered_directly()
    {
        _reply.SetResult(Said("done", isPrivate: false));

        Assert.Null(await Handler().AnswerAsync(Command(), Respond));

        Assert.Equal(InteractionResponseType.ChannelMessageWithSource, Assert.Single(_first).Type);
        Assert.Empty(_sent);
    }

    [Theory]
    [InlineData("everyone", null)]
    [InlineData("me", MessageFlags.Ephemeral)]
    public async Task What_is_slow_is_promised_at_two_seconds_and_edited_afterwards(string show, MessageFlags? flags)
    {
        var rest = await PromiseAsync(Command(show));
        Assert.Equal(InteractionResponseType.DeferredChannelMessageWithSource, Assert.Single(_first).Type);
        Assert.Equal(flags, (_first[0].Data as MessageFlagsPayload)?.Flags);

        _reply.SetResult(Said("done", isPrivate: show == "me"));
        await rest!();

        var (method, path, body) = Assert.Single(_sent);
        Assert.Equal("PATCH", method);
        Assert.EndsWith("/messages/@original", path, StringComparison.Ordinal);
        Assert.Contains("done", body, StringComparison.Ordinal);
        Assert.Contains("\"allowed_mentions\":{\"parse\":[]}", body, StringComparison.Ordinal);
        Assert.Single(_first);
    }

    [Fact]
    public async Task What_was_promised_to_everyone_and_is_meant_for_one_is_taken_back_and_said_privately()
    {
        var rest = await PromiseAsync(Command());

        _reply.SetResult(Said("that was a mistake", isPrivate: true));
        await rest!();

        Assert.Equal(["DELETE", "POST"], _sent.Select(request => request.Method));
        Assert.Contains("\"flags\":64", _sent[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sent_on_a_token_that_has_expired()
    {
        var rest = await PromiseAsync(Command());

        _time.Advance(TimeSpan.FromMinutes(15));
        _reply.SetResult(Said("too late", isPrivate: false));
        await rest!();

        Assert.Empty(_sent);
    }

    [Fact]
    public async Task An_edit_that_Discord_is_not_ready_for_is_sent_again_a_little_later()
    {
        _notYet = 2;
        var rest = await PromiseAsync(Command());
        _reply.SetResult(Said("done", isPrivate: false));

        var editing = rest!();
        for (var i = 0; i < 40 && !editing.IsCompleted; i++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.WhenAny(editing, Task.Delay(10, TestContext.Current.CancellationToken));
        }

        await editing;
        Assert.Equal(3, _sent.Count);
    }

    [Fact]
    public async Task A_command_that_throws_gives_a_private_apology_with_an_id_that_the_log_has_too()
    {
        _reply.SetException(new InvalidOperationException("broken"));

        await Handler().AnswerAsync(Command(), Respond);

        var message = Assert.IsType<MessagePayload>(Assert.Single(_first).Data);
        Assert.Equal(MessageFlags.Ephemeral, message.Flags);
        var id = message.Embeds[0].Description!.Split(' ')[^1].TrimEnd('.');
        Assert.Contains(_log, line => line.Contains(id, StringComparison.Ordinal) && line.Contains("broken", StringComparison.Ordinal));
        Assert.DoesNotContain("broken", message.Embeds[0].Description, StringComparison.Ordinal);
    }

    private async Task<Func<Task>?> PromiseAsync(Interaction interaction)
    {
        var answering = Handler().AnswerAsync(interaction, Respond);
        _time.Advance(TimeSpan.FromSeconds(1.9));
        await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.Empty(_first);
        _time.Advance(TimeSpan.FromSeconds(0.2));
        return await answering.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    private InteractionHandler Handler()
    {
        var services = new ServiceCollection()
            .AddSingleton<ILogger<CommandDispatcher>>(new CapturingLogger<CommandDispatcher>(_log))
            .AddSingleton<ICommand>(new SlowCommand(_reply.Task))
            .AddSingleton<CommandTable>()
            .AddSingleton<CommandDispatcher>()
            .AddSingleton<IAttachmentSource, NoFiles>()
            .AddSingleton<DiscordMessenger>()
            .BuildServiceProvider();
        var http = new HttpClient(new Recorder(this)) { BaseAddress = new Uri("https://api.example.com/api/v10/") };
        return new InteractionHandler(
            services.GetRequiredService<DiscordMessenger>(),
            new InteractionWebhook(http, _time, NullLogger<InteractionWebhook>.Instance),
            _time,
            NullLogger<InteractionHandler>.Instance);
    }

    private Task Respond(InteractionResponse response)
    {
        _first.Add(response);
        return Task.CompletedTask;
    }

    private static Interaction Command(string show = "everyone") => Read(Interactions.Slash("slow", new { show }));

    private static Interaction Read(JsonObject json) => JsonSerializer.Deserialize(json.ToJsonString(), DiscordJson.Default.Interaction)!;

    private static Reply.Message Said(string text, bool isPrivate) => new(new View(NoticeCard.Draw(text), Controls.None), isPrivate);

    private sealed class SlowCommand(Task<Reply> reply) : ICommand
    {
        public CommandDefinition Definition { get; } = new() { Name = new("slow", "느림"), Description = new("slow", "느림") };

        public ValueTask<Reply> AnswerAsync(CommandCall call, CancellationToken cancellationToken) => new(reply);
    }

    private sealed class Recorder(Answering_in_time test) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            test._sent.Add((request.Method.Method, request.RequestUri!.AbsolutePath, request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)));
            return test._notYet-- > 0
                ? new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StringContent("""{"code":10015,"message":"Unknown Webhook"}""") }
                : new HttpResponseMessage(HttpStatusCode.NoContent);
        }
    }
}

/// <summary>Keeps what was logged, whatever the category.</summary>
internal sealed class CapturingLogger<T>(List<string> lines) : ILogger<T>
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (lines)
            lines.Add($"{formatter(state, exception)} {exception}");
    }
}
