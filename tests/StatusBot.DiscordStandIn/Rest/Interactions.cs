using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using StatusBot.StandIn.Rules;

namespace StatusBot.StandIn.Rest;

/// <summary>Answers, edits and follow-ups (interactions/receiving-and-responding.mdx).</summary>
internal sealed class Interactions(StandInOptions options, Journal journal, Snowflakes ids, string applicationId)
{
    private const int MostTracked = 10_000;
    private const int MostFollowUpsOfUserInstalls = 5;

    private readonly ConcurrentDictionary<string, SentInteraction> _byToken = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    public void Add(SentInteraction interaction)
    {
        _byToken[interaction.Token] = interaction;
        _order.Enqueue(interaction.Token);
        while (_order.Count > MostTracked && _order.TryDequeue(out var oldest))
            _byToken.TryRemove(oldest, out _);
    }

    public SentInteraction? Find(string? token) => token is null ? null : _byToken.GetValueOrDefault(token);

    public void Abandon()
    {
        foreach (var (_, interaction) in _byToken)
            interaction.Abandon();
    }

    /// <summary>The first answer, by REST or in the body of the endpoint's response.</summary>
    public Reply Callback(string id, string token, JsonNode? body, bool withResponse, long arrivedAt)
    {
        if (Find(token) is not { } interaction || interaction.Id != id)
            return Reply.Error(404, 10062, "Unknown interaction", "callback.unknown", "no interaction has this id and token");

        lock (interaction.Gate)
        {
            var age = interaction.AgeAt(arrivedAt);
            if (interaction.ResponseType is not null)
                return Excusable(interaction, Reply.Error(400, 40060, "Interaction has already been acknowledged.", "callback.twice", $"{interaction} was answered before"));
            if (interaction.TimedOut || age > options.ResponseLimit)
                return Excusable(interaction, Reply.Error(404, 10062, "Unknown interaction", "callback.late", string.Create(CultureInfo.InvariantCulture, $"{interaction} was answered after {age.TotalSeconds:0.000} s")));

            var errors = new FormErrors();
            if (body is not JsonObject answer)
            {
                errors.Add("", "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
                return Reply.Form(errors);
            }

            CallbackChecks.Check(answer, interaction, errors);
            if (!errors.Any)
                DiscordSchema.Bodies[ApiRoute.Callback].Check(answer, errors);
            if (errors.Any)
                return Reply.Form(errors);

            var type = (int)answer["type"].Integer()!.Value;
            var data = answer["data"] as JsonObject;
            if (type is 4 or 7 && Empty(type is 7 ? Merged(interaction.Json["message"] as JsonObject ?? Message(interaction, 0), data!) : data!))
                return EmptyMessage;
            if (type is 4 or 7 && MessageChecks.Mentions(data!) is { } mentions)
                journal.Violates("message.mentions", $"{mentions} (callback of type {type})");

            interaction.Original = type switch
            {
                4 => Merged(Message(interaction, Flags(data!)), data!),
                5 => Message(interaction, Flags(data) | MessageChecks.Loading),
                6 => interaction.Json["message"] is JsonObject pressed ? Merged(Message(interaction, 0), pressed, keepIds: true) : Message(interaction, 0),
                7 => Edited(interaction.Json["message"] is JsonObject pressed ? Merged(Message(interaction, 0), pressed, keepIds: true) : Message(interaction, 0), data!),
                _ => null,
            };
            interaction.Answer(type, answer.DeepClone().AsObject(), age);
            return withResponse ? Reply.Ok(CallbackResponse(interaction, type)) : Reply.NoContent;
        }
    }

    /// <summary>A request to one of the webhook routes.</summary>
    public Reply Webhook(Call call)
    {
        if (call["application_id"] != applicationId || Find(call["token"]) is not { } interaction)
            return Reply.Error(404, 10015, "Unknown Webhook", "webhook.unknown", "no interaction of this application has this token");

        lock (interaction.Gate)
        {
            if (interaction.AgeAt(call.ArrivedAt) > options.TokenLifetime)
                return Reply.Error(401, 50027, "Invalid Webhook Token", "token.expired", $"{interaction} is over");
            if (interaction.ResponseType is null)
                return Reply.Error(404, 10015, "Unknown Webhook", "webhook.unanswered", $"{call.Route.Method} {call.Route.Template} before the first answer to {interaction}");
            if (interaction.ResponseType is 8)
                return Reply.Error(404, 10015, "Unknown Webhook", "webhook.autocomplete", "choices have no message");

            if (call.Route.Route is ApiRoute.FollowUp)
                return FollowUp(interaction, call);

            var message = call.Route.Route is ApiRoute.GetOriginal or ApiRoute.EditOriginal or ApiRoute.DeleteOriginal
                ? interaction.Original
                : interaction.FollowUps.Append(interaction.Original).FirstOrDefault(known => known?["id"].Text() == call["message_id"]);
            if (message is null)
                return Reply.Error(404, 10008, "Unknown Message", "message.unknown");

            switch (call.Route.Method)
            {
                case "DELETE":
                    if (message == interaction.Original)
                        interaction.Original = null;
                    else
                        interaction.FollowUps.Remove(message);
                    return Reply.NoContent;
                case "PATCH":
                    return Edit(interaction, message, call);
                default:
                    return Reply.Ok(message.DeepClone());
            }
        }
    }

    private Reply FollowUp(SentInteraction interaction, Call call)
    {
        // Discord still takes a follow-up for the edit of a loading message, and has deprecated it.
        if (interaction.ResponseType is 5 && interaction.Original is { } loading && IsLoading(loading))
        {
            journal.Violates("followup.deferred", $"a follow-up in place of an edit of the loading message of {interaction}");
            return Edit(interaction, loading, call);
        }

        var owners = interaction.Json["authorizing_integration_owners"] as JsonObject;
        if (owners?["1"] is not null && owners["0"] is null && interaction.FollowUpsSent >= MostFollowUpsOfUserInstalls)
            return Reply.Error(400, 40094, "This interaction has reached its maximum number of follow up messages", "followup.many");

        if (Invalid(call, 0) is { } invalid)
            return invalid;
        var data = call.Body!.AsObject();
        if (Empty(data))
            return EmptyMessage;
        interaction.FollowUpsSent++;
        var message = Merged(Message(interaction, Flags(data)), data);
        if (interaction.FollowUps.Count < MostTracked)
            interaction.FollowUps.Add(message);
        return Reply.Ok(message.DeepClone());
    }

    private Reply Edit(SentInteraction interaction, JsonObject message, Call call)
    {
        var before = (int)(message["flags"].Integer() ?? 0);
        if (Invalid(call, before) is { } invalid)
            return invalid;
        var data = call.Body!.AsObject();
        if ((Flags(data) & MessageChecks.Ephemeral & ~before) != 0)
            journal.Violates("message.visibility", $"an edit cannot make a message of {interaction} ephemeral");

        var edited = Edited(message, data);
        if (Empty(edited))
            return EmptyMessage;
        if (((int)edited["flags"].Integer()! & MessageChecks.ComponentsV2) != 0 && (edited["content"].Text() is { Length: > 0 } || edited["embeds"] is JsonArray { Count: > 0 }))
        {
            var errors = new FormErrors();
            errors.Add("flags", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", "The message still has content or embeds");
            return Reply.Form(errors);
        }

        if (message == interaction.Original)
            interaction.Original = edited;
        else
            interaction.FollowUps[interaction.FollowUps.IndexOf(message)] = edited;
        return Reply.Ok(edited.DeepClone());
    }

    private Reply? Invalid(Call call, int flagsBefore)
    {
        var errors = new FormErrors();
        if (call.Body is not JsonObject data)
            errors.Add("", "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
        else
        {
            MessageChecks.Check(data, "", flagsBefore, errors);
            if (!errors.Any)
                DiscordSchema.Bodies[call.Route.Route].Check(data, errors);
            if (!errors.Any && MessageChecks.Mentions(data) is { } mentions)
                journal.Violates("message.mentions", $"{mentions} ({call.Route.Method} {call.Route.Template})");
        }

        return errors.Any ? Reply.Form(errors) : null;
    }

    private static Reply EmptyMessage => Reply.Error(400, 50006, "Cannot send an empty message", "message.empty");

    private static Reply Excusable(SentInteraction interaction, Reply refusal) => interaction.Excused ? refusal with { Rule = null } : refusal;

    private static int Flags(JsonObject? data) => (int)(data?["flags"].Integer() ?? 0);

    private static bool IsLoading(JsonObject message) => (Flags(message) & MessageChecks.Loading) != 0;

    private static bool Empty(JsonObject message) =>
        string.IsNullOrWhiteSpace(message["content"].Text()) && message["embeds"] is not JsonArray { Count: > 0 }
        && message["attachments"] is not JsonArray { Count: > 0 } && message["poll"] is null
        && ((Flags(message) & MessageChecks.ComponentsV2) == 0 || message["components"] is not JsonArray { Count: > 0 });

    private JsonObject Message(SentInteraction interaction, int flags)
    {
        var user = (interaction.Json["member"]?["user"] ?? interaction.Json["user"]) as JsonObject;
        return new JsonObject
        {
            ["id"] = ids.Next(),
            ["type"] = interaction.Type is 2 ? 20 : 19,
            ["channel_id"] = interaction.Json["channel_id"].Text() ?? "645027906669510667",
            ["application_id"] = applicationId,
            ["webhook_id"] = applicationId,
            ["author"] = new JsonObject
            {
                ["id"] = applicationId,
                ["username"] = "stand-in",
                ["avatar"] = null,
                ["discriminator"] = "0000",
                ["public_flags"] = 0,
                ["flags"] = 0,
                ["bot"] = true,
                ["global_name"] = null,
                ["primary_guild"] = null,
            },
            ["content"] = "",
            ["embeds"] = new JsonArray(),
            ["components"] = new JsonArray(),
            ["attachments"] = new JsonArray(),
            ["mentions"] = new JsonArray(),
            ["mention_roles"] = new JsonArray(),
            ["mention_everyone"] = false,
            ["pinned"] = false,
            ["tts"] = false,
            ["flags"] = flags,
            ["timestamp"] = Now,
            ["edited_timestamp"] = null,
            ["x_asked_by"] = user?["id"]?.DeepClone(), // a field that no client knows
        };
    }

    private string Now => options.TimeProvider.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);

    private JsonObject Edited(JsonObject message, JsonObject data)
    {
        var edited = Merged(message, data);
        if (!IsLoading(message))
            edited["edited_timestamp"] = Now;
        return edited;
    }

    // What is missing stays, what is null or empty is cleared; visibility stays, and V2 cannot be taken back.
    private static JsonObject Merged(JsonObject message, JsonObject data, bool keepIds = false)
    {
        var merged = message.DeepClone().AsObject();
        if (data.ContainsKey("content"))
            merged["content"] = data["content"].Text()?.Trim() ?? "";
        foreach (var key in (string[])["embeds", "components", "attachments"])
        {
            if (data.ContainsKey(key))
                merged[key] = data[key]?.DeepClone() ?? new JsonArray();
        }

        foreach (var embed in (merged["embeds"] as JsonArray ?? []).OfType<JsonObject>())
        {
            embed["type"] = "rich";
            foreach (var (key, _) in embed.Where(part => part.Value is null).ToArray())
                embed.Remove(key);
            foreach (var shown in (embed["fields"] as JsonArray ?? []).OfType<JsonObject>())
                shown["inline"] ??= false;
        }

        var next = 1;
        Number(merged["components"] as JsonArray ?? [], ref next);
        var before = Flags(message) & ~MessageChecks.Loading;
        merged["flags"] = keepIds
            ? Flags(data)
            : (before & (MessageChecks.Ephemeral | MessageChecks.ComponentsV2)) | (data["flags"] is null ? before : Flags(data) & ~MessageChecks.Ephemeral);
        if (keepIds && data["id"] is { } id)
            merged["id"] = id.DeepClone();
        return merged;
    }

    private static void Number(JsonArray components, ref int next)
    {
        foreach (var component in components.OfType<JsonObject>())
        {
            component["id"] ??= next;
            next++;
            Number(component["components"] as JsonArray ?? [], ref next);
        }
    }

    private static JsonObject CallbackResponse(SentInteraction interaction, int type)
    {
        var shown = new JsonObject { ["id"] = interaction.Id, ["type"] = interaction.Type };
        var response = new JsonObject { ["interaction"] = shown };
        if (interaction.Original is not { } message)
            return response;
        shown["response_message_id"] = message["id"]!.DeepClone();
        shown["response_message_loading"] = IsLoading(message);
        shown["response_message_ephemeral"] = (Flags(message) & MessageChecks.Ephemeral) != 0;
        if (type is 4 or 7)
            response["resource"] = new JsonObject { ["type"] = type, ["message"] = message.DeepClone() };
        return response;
    }
}
