using System.Globalization;
using System.Text.Json.Nodes;
using StatusBot.StandIn.Rules;

namespace StatusBot.StandIn.Rest;

/// <summary>Registered commands, global and by guild (interactions/application-commands.mdx).</summary>
internal sealed class CommandStore(StandInOptions options, Snowflakes ids)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly string[] Localizations = ["name_localizations", "description_localizations"];

    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<JsonObject>> _commands = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Since, int Creates)> _creates = new(StringComparer.Ordinal);

    /// <summary>The commands of a guild, or the global ones; with or without the dictionaries of localisations.</summary>
    public JsonArray List(string? guildId, bool withLocalizations)
    {
        lock (_gate)
        {
            var found = _commands.GetValueOrDefault(guildId ?? "", []);
            return [.. found.Select(command => Shown(command, withLocalizations))];
        }
    }

    /// <summary>Replaces all commands; names already present keep their id, and count as no creation.</summary>
    public Reply Set(string applicationId, string? guildId, JsonArray commands)
    {
        lock (_gate)
        {
            var known = _commands.GetValueOrDefault(guildId ?? "", []).ToDictionary(NameOf);
            var wanted = commands.Select(command => Filled(command!.AsObject(), guildId is not null)).ToArray();
            var created = wanted.Count(command => !known.ContainsKey(NameOf(command)));

            var (since, creates) = _creates.GetValueOrDefault(guildId ?? "", (options.TimeProvider.GetTimestamp(), 0));
            if (options.TimeProvider.GetElapsedTime(since) >= Day)
                (since, creates) = (options.TimeProvider.GetTimestamp(), 0);
            if (creates + created > options.CommandCreatesPerDay)
                return Reply.Error(400, 30034, $"Max number of daily application command creates has been reached ({options.CommandCreatesPerDay})", "commands.creates");
            _creates[guildId ?? ""] = (since, creates + created);

            var stored = new List<JsonObject>();
            foreach (var command in wanted)
            {
                var old = known.GetValueOrDefault(NameOf(command));
                command["id"] = old?["id"]?.DeepClone() ?? ids.Next();
                command["application_id"] = applicationId;
                if (guildId is not null)
                    command["guild_id"] = guildId;
                command["version"] = old?["version"]?.DeepClone();
                if (old is null || !JsonNode.DeepEquals(old, command))
                    command["version"] = ids.Next();
                stored.Add(command);
            }

            // In an order of the server's own: nothing promises the one of the request.
            stored.Sort((a, b) => string.CompareOrdinal((string)a["name"]!, (string)b["name"]!));
            _commands[guildId ?? ""] = stored;
            return Reply.Ok(List(guildId, withLocalizations: true));
        }
    }

    private static (long, string) NameOf(JsonObject command) => (command["type"].Integer()!.Value, (string)command["name"]!);

    // What the server makes of a command: defaults filled in, nulls and falses gone, localisations that say the same ignored.
    private static JsonObject Filled(JsonObject command, bool isGuild)
    {
        var filled = new JsonObject
        {
            ["type"] = command["type"].Integer() ?? 1,
            ["name"] = command["name"].Text()!.Trim(),
            ["name_localizations"] = Texts(command, "name"),
            ["description"] = command["description"].Text()?.Trim() ?? "",
            ["description_localizations"] = Texts(command, "description"),
            ["default_member_permissions"] = command["default_member_permissions"]?.DeepClone(),
            ["nsfw"] = command["nsfw"].Truth() ?? false,
        };
        if (Options(command) is { Count: > 0 } options)
            filled["options"] = options;
        if (isGuild)
            return filled;

        var installs = command["integration_types"] as JsonArray ?? [0];
        filled["integration_types"] = Sorted(installs);
        filled["contexts"] = command["contexts"] is JsonArray contexts ? Sorted(contexts)
            : installs.Any(type => type.Integer() is 1) ? [0, 1, 2] : [0, 1];
        filled["dm_permission"] = filled["contexts"]!.AsArray().Any(context => context.Integer() is 1);
        return filled;
    }

    private static JsonArray Options(JsonObject holder)
    {
        var filled = new JsonArray();
        foreach (var option in (holder["options"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var kept = new JsonObject
            {
                ["type"] = option["type"]!.DeepClone(),
                ["name"] = option["name"].Text()!.Trim(),
                ["name_localizations"] = Texts(option, "name"),
                ["description"] = option["description"].Text()!.Trim(),
                ["description_localizations"] = Texts(option, "description"),
            };
            foreach (var key in (string[])["required", "autocomplete"])
            {
                if (option[key].Truth() is true)
                    kept[key] = true;
            }

            foreach (var key in (string[])["min_length", "max_length", "min_value", "max_value", "channel_types"])
            {
                if (option[key] is { } value)
                    kept[key] = value.DeepClone();
            }

            if (option["choices"] is JsonArray { Count: > 0 } choices)
            {
                kept["choices"] = new JsonArray([.. choices.OfType<JsonObject>().Select(choice => new JsonObject
                {
                    ["name"] = choice["name"].Text()!.Trim(),
                    ["name_localizations"] = Texts(choice, "name"),
                    ["value"] = choice["value"]!.DeepClone(),
                })]);
            }

            if (Options(option) is { Count: > 0 } inner)
                kept["options"] = inner;
            filled.Add(kept);
        }

        return filled;
    }

    private static JsonObject? Texts(JsonObject holder, string key)
    {
        var own = holder[key].Text()?.Trim();
        var kept = (holder[$"{key}_localizations"] as JsonObject ?? [])
            .Where(text => text.Value.Text()?.Trim() != own)
            .OrderBy(text => text.Key, StringComparer.Ordinal)
            .Select(text => KeyValuePair.Create<string, JsonNode?>(text.Key, text.Value.Text()!.Trim()))
            .ToArray();
        return kept.Length == 0 ? null : new JsonObject(kept);
    }

    private static JsonArray Sorted(JsonArray numbers) =>
        [.. numbers.Select(number => number.Integer()!.Value).Order().Select(number => JsonValue.Create(number))];

    private static JsonNode Shown(JsonObject command, bool withLocalizations)
    {
        var shown = command.DeepClone().AsObject();
        if (!withLocalizations)
            Strip(shown);
        return shown;
    }

    private static void Strip(JsonObject holder)
    {
        foreach (var key in Localizations)
            holder.Remove(key);
        foreach (var inner in (holder["options"] as JsonArray ?? []).Concat(holder["choices"] as JsonArray ?? []).OfType<JsonObject>())
            Strip(inner);
    }
}

/// <summary>Ids of Discord's kind: milliseconds since 2015, and a counter (reference.mdx, "Snowflakes").</summary>
internal sealed class Snowflakes(TimeProvider time)
{
    private const long Epoch = 1_420_070_400_000;
    private int _count;

    public string Next() => (((time.GetUtcNow().ToUnixTimeMilliseconds() - Epoch) << 22) | (uint)(Interlocked.Increment(ref _count) & 0x3FFFFF))
        .ToString(CultureInfo.InvariantCulture);
}
