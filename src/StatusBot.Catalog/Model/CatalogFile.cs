using System.Text.Json.Serialization;

namespace StatusBot.Catalog;

/// <summary>What every data file begins with.</summary>
public abstract record CatalogFile
{
    /// <summary>The schema that editors check the file against while it is written; not used here.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }
}
