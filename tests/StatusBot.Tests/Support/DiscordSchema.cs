using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace StatusBot.Tests.Support;

/// <summary>Discord's published schema (tests/fixtures/discord, with its licence), operation by operation.</summary>
internal sealed class DiscordSchema
{
    private static readonly JsonObject Document = Load();

    private readonly JsonSchema _schema;

    private DiscordSchema(string path, string method)
    {
        // Components move to where JSON Schema looks for definitions; nothing else is changed.
        var body = Document["paths"]![path]![method]!["requestBody"]!["content"]!["application/json"]!["schema"]!.DeepClone();
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["allOf"] = new JsonArray(body),
            ["$defs"] = Document["components"]!["schemas"]!.DeepClone(),
        };
        _schema = JsonSchema.FromText(schema.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal));
    }

    /// <summary>The first answer to an interaction.</summary>
    public static DiscordSchema Callback { get; } = new("/interactions/{interaction_id}/{interaction_token}/callback", "post");

    /// <summary>The registration of global commands.</summary>
    public static DiscordSchema Commands { get; } = new("/applications/{application_id}/commands", "put");

    /// <summary>What the schema says against a body; empty when nothing.</summary>
    public IReadOnlyList<string> Errors(JsonElement body)
    {
        var results = _schema.Evaluate(body, new EvaluationOptions { OutputFormat = OutputFormat.Flag });
        if (results.IsValid)
            return [];

        results = _schema.Evaluate(body, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return [.. (results.Details ?? [])
            .Where(detail => !detail.IsValid && detail.Errors is not null)
            .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}"))
            .DefaultIfEmpty("is not what the schema says")];
    }

    private static JsonObject Load() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "fixtures", "discord", "openapi-subset.json")))!.AsObject();
}
