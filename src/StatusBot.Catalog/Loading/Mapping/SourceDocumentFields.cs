namespace StatusBot.Catalog.Loading.Mapping;

/// <summary>Reads a file of <c>Data/sources</c>.</summary>
internal static class SourceDocumentFields
{
    public static SourceDocument Read(JsonFields fields)
    {
        fields.Schema();
        return new SourceDocument
        {
            Name = fields.Text("name"),
            Title = fields.Text("title"),
            Publisher = fields.Text("publisher"),
            Kind = (SourceKind)fields.OneOf("kind", WrittenNames.SourceKind),
            Url = fields.Link("url"),
            Section = fields.OptionalText("section"),
            Dated = fields.OptionalText("dated"),
            Sections = fields.OptionalTexts("sections"),
            NamesOf = fields.OptionalTexts("namesOf"),
        };
    }
}
