namespace StatusBot.Catalog.Loading.Mapping;

/// <summary>Reads the texts that records of every kind have.</summary>
internal static class TextFields
{
    public static LocalizedText Localized(JsonFields fields) => new()
    {
        En = fields.Text("en"),
        Ko = fields.Text("ko"),
    };

    public static SourcedText Sourced(JsonFields fields) => new()
    {
        En = fields.Text("en"),
        Ko = fields.Text("ko"),
        Source = fields.Citation("source"),
    };

    public static LocalizedNames Names(JsonFields fields) => new()
    {
        En = fields.Texts("en"),
        Ko = fields.Texts("ko"),
    };
}
