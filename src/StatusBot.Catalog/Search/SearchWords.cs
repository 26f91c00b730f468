using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace StatusBot.Catalog.Search;

/// <summary>The words of the trade: what means the same to a developer, in both languages. <c>Data/search/words.json</c>.</summary>
internal sealed record SearchWords
{
    public required IReadOnlyList<Concept> Concepts { get; init; }

    /// <summary>Words that tell no code from another.</summary>
    public required LocalizedNames Filler { get; init; }
}

/// <summary>A thing, and the ways to say it.</summary>
internal sealed record Concept
{
    /// <summary>Its name, for readers of the file.</summary>
    public required string Id { get; init; }

    /// <summary>Whether only somebody who speaks of the web or of a program speaks of it.</summary>
    public bool Web { get; init; }

    /// <summary>In English: words in their base form, up to four together.</summary>
    public required IReadOnlyList<string> En { get; init; }

    /// <summary>In Korean: stems, without particles and endings.</summary>
    public required IReadOnlyList<string> Ko { get; init; }
}

/// <summary>What people ask that no HTTP status answers. <c>Data/search/elsewhere.json</c>.</summary>
internal sealed record Elsewhere
{
    public required IReadOnlyList<ElsewhereTopic> Topics { get; init; }
}

/// <summary>A field that has numbers and errors of its own.</summary>
internal sealed record ElsewhereTopic
{
    /// <summary>Its name, for readers of the file.</summary>
    public required string Id { get; init; }

    /// <summary>What to call it.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What gives it away in English.</summary>
    public required IReadOnlyList<string> En { get; init; }

    /// <summary>What gives it away in Korean.</summary>
    public required IReadOnlyList<string> Ko { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(SearchWords))]
[JsonSerializable(typeof(Elsewhere))]
internal sealed partial class SearchJson : JsonSerializerContext
{
    public static SearchWords ReadWords() => Read("Data/search/words.json", Default.SearchWords);

    public static Elsewhere ReadElsewhere() => Read("Data/search/elsewhere.json", Default.Elsewhere);

    private static T Read<T>(string name, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize(stream, type)!;
    }
}
