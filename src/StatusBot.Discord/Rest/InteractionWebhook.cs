using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using StatusBot.Discord.Model;

namespace StatusBot.Discord.Rest;

/// <summary>
/// What can be done with an interaction's token: answer it, edit or delete the answer, send more
/// (interactions/receiving-and-responding.mdx). These routes carry their authority in the path; no Authorization header goes with
/// them. Every message is held against Discord's rules before it is sent.
/// </summary>
public sealed class InteractionWebhook
{
    private const int AlreadyAcknowledged = 40060;

    private readonly RestSender _sender;

    /// <summary>A webhook of an API.</summary>
    /// <param name="http">A client of <see cref="DiscordHttp"/>.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Sees route templates, never a token.</param>
    public InteractionWebhook(HttpClient http, TimeProvider time, ILogger<InteractionWebhook> logger) =>
        _sender = new RestSender(http, token: null, time, logger);

    /// <summary>Sends the first answer. An answer whose delivery was not confirmed is sent once more, and counts once.</summary>
    /// <exception cref="DiscordException">Discord refused, mostly because three seconds have passed.</exception>
    /// <exception cref="DiscordRuleException">Discord would refuse it.</exception>
    public async Task RespondAsync(Snowflake interactionId, string token, InteractionResponse response, CancellationToken cancellationToken)
    {
        ThrowIfAny(MessageRules.Check(response));
        var json = JsonSerializer.SerializeToUtf8Bytes(response, DiscordJson.Default.InteractionResponse);
        var route = DiscordRoute.Post($"/interactions/{interactionId}/{token}/callback");
        try
        {
            await _sender.SendAsync(route, json, authorized: false, Persistence.FirstAnswer, cancellationToken);
        }
        catch (DiscordException refused) when (refused.Error.Code == AlreadyAcknowledged)
        {
            // Only we answer this interaction, and only once: the first attempt arrived, its confirmation did not.
        }
    }

    /// <summary>Deletes the first answer, or the message whose component was used.</summary>
    /// <exception cref="DiscordException">Discord refused.</exception>
    public Task DeleteOriginalAsync(Snowflake applicationId, string token, CancellationToken cancellationToken) =>
        _sender.SendAsync(DiscordRoute.Delete($"/webhooks/{applicationId}/{token}/messages/@original"), null, authorized: false, Persistence.Patient, cancellationToken);

    /// <summary>Edits the first answer, or the message whose component was used.</summary>
    /// <exception cref="DiscordException">Discord refused.</exception>
    /// <exception cref="DiscordRuleException">Discord would refuse it.</exception>
    public Task EditOriginalAsync(Snowflake applicationId, string token, MessageData message, CancellationToken cancellationToken) =>
        SendAsync(DiscordRoute.Patch($"/webhooks/{applicationId}/{token}/messages/@original"), message, cancellationToken);

    /// <summary>Sends another message.</summary>
    /// <exception cref="DiscordException">Discord refused.</exception>
    /// <exception cref="DiscordRuleException">Discord would refuse it.</exception>
    public Task FollowUpAsync(Snowflake applicationId, string token, MessageData message, CancellationToken cancellationToken) =>
        SendAsync(DiscordRoute.Post($"/webhooks/{applicationId}/{token}"), message, cancellationToken);

    /// <summary>Whether a refusal only means that Discord has not processed the first answer yet (10015), or not stored it (10008).</summary>
    public static bool IsTooEarly(DiscordException refused) =>
        refused is { Status: HttpStatusCode.NotFound, Error.Code: 10015 or 10008 };

    private Task SendAsync(DiscordRoute route, MessageData message, CancellationToken cancellationToken)
    {
        ThrowIfAny(MessageRules.Check(message));
        return _sender.SendAsync(route, message.ToUtf8Bytes(), authorized: false, Persistence.Patient, cancellationToken);
    }

    private static void ThrowIfAny(IReadOnlyList<RuleViolation> violations)
    {
        if (violations.Count > 0)
            throw new DiscordRuleException(violations);
    }
}
