using System.Net.Http.Json;
using StatusBot.Discord.Model;

namespace StatusBot.Discord.Rest;

/// <summary>
/// What can be done with an interaction's token after the first answer: edit or delete it, and send more. These routes carry
/// their authority in the path; no Authorization header goes with them.
/// </summary>
/// <param name="http">A client whose base address is the API's, ending in a slash: <c>https://discord.com/api/v10/</c>.</param>
public sealed class InteractionWebhook(HttpClient http)
{
    /// <summary>Deletes the first answer, or the message whose component was used.</summary>
    /// <exception cref="DiscordException">Discord refused.</exception>
    public Task DeleteOriginalAsync(Snowflake applicationId, string token, CancellationToken cancellationToken) =>
        SendAsync(DiscordRoute.Delete($"/webhooks/{applicationId}/{token}/messages/@original"), null, cancellationToken);

    /// <summary>Edits the first answer, or the message whose component was used.</summary>
    /// <exception cref="DiscordException">Discord refused.</exception>
    public Task EditOriginalAsync(Snowflake applicationId, string token, MessagePayload message, CancellationToken cancellationToken) =>
        SendAsync(DiscordRoute.Patch($"/webhooks/{applicationId}/{token}/messages/@original"), message, cancellationToken);

    /// <summary>Sends another message.</summary>
    /// <exception cref="DiscordException">Discord refused.</exception>
    public Task FollowUpAsync(Snowflake applicationId, string token, MessagePayload message, CancellationToken cancellationToken) =>
        SendAsync(DiscordRoute.Post($"/webhooks/{applicationId}/{token}"), message, cancellationToken);

    private async Task SendAsync(DiscordRoute route, MessagePayload? message, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(route.Method, route.Path.TrimStart('/'));
        if (message is not null)
            request.Content = JsonContent.Create(message, DiscordJson.Default.MessagePayload);

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            throw new DiscordException(route, response.StatusCode, DiscordError.Parse(body));
        }
    }
}
