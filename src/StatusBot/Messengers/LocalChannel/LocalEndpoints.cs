using System.Text.Json;
using System.Text.Json.Nodes;
using StatusBot.Conversation;
using StatusBot.Discord.Model;
using StatusBot.Messengers.Discord;

namespace StatusBot.Messengers.LocalChannel;

/// <summary>What the page asks for: its session, the commands, interactions, and what happens in its channel.</summary>
internal sealed class LocalEndpoints(
    LocalDiscord discord,
    DiscordMessenger messenger,
    CommandTable commands,
    LocalWebhook webhook,
    IHostApplicationLifetime lifetime,
    ILogger<LocalEndpoints> logger)
{
    /// <summary>More than a page can send: 6,000 characters of text in UTF-8, a message to go with it, and the frame around.</summary>
    public const int LargestBody = 256 * 1024;

    public IResult OpenSession()
    {
        var channel = discord.OpenChannel();
        return Json(new JsonObject
        {
            ["application_id"] = discord.ApplicationId.ToString(),
            ["channel_id"] = channel.Id,
            ["user"] = channel.Person(),
            ["bot"] = discord.Bot(),
            ["version"] = ProductVersion.Text,
        });
    }

    public IResult ListCommands()
    {
        var table = WireCommands.Of(commands, isGlobal: true).Select((command, at) => command with { Id = new Snowflake((ulong)at + 1) }).ToArray();
        return TypedResults.Text(JsonSerializer.Serialize(table, DiscordJson.Default.IReadOnlyListApplicationCommand), "application/json");
    }

    public IResult Watch(string channelId, CancellationToken aborted)
    {
        if (discord.Channel(channelId) is not { } channel)
            return LocalErrors.UnknownChannel();

        // A page that stays open must not hold up a stop.
        var ends = CancellationTokenSource.CreateLinkedTokenSource(aborted, lifetime.ApplicationStopping);
        return TypedResults.ServerSentEvents(channel.WatchAsync(ends.Token));
    }

    public async Task<IResult> InteractAsync(HttpContext context)
    {
        if (await LocalBody.ReadAsync(context.Request, context.RequestAborted) is not { } body)
            return LocalErrors.InvalidBody("the body is not a JSON object");
        if (discord.Channel(Text(body, "channel_id")) is not { } channel)
            return LocalErrors.UnknownChannel();

        var messageId = body["message"] is JsonObject message ? Text(message, "id") : null;
        if (messageId is not null && channel.Get(messageId) is null)
            return LocalErrors.UnknownMessage();

        // What Discord itself fills in.
        var token = discord.NewToken(channel, messageId);
        body["id"] = discord.NextId().ToString();
        body["application_id"] = discord.ApplicationId.ToString();
        body["token"] = token;
        body["version"] = 1;
        body["user"] = channel.Person();
        body["context"] = (int)InteractionContext.BotDm;
        body.Remove("member");

        Interaction interaction;
        try
        {
            interaction = body.Deserialize(DiscordJson.Default.Interaction)!;
        }
        catch (JsonException wrong)
        {
            return LocalErrors.InvalidBody(wrong.Path ?? "$");
        }

        var answer = await messenger.AnswerAsync(interaction, context.RequestAborted);
        if (MessageRules.Check(answer.Response) is { Count: > 0 } violations)
        {
            // Discord would refuse it, so this page does not draw it either.
            logger.AnswerRefused(string.Join("; ", violations));
            return LocalErrors.RefusedAnswer(violations);
        }

        Deliver(answer.Response, discord.Token(token)!, interaction, messageId);
        if (answer.DeletesOriginal)
            context.Response.OnCompleted(() => webhook.DeleteOriginalAsync(interaction.ApplicationId, token));
        return TypedResults.Text(JsonSerializer.Serialize(answer.Response, DiscordJson.Default.InteractionResponse), "application/json");
    }

    private void Deliver(InteractionResponse response, LocalToken token, Interaction interaction, string? messageId)
    {
        if (response.Data is not MessageData message)
            return;

        var sent = JsonNode.Parse(message.ToUtf8Bytes())!.AsObject();
        if (response.Type is InteractionResponseType.UpdateMessage && messageId is not null)
            discord.Edit(token, messageId, sent);
        else
            discord.Create(token, sent, Metadata(interaction, token.Channel), isOriginal: true);
    }

    private static JsonObject Metadata(Interaction interaction, LocalChannelState channel) => new()
    {
        ["id"] = interaction.Id.ToString(),
        ["type"] = (int)interaction.Type,
        ["user"] = channel.Person(),
        ["name"] = interaction.Data?.Name,
    };

    private static string? Text(JsonObject from, string name) =>
        from[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static IResult Json(JsonObject value) => TypedResults.Text(value.ToJsonString(), "application/json");
}

internal static partial class LocalChannelLog // ids 300-399; next free: 303
{
    [LoggerMessage(300, LogLevel.Information, "Try the bot in a browser: {Address}")]
    public static partial void LocalChannelIsOpen(this ILogger logger, string address);

    [LoggerMessage(301, LogLevel.Error, "Discord would refuse this answer: {Violations}")]
    public static partial void AnswerRefused(this ILogger logger, string violations);

    [LoggerMessage(302, LogLevel.Warning, "A card could not be deleted")]
    public static partial void NotDeleted(this ILogger logger, Exception problem);
}
