using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace StatusBot.Discord.Model;

/// <summary>
/// A message that is sent again and again with nothing but an id in it changing: checked and written once, with gaps that are filled
/// in for each send. Safe to use from any thread.
/// </summary>
public sealed class MessageTemplate
{
    /// <summary>What stands where an id goes; as long as the longest id, so that what is checked holds for all.</summary>
    public const string Gap = "(id-to-be-filled-in)";

    // Nothing but JSON's own needs are escaped: Korean takes half the bytes, and Discord reads JSON, not HTML.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly byte[][] _parts;

    private MessageTemplate(byte[][] parts) => _parts = parts;

    /// <summary>Prepares a message in which <see cref="Gap"/> stands for the id.</summary>
    /// <exception cref="DiscordRuleException">Discord would refuse it.</exception>
    public static MessageTemplate Of(MessagePayload message)
    {
        if (MessageRules.Check(message) is { Count: > 0 } violations)
            throw new DiscordRuleException(violations);

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
            JsonSerializer.Serialize(writer, message with { Flags = null }, DiscordJson.Default.MessagePayload);
        var json = Encoding.UTF8.GetString(buffer.WrittenSpan[..^1]); // the last brace comes after the flags
        return new MessageTemplate([.. json.Split(Gap).Select(Encoding.UTF8.GetBytes)]);
    }

    /// <summary>The message with an id in its gaps; null leaves them empty.</summary>
    public PreparedMessage Fill(Snowflake? id) => new(_parts, id);
}

/// <summary>A message that was checked and written beforehand; see <see cref="MessageTemplate"/>.</summary>
public sealed record PreparedMessage : MessageData
{
    private readonly byte[][] _parts;
    private readonly Snowflake? _id;

    internal PreparedMessage(byte[][] parts, Snowflake? id) => (_parts, _id) = (parts, id);

    /// <inheritdoc/>
    public override byte[] ToUtf8Bytes()
    {
        var id = Encoding.ASCII.GetBytes(_id?.ToString() ?? "");
        var end = Flags is { } flags ? Encoding.ASCII.GetBytes($",\"flags\":{(int)flags}}}") : "}"u8;
        var json = new byte[_parts.Sum(part => part.Length) + (_parts.Length - 1) * id.Length + end.Length];
        var rest = json.AsSpan();
        for (var i = 0; i < _parts.Length; i++)
        {
            if (i > 0)
                rest = Put(id, rest);
            rest = Put(_parts[i], rest);
        }

        Put(end, rest);
        return json;
    }

    private static Span<byte> Put(ReadOnlySpan<byte> what, Span<byte> into)
    {
        what.CopyTo(into);
        return into[what.Length..];
    }
}
