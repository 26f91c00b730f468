using System.Text.Json;

namespace StatusBot.Discord.Rest;

/// <summary>Discord's error body: a code, a sentence, and what is wrong field by field (reference.mdx, "Error Messages").</summary>
/// <param name="Code">Discord's JSON error code; 0 where there is none.</param>
/// <param name="Message">The sentence.</param>
/// <param name="Fields">One line for each wrong field: <c>embeds.0.title: Must be 256 or fewer in length.</c></param>
public sealed record DiscordError(int Code, string Message, IReadOnlyList<string> Fields)
{
    private const int DeepestField = 16;
    private const int MostFields = 20;

    /// <summary>Reads an error body; whatever is not one (a block page, say) gives an error without a code.</summary>
    public static DiscordError Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            var root = document.RootElement;
            if (root.ValueKind is not JsonValueKind.Object)
                return NotJson;

            var fields = new List<string>();
            if (root.TryGetProperty("errors", out var errors))
                Collect(errors, "", fields, 0);
            return new DiscordError(
                root.TryGetProperty("code", out var code) && code.ValueKind is JsonValueKind.Number && code.TryGetInt32(out var number) ? number : 0,
                root.TryGetProperty("message", out var message) && message.ValueKind is JsonValueKind.String ? message.GetString()! : "no message",
                fields);
        }
        catch (JsonException)
        {
            return NotJson;
        }
    }

    /// <summary>One line: code, sentence, fields.</summary>
    public override string ToString() => Fields.Count == 0
        ? $"{Message} ({Code})"
        : $"{Message} ({Code}): {string.Join("; ", Fields)}";

    private static DiscordError NotJson { get; } = new(0, "the body is not Discord's JSON", []);

    private static void Collect(JsonElement element, string path, List<string> fields, int depth)
    {
        if (element.ValueKind is not JsonValueKind.Object || depth > DeepestField)
            return;

        foreach (var property in element.EnumerateObject())
        {
            if (fields.Count == MostFields)
                return;
            if (property.NameEquals("_errors") && property.Value.ValueKind is JsonValueKind.Array)
            {
                foreach (var error in property.Value.EnumerateArray())
                {
                    if (error.ValueKind is JsonValueKind.Object && error.TryGetProperty("message", out var message))
                        fields.Add($"{path}: {message}");
                }
            }
            else
            {
                Collect(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}", fields, depth + 1);
            }
        }
    }
}
