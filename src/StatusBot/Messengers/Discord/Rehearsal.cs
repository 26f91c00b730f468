using System.Net;
using System.Text.Json;
using StatusBot.Discord.Model;
using StatusBot.Discord.Rest;

namespace StatusBot.Messengers.Discord;

/// <summary>
/// Answers interactions that nobody sent, to nobody: the whole way from Discord's JSON to the callback, but for the network. What the
/// runtime does for the first of its kind is done before a session starts, so that the first person waits no longer than others.
/// </summary>
internal sealed class Rehearsal(DiscordMessenger messenger, TimeProvider time, ILoggerFactory loggers)
{
    // A number, a name in the other language, and a press: what most people do first; the second time runs what the first has loaded.
    // The index of symptoms is left to the first who asks for one: it takes megabytes, and time that no session should wait for.
    private static readonly string[] Asked =
    [
        """{"id":"1","application_id":"1","token":"t","type":2,"locale":"en-US","member":{"user":{"id":"1"}},"data":{"name":"status","type":1,"options":[{"type":3,"name":"code","value":"404"}]}}""",
        """{"id":"2","application_id":"1","token":"t","type":2,"locale":"ko","user":{"id":"1"},"data":{"name":"status","type":1,"options":[{"type":3,"name":"code","value":"not found"}]}}""",
        """{"id":"3","application_id":"1","token":"t","type":3,"locale":"en-US","member":{"user":{"id":"1"}},"data":{"component_type":2,"custom_id":"v1:status:en:1:404:example"}}""",
    ];

    /// <summary>Runs it. A failure is none of the bot's work, which finds it again when somebody asks.</summary>
    public async Task RunAsync()
    {
        using var http = new HttpClient(new Nobody()) { BaseAddress = new Uri("http://localhost/") };
        var webhook = new InteractionWebhook(http, time, loggers.CreateLogger<InteractionWebhook>());
        var handler = new InteractionHandler(messenger, webhook, time, loggers.CreateLogger<InteractionHandler>());
        for (var i = 0; i < Asked.Length * 2; i++)
        {
            var interaction = JsonSerializer.Deserialize(Asked[i % Asked.Length], DiscordJson.Default.Interaction)!;
            await handler.TrackAsync(() => handler.AnswerAsync(
                interaction,
                response => webhook.RespondAsync(interaction.Id, interaction.Token, response, CancellationToken.None)));
        }
    }

    /// <summary>Takes everything, as Discord does, and tells nobody.</summary>
    private sealed class Nobody : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.NoContent));
    }
}
