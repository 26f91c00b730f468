using System.Text.Json.Nodes;
using static StatusBot.StandIn.Rules.Reading;

namespace StatusBot.StandIn.Rules;

/// <summary>Documented rules of a first answer (interactions/receiving-and-responding.mdx).</summary>
internal static class CallbackChecks
{
    private static readonly IReadOnlySet<string> BodyKeys = Set("type", "data");

    public static void Check(JsonObject body, SentInteraction interaction, FormErrors errors)
    {
        errors.Keys(body, "", BodyKeys);
        var type = body["type"].Integer();
        var data = body["data"] as JsonObject;
        long[] allowed = interaction.Type switch
        {
            1 => [1],
            2 => [4, 5, 9],
            3 => [4, 5, 6, 7, 9],
            4 => [8],
            5 => interaction.Json["message"] is null ? [4, 5] : [4, 5, 6, 7],
            _ => [],
        };
        if (type is null || !allowed.Contains(type.Value))
        {
            errors.Add("type", "BASE_TYPE_CHOICES", $"Value must be one of ({string.Join(", ", allowed)}).");
            return;
        }

        if (body["data"] is not null && data is null)
            errors.Add("data", "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
        switch (type)
        {
            case 1 or 6:
                if (data is not null)
                    errors.Add("data", "STAND_IN_UNKNOWN_KEY", "This type carries nothing.");
                break;
            case 4:
                if (data is null)
                    errors.Required("data");
                else
                    MessageChecks.Check(data, "data", 0, errors);
                break;
            case 7:
                if (data is null)
                    errors.Required("data");
                else
                    MessageChecks.Check(data, "data", (int)(interaction.Json["message"]?["flags"].Integer() ?? 0), errors);
                break;
            case 5:
                if (data is not null)
                {
                    errors.Keys(data, "data", Set("flags"));
                    if (data["flags"] is { } flags && flags.Integer() is not (0 or MessageChecks.Ephemeral))
                        errors.Add("data.flags", "MESSAGE_FLAGS_INVALID", "Only 64 can be set.");
                }

                break;
            case 8:
                Choices(data, FocusedType(interaction.Json["data"]?["options"]), errors);
                break;
            case 9:
                Modal(data, errors);
                break;
        }
    }

    private static void Choices(JsonObject? data, long? type, FormErrors errors)
    {
        if (data?["choices"] is null)
        {
            errors.Required("data.choices");
            return;
        }

        errors.Keys(data, "data", Set("choices"));
        foreach (var (choice, at) in errors.Objects(data, "choices", "data", 25))
            CommandChecks.Choice(choice, at, type, errors);
    }

    private static long? FocusedType(JsonNode? options) => (options as JsonArray ?? [])
        .Select(option => option?["focused"].Truth() is true ? option["type"].Integer() : FocusedType(option?["options"]))
        .FirstOrDefault(type => type is not null);

    private static void Modal(JsonObject? data, FormErrors errors)
    {
        if (data is null)
        {
            errors.Required("data");
            return;
        }

        errors.Keys(data, "data", Set("custom_id", "title", "components"));
        errors.Text(data, "custom_id", "data", 100, 1, required: true);
        errors.Text(data, "title", "data", 45, 1, required: true);
        var components = errors.Objects(data, "components", "data", 5);
        if (components.Count == 0)
            errors.Add("data.components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
    }
}
