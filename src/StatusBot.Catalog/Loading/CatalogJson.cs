using System.Text.Json.Serialization;

namespace StatusBot.Catalog.Loading;

// Strict on purpose: a misspelt field of a data file must not be lost in silence.
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(StatusCode))]
[JsonSerializable(typeof(Comparison))]
[JsonSerializable(typeof(SourceDocument))]
internal sealed partial class CatalogJson : JsonSerializerContext;
