using System.Text.Json.Nodes;

namespace StatusBot.Messengers.LocalChannel;

/// <summary>Discord's routes for what follows the first answer (resources/webhook.mdx), kept in memory.</summary>
internal sealed class LocalWebhookEndpoints(LocalDiscord discord)
{
    private const string Original = "@original";

    public async Task<IResult> FollowUpAsync(HttpContext context, string token)
    {
        if (discord.Token(token) is not { } known)
            return LocalErrors.InvalidToken();
        if (await LocalBody.ReadAsync(context.Request, context.RequestAborted) is not { } message)
            return LocalErrors.InvalidBody("the body is not a JSON object");

        return Json(discord.Create(known, message, metadata: null, isOriginal: false));
    }

    public async Task<IResult> EditAsync(HttpContext context, string token, string messageId)
    {
        if (discord.Token(token) is not { } known)
            return LocalErrors.InvalidToken();
        if (await LocalBody.ReadAsync(context.Request, context.RequestAborted) is not { } changes)
            return LocalErrors.InvalidBody("the body is not a JSON object");

        return Resolve(known, messageId) is { } id && discord.Edit(known, id, changes) is { } edited
            ? Json(edited)
            : LocalErrors.UnknownMessage();
    }

    public IResult Delete(string token, string messageId)
    {
        if (discord.Token(token) is not { } known)
            return LocalErrors.InvalidToken();

        return Resolve(known, messageId) is { } id && known.Channel.Remove(id)
            ? TypedResults.NoContent()
            : LocalErrors.UnknownMessage();
    }

    private static string? Resolve(LocalToken token, string messageId) => messageId == Original ? token.OriginalId : messageId;

    private static IResult Json(JsonObject value) => TypedResults.Text(value.ToJsonString(), "application/json");
}
