using System.Text.Json.Nodes;
using StatusBot.StandIn.Rules;

namespace StatusBot.StandIn.Gateway;

/// <summary>What is wrong with an Identify or a presence (events/gateway-events.mdx), as a close code and a sentence.</summary>
internal static class IdentifyChecks
{
    private const long Privileged = (1 << 1) | (1 << 8) | (1 << 15);
    private const long Known = 0x1FFFF | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25);

    private static readonly IReadOnlySet<string> IdentifyKeys =
        Reading.Set("token", "properties", "compress", "large_threshold", "shard", "presence", "intents");

    private static readonly IReadOnlySet<string> PresenceKeys = Reading.Set("since", "activities", "status", "afk");

    public static (int Code, string Detail)? Identify(JsonObject data, int shards)
    {
        if (data.FirstOrDefault(part => !IdentifyKeys.Contains(part.Key)).Key is { } unknown)
            return (4002, $"Identify has {unknown}, which nobody documents");
        if (data["properties"] is not JsonObject properties || properties["os"].Text() is null || properties["browser"].Text() is null || properties["device"].Text() is null)
            return (4002, "Identify has no properties of os, browser and device");
        if (data["presence"] is { } presence && Presence(presence) is { } wrong)
            return (4002, wrong);

        if (data["shard"] is { } shard)
        {
            if (shard is not JsonArray { Count: 2 } pair || pair[0].Integer() is not { } id || pair[1].Integer() is not { } count || id < 0 || id >= count)
                return (4010, "shard is not [id, count] with an id below the count");
            if (count != shards)
                return count < shards ? (4011, $"{count} shards, where {shards} are required") : (4010, $"{count} shards, where {shards} were recommended");
        }
        else if (shards > 1)
        {
            return (4011, "no shard, where sharding is required");
        }

        if (data["intents"].Integer() is not { } intents)
            return (4013, "Identify has no intents; 0 has to be said");
        if (intents < 0 || (intents & ~Known) != 0)
            return (4013, $"intents {intents} have unknown bits");
        return (intents & Privileged) != 0 ? (4014, $"intents {intents} are privileged, and not granted") : null;
    }

    public static string? Presence(JsonNode? presence)
    {
        if (presence is not JsonObject data)
            return "the presence is no object";
        if (data.FirstOrDefault(part => !PresenceKeys.Contains(part.Key)).Key is { } unknown)
            return $"the presence has {unknown}, which nobody documents";
        if (PresenceKeys.FirstOrDefault(key => !data.ContainsKey(key)) is { } missing)
            return $"the presence has no {missing}";
        if (data["status"].Text() is not ("online" or "dnd" or "idle" or "invisible" or "offline"))
            return "the presence has no status that Discord knows";
        if (data["afk"].Truth() is null || (data["since"] is { } since && since.Integer() is null))
            return "afk is no boolean, or since no number";
        return data["activities"] is JsonArray activities
            && activities.All(activity => activity?["name"].Text() is { Length: > 0 and <= 128 } && activity["type"].Integer() is >= 0 and <= 5)
            ? null : "activities are no list of name and type";
    }
}
