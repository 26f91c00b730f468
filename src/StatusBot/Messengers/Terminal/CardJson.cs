using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using StatusBot.Conversation;

namespace StatusBot.Messengers.Terminal;

/// <summary>A card as programs read it.</summary>
/// <param name="Title">The title.</param>
/// <param name="Url">What the title links to; null for nothing.</param>
/// <param name="Description">The text under the title, with markdown.</param>
/// <param name="Fields">The fields.</param>
/// <param name="Footer">The plain text at the bottom.</param>
internal sealed record CardJson(string Title, Uri? Url, string Description, IReadOnlyList<FieldJson> Fields, string Footer)
{
    /// <summary>The JSON text of a card.</summary>
    public static string Write(Card card) => JsonSerializer.Serialize(
        new CardJson(
            card.Title,
            card.Link,
            card.Description,
            [.. card.Fields.Select(field => new FieldJson(field.Name, field.Value, field.IsInline))],
            card.Footer),
        CardJsonContext.Readable.CardJson);
}

/// <summary>A field of a card as programs read it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its text, with markdown.</param>
/// <param name="Inline">Whether it may stand beside others.</param>
internal sealed record FieldJson(string Name, string Value, bool Inline);

[JsonSerializable(typeof(CardJson))]
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
internal sealed partial class CardJsonContext : JsonSerializerContext
{
    /// <summary>Korean as Korean: this goes to no page, so nothing but what JSON itself needs is escaped.</summary>
    public static CardJsonContext Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    });
}
