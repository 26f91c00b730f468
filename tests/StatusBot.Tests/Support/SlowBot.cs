using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using StatusBot.Cards;
using StatusBot.Conversation;
using StatusBot.Discord.Model;
using StatusBot.Discord.Rest;
using StatusBot.Messengers.Discord;

namespace StatusBot.Tests.Support;

/// <summary>A bot whose one command answers when the test says so, on a clock that the test sets, before a Discord that the test plays.</summary>
internal sealed class SlowBot : IDisposable
{
    private readonly TaskCompletionSource<Reply> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<SentRequest> _sent = [];
    private readonly ServiceProvider _services;
    private readonly HttpClient _http;
    private readonly InteractionWebhook _webhook;
    private readonly InteractionHandler _handler;

    public SlowBot()
    {
        _services = new ServiceCollection()
            .AddSingleton<ILogger<CommandDispatcher>>(NullLogger<CommandDispatcher>.Instance)
            .AddSingleton<ICommand>(new SlowCommand(_reply.Task))
            .AddSingleton<CommandTable>()
            .AddSingleton<CommandDispatcher>()
            .AddSingleton<IAttachmentSource, NoFiles>()
            .AddSingleton<DiscordMessenger>()
            .BuildServiceProvider();
        _http = new HttpClient(new Wire(this)) { BaseAddress = new Uri("https://api.example.com/api/v10/") };
        _webhook = new InteractionWebhook(_http, Time, NullLogger<InteractionWebhook>.Instance);
        _handler = new InteractionHandler(_services.GetRequiredService<DiscordMessenger>(), _webhook, Time, new CapturingLogger<InteractionHandler>(Log));
    }

    /// <summary>The clock.</summary>
    public FakeTimeProvider Time { get; } = new();

    /// <summary>What was logged.</summary>
    public List<string> Log { get; } = [];

    /// <summary>How Discord answers; with 204, unless said otherwise.</summary>
    public Func<SentRequest, Task<HttpResponseMessage>> Discord { get; set; } = _ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.NoContent));

    /// <summary>What was sent.</summary>
    public IReadOnlyList<SentRequest> Sent
    {
        get
        {
            lock (_sent)
                return [.. _sent];
        }
    }

    /// <summary>An answer of Discord's with one of its error codes.</summary>
    public static HttpResponseMessage Refusal(HttpStatusCode status, int code) =>
        new(status) { Content = new StringContent($$"""{"code":{{code}},"message":"refused"}""", Encoding.UTF8, "application/json") };

    /// <summary>Uses the command, and ends when nothing more follows.</summary>
    public Task UseAsync(string show = "everyone")
    {
        var interaction = JsonSerializer.Deserialize(Interactions.Slash("slow", new { show }).ToJsonString(), DiscordJson.Default.Interaction)!;
        return _handler.TrackAsync(async () =>
        {
            var rest = await _handler.AnswerAsync(
                interaction, response => _webhook.RespondAsync(interaction.Id, interaction.Token, response, CancellationToken.None));
            if (rest is not null)
                await rest();
        });
    }

    /// <summary>The command is done.</summary>
    public void Answers(bool isPrivate = false) =>
        _reply.TrySetResult(new Reply.Message(new View(NoticeCard.Draw("done"), Controls.None), isPrivate));

    /// <summary>Lets time pass.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Time.Advance(time);
        await Task.Delay(20, TestContext.Current.CancellationToken); // what is due happens on other threads
    }

    /// <summary>Waits until so many requests were sent.</summary>
    public async Task SentAsync(int count)
    {
        for (var i = 0; i < 250 && Sent.Count < count; i++)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.Equal(count, Sent.Count);
    }

    public void Dispose()
    {
        _http.Dispose();
        _services.Dispose();
    }

    private sealed class SlowCommand(Task<Reply> reply) : ICommand
    {
        public CommandDefinition Definition { get; } = new() { Name = new("slow", "느림"), Description = new("slow", "느림") };

        public ValueTask<Reply> AnswerAsync(CommandCall call, CancellationToken cancellationToken) => new(reply);
    }

    private sealed class Wire(SlowBot bot) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            var sent = new SentRequest(request.Method.Method, request.RequestUri!.AbsolutePath.Split('/')[^1], body);
            lock (bot._sent)
                bot._sent.Add(sent);
            return await bot.Discord(sent);
        }
    }
}

/// <summary>A request to Discord.</summary>
/// <param name="Method">Its method.</param>
/// <param name="To">The last part of its path: <c>callback</c>, <c>@original</c>.</param>
/// <param name="Body">Its body.</param>
internal sealed record SentRequest(string Method, string To, string Body);
