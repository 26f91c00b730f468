namespace StatusBot.Catalog.Loading.Mapping;

/// <summary>Reads an example exchange, and how code returns a code and treats it.</summary>
internal static class ExampleFields
{
    public static Example Read(JsonFields fields) => new()
    {
        Request = fields.Texts("request"),
        Response = fields.Texts("response"),
        Curl = fields.Texts("curl"),
    };

    public static CodeSamples Samples(JsonFields fields) => new()
    {
        Csharp = fields.Object("csharp", Sample),
        Javascript = fields.Object("javascript", Sample),
        Python = fields.Object("python", Sample),
        Java = fields.Object("java", Sample),
        Go = fields.Object("go", Sample),
    };

    private static CodeSample Sample(JsonFields fields) => new()
    {
        Answer = fields.Texts("answer"),
        Handle = fields.Texts("handle"),
    };
}
