using System.Text.Json;
using StatusBot.Discord.Model;

namespace StatusBot.Discord.Gateway;

/// <summary>Reads a gateway payload for what a bot of interactions needs of it; everything else is passed over.</summary>
internal static class GatewayFrame
{
    private const int Dispatch = 0;
    private const int Heartbeat = 1;
    private const int Reconnect = 7;
    private const int InvalidSession = 9;
    private const int Hello = 10;
    private const int HeartbeatAck = 11;

    // Discord says some 41 seconds. What is far from it is an error, and must not become a busy loop or a silent connection.
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromMinutes(10);

    /// <summary>What a payload says.</summary>
    /// <param name="Signal">What the session learns, or null for an opcode that is not known.</param>
    /// <param name="Sequence">The event's number, or null.</param>
    /// <param name="Interaction">The interaction in it, or null.</param>
    public readonly record struct Content(Signal? Signal, long? Sequence, Interaction? Interaction);

    /// <summary>Reads a payload.</summary>
    /// <exception cref="JsonException">It is no payload. One that cannot be read must not end the session.</exception>
    public static Content Read(ReadOnlySpan<byte> payload)
    {
        try
        {
            return ReadWhole(payload);
        }
        catch (InvalidOperationException problem)
        {
            // Half a surrogate pair, which is valid JSON, is no text to the framework, and not a JsonException either.
            throw new JsonException("There is text in it that is no Unicode.", problem);
        }
    }

    private static Content ReadWhole(ReadOnlySpan<byte> payload)
    {
        var reader = new Utf8JsonReader(payload);
        long? op = null; // one beyond 32 bits is not known, whatever its lower half
        long? sequence = null;
        var name = EventName.Other;
        var place = 0..0;

        Expect(reader.Read() && reader.TokenType is JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("op"u8))
                op = Number(ref reader);
            else if (reader.ValueTextEquals("s"u8))
                sequence = Number(ref reader);
            else if (reader.ValueTextEquals("t"u8))
                name = Name(ref reader);
            else if (reader.ValueTextEquals("d"u8))
                place = Value(ref reader);
            else
                Value(ref reader);
        }

        Expect(reader.TokenType is JsonTokenType.EndObject && !reader.Read());
        var data = payload[place];
        return op switch
        {
            Dispatch => Event(name, sequence, data),
            Heartbeat => new(new Signal.HeartbeatAsked(), null, null),
            Reconnect => new(new Signal.ReconnectAsked(), null, null),
            InvalidSession => new(new Signal.SessionInvalid(data.SequenceEqual("true"u8)), null, null),
            Hello => new(new Signal.Hello(Interval(data)), null, null),
            HeartbeatAck => new(new Signal.HeartbeatAcknowledged(), null, null),
            _ => default,
        };
    }

    private static Content Event(EventName name, long? sequence, ReadOnlySpan<byte> data) => name switch
    {
        EventName.Ready => new(ReadReady(data, sequence ?? 0), sequence, null),
        EventName.Resumed => new(new Signal.Resumed(), sequence, null),
        EventName.InteractionCreate => new(null, sequence, JsonSerializer.Deserialize(data, DiscordJson.Default.Interaction)),
        _ => new(null, sequence, null),
    };

    private static Signal.Ready ReadReady(ReadOnlySpan<byte> data, long sequence)
    {
        var ready = JsonSerializer.Deserialize(data, GatewayJson.Default.ReadyEvent) ?? throw new JsonException("READY is null.");
        Expect(ready.ResumeGatewayUrl is { IsAbsoluteUri: true, Scheme: "wss" or "ws" });
        return new Signal.Ready(new ResumePoint(ready.SessionId, ready.ResumeGatewayUrl, sequence));
    }

    private static TimeSpan Interval(ReadOnlySpan<byte> data)
    {
        var milliseconds = JsonSerializer.Deserialize(data, GatewayJson.Default.HelloData)?.HeartbeatInterval ?? 0;
        var interval = TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, LongestInterval.TotalMilliseconds));
        Expect(interval >= ShortestInterval);
        return interval;
    }

    // Compared as bytes: a name that is no UTF-8 is just another name.
    private static EventName Name(ref Utf8JsonReader reader) =>
        !reader.Read() || reader.TokenType is not JsonTokenType.String ? EventName.Other
        : reader.ValueTextEquals("INTERACTION_CREATE"u8) ? EventName.InteractionCreate
        : reader.ValueTextEquals("READY"u8) ? EventName.Ready
        : reader.ValueTextEquals("RESUMED"u8) ? EventName.Resumed
        : EventName.Other;

    private static long? Number(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType is JsonTokenType.Number && reader.TryGetInt64(out var number) ? number : null;

    private static Range Value(ref Utf8JsonReader reader)
    {
        Expect(reader.Read());
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return start..(int)reader.BytesConsumed;
    }

    private static void Expect(bool holds)
    {
        if (!holds)
            throw new JsonException("This is no payload of the gateway.");
    }

    private enum EventName
    {
        Other,
        Ready,
        Resumed,
        InteractionCreate,
    }
}
