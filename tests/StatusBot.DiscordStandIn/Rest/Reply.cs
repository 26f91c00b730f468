using System.Text.Json.Nodes;
using StatusBot.StandIn.Rules;

namespace StatusBot.StandIn.Rest;

/// <summary>An answer of the REST API.</summary>
internal sealed record Reply(int Status, JsonNode? Json = null)
{
    /// <summary>A body that is no JSON, such as Cloudflare's block page.</summary>
    public string? Html { get; init; }

    /// <summary>The rule that was broken, if the answer tells of one.</summary>
    public string? Rule { get; init; }

    /// <summary>More about it.</summary>
    public string? Detail { get; init; }

    /// <summary>Seconds to wait, on a 429.</summary>
    public double? RetryAfter { get; init; }

    /// <summary>What a 429 is about: user, global or shared.</summary>
    public string? Scope { get; init; }

    public int? Code => Json is JsonObject json ? (int?)json["code"].Integer() : null;

    public static Reply Ok(JsonNode json) => new(200, json);

    public static Reply NoContent { get; } = new(204);

    public static Reply Unauthorized { get; } = Error(401, 0, "401: Unauthorized");

    public static Reply Error(int status, int code, string message, string? rule = null, string? detail = null) =>
        new(status, new JsonObject { ["message"] = message, ["code"] = code }) { Rule = rule, Detail = detail ?? message };

    public static Reply Form(FormErrors errors) => new(400, errors.ToJson()) { Rule = "body.invalid", Detail = errors.ToString() };

    public static Reply TooMany(TimeSpan retryAfter, bool isGlobal, string scope) => new(429, new JsonObject
    {
        ["message"] = "You are being rate limited.",
        ["retry_after"] = Math.Round(retryAfter.TotalSeconds, 3),
        ["global"] = isGlobal,
    })
    {
        RetryAfter = retryAfter.TotalSeconds,
        Scope = scope,
    };

    public static Reply Blocked(string reason) =>
        new(403) { Html = $"<!DOCTYPE html><html><head><title>Access denied</title></head><body>{reason}</body></html>" };
}

/// <summary>A request as handlers see it.</summary>
internal sealed record Call(
    RouteInfo Route, IReadOnlyDictionary<string, string> Parts, JsonNode? Body, bool WithResponse, bool WithLocalizations, long ArrivedAt)
{
    public string this[string part] => Parts[part];
}
