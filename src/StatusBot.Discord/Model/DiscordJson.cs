using System.Text.Json.Serialization;

namespace StatusBot.Discord.Model;

/// <summary>Discord's JSON: snake case; nulls are left out, since a null can mean "clear this" to Discord.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(InteractionResponse))]
[JsonSerializable(typeof(MessagePayload))]
[JsonSerializable(typeof(AutocompletePayload))]
[JsonSerializable(typeof(MessageFlagsPayload))]
[JsonSerializable(typeof(IReadOnlyList<ApplicationCommand>))]
[JsonSerializable(typeof(ApplicationInfo))]
[JsonSerializable(typeof(GatewayBot))]
public sealed partial class DiscordJson : JsonSerializerContext;
