using System.Text.Json.Serialization;

namespace StatusBot.Discord.Gateway;

internal sealed record HelloData(double HeartbeatInterval);

internal sealed record ReadyEvent
{
    public required string SessionId { get; init; }

    public required Uri ResumeGatewayUrl { get; init; }
}

internal sealed record Payload<T>(int Op, T D);

internal sealed record IdentifyData(string Token, int Intents, IdentifyProperties Properties, IReadOnlyList<int> Shard);

internal sealed record IdentifyProperties(string Os, string Browser, string Device);

internal sealed record ResumeData(string Token, string SessionId, long Seq);

// No value is left out, whatever its type's default: an intents of 0 that vanished would be refused.
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(HelloData))]
[JsonSerializable(typeof(ReadyEvent))]
[JsonSerializable(typeof(Payload<long?>))]
[JsonSerializable(typeof(Payload<IdentifyData>))]
[JsonSerializable(typeof(Payload<ResumeData>))]
internal sealed partial class GatewayJson : JsonSerializerContext;
