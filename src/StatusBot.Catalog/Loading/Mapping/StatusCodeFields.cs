namespace StatusBot.Catalog.Loading.Mapping;

/// <summary>Reads a file of <c>Data/codes</c>.</summary>
internal static class StatusCodeFields
{
    public static StatusCode Read(JsonFields fields)
    {
        fields.Schema();
        return new StatusCode
        {
            Code = fields.Number("code"),
            Popularity = fields.Number("popularity"),
            Meanings = fields.Objects("meanings", MeaningFields.Read),
            Products = fields.OptionalObjects("products", Product),
            Symptoms = fields.OptionalObject("symptoms", TextFields.Names) ?? LocalizedNames.None,
            Signs = fields.OptionalObjects("signs", Sign),
            Names = fields.OptionalObject("names", Names),
            Related = fields.OptionalNumbers("related"),
        };
    }

    private static ProductView Product(JsonFields fields) => new()
    {
        En = fields.Text("en"),
        Ko = fields.Text("ko"),
        Product = fields.Text("product"),
        Look = fields.Object("look", TextFields.Localized),
        Source = fields.Citation("source"),
    };

    private static Sign Sign(JsonFields fields) => new()
    {
        Text = fields.Text("text"),
        Kind = (SignKind)fields.OneOf("kind", WrittenNames.SignKind),
        Product = fields.OptionalText("product"),
        Shows = fields.Object("shows", TextFields.Localized),
        Source = fields.Citation("source"),
    };

    private static CodeNames Names(JsonFields fields) => new()
    {
        Checked = fields.Day("checked"),
        Dotnet = fields.OptionalTexts("dotnet"),
        Go = fields.OptionalTexts("go"),
        Java = fields.OptionalTexts("java"),
        Spring = fields.OptionalTexts("spring"),
        Python = fields.OptionalTexts("python"),
        Rust = fields.OptionalTexts("rust"),
        Ruby = fields.OptionalTexts("ruby"),
        Php = fields.OptionalTexts("php"),
        Node = fields.OptionalTexts("node"),
        Nestjs = fields.OptionalTexts("nestjs"),
        Nginx = fields.OptionalTexts("nginx"),
        Openresty = fields.OptionalTexts("openresty"),
        Apache = fields.OptionalTexts("apache"),
        Winhttp = fields.OptionalTexts("winhttp"),
    };
}
