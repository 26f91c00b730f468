using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace StatusBot.StandIn.Rules;

/// <summary>Discord's published schema, operation by operation.</summary>
internal sealed class DiscordSchema
{
    private const int MostErrors = 10;

    private static readonly Lazy<JsonObject> Document = new(Load);

    private readonly Lazy<JsonSchema> _schema;
    private readonly Lock _gate = new();

    private DiscordSchema(Func<JsonObject, JsonNode> root) => _schema = new Lazy<JsonSchema>(() =>
    {
        // Components move to where JSON Schema looks for definitions; nothing else is changed.
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["allOf"] = new JsonArray(root(Document.Value).DeepClone()),
            ["$defs"] = Document.Value["components"]!["schemas"]!.DeepClone(),
        };
        return JsonSchema.FromText(schema.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal));
    });

    /// <summary>The body of each route that has one.</summary>
    public static IReadOnlyDictionary<ApiRoute, DiscordSchema> Bodies { get; } = new Dictionary<ApiRoute, DiscordSchema>
    {
        [ApiRoute.UpdateApplication] = Body("/applications/@me", "patch"),
        [ApiRoute.SetCommands] = Body("/applications/{application_id}/commands", "put"),
        [ApiRoute.SetGuildCommands] = Body("/applications/{application_id}/guilds/{guild_id}/commands", "put"),
        [ApiRoute.Callback] = Body("/interactions/{interaction_id}/{interaction_token}/callback", "post"),
        [ApiRoute.FollowUp] = Body("/webhooks/{webhook_id}/{webhook_token}", "post"),
        [ApiRoute.EditOriginal] = Body("/webhooks/{webhook_id}/{webhook_token}/messages/@original", "patch"),
        // The subset has no operation for other messages; what it says of the original holds for them.
        [ApiRoute.EditMessage] = Body("/webhooks/{webhook_id}/{webhook_token}/messages/@original", "patch"),
    };

    /// <summary>One of the named schemas.</summary>
    public static DiscordSchema Component(string name) => new(document => document["components"]!["schemas"]![name]!);

    /// <summary>Adds what the schema says against a body.</summary>
    public void Check(JsonNode body, FormErrors errors)
    {
        using var document = JsonDocument.Parse(Documented(body).ToJsonString());
        lock (_gate)
        {
            var element = document.RootElement;
            if (_schema.Value.Evaluate(element, new EvaluationOptions { OutputFormat = OutputFormat.Flag }).IsValid)
                return;

            var found = (_schema.Value.Evaluate(element, new EvaluationOptions { OutputFormat = OutputFormat.List }).Details ?? [])
                .Where(detail => !detail.IsValid && detail.Errors is not null)
                .SelectMany(detail => detail.Errors!.Select(error => (Path: detail.InstanceLocation.ToString().Trim('/').Replace('/', '.'), error.Value)))
                .Distinct()
                .Take(MostErrors)
                .ToArray();
            foreach (var (path, message) in found)
                errors.Add(path, "SCHEMA", message);
            if (found.Length == 0)
                errors.Add("", "SCHEMA", "Is not what the schema says.");
        }
    }

    // The schema wants an integer of default_member_permissions; the documentation, which goes before it, a string.
    private static JsonNode Documented(JsonNode body)
    {
        if (body is not JsonArray)
            return body;
        var copy = body.DeepClone().AsArray();
        foreach (var command in copy.OfType<JsonObject>())
            command.Remove("default_member_permissions");
        return copy;
    }

    private static DiscordSchema Body(string path, string method) =>
        new(document => document["paths"]![path]![method]!["requestBody"]!["content"]!["application/json"]!["schema"]!);

    private static JsonObject Load()
    {
        using var stream = typeof(DiscordSchema).Assembly.GetManifestResourceStream("openapi-subset.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
