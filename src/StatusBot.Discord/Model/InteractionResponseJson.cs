using System.Text.Json;
using System.Text.Json.Serialization;

namespace StatusBot.Discord.Model;

/// <summary>Writes an answer with the data of its own kind.</summary>
internal sealed class InteractionResponseDataConverter : JsonConverter<InteractionResponseData>
{
    public override InteractionResponseData Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers are written, never read.");

    public override void Write(Utf8JsonWriter writer, InteractionResponseData value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case MessagePayload message:
                JsonSerializer.Serialize(writer, message, DiscordJson.Default.MessagePayload);
                break;
            case PreparedMessage prepared:
                writer.WriteRawValue(prepared.ToUtf8Bytes(), skipInputValidation: true);
                break;
            case AutocompletePayload choices:
                JsonSerializer.Serialize(writer, choices, DiscordJson.Default.AutocompletePayload);
                break;
            case MessageFlagsPayload flags:
                JsonSerializer.Serialize(writer, flags, DiscordJson.Default.MessageFlagsPayload);
                break;
            default:
                throw new NotSupportedException($"{value.GetType().Name} is not written here.");
        }
    }
}
