namespace StatusBot.Catalog.Loading.Mapping;

/// <summary>Reads what a code means to one owner.</summary>
internal static class MeaningFields
{
    public static Meaning Read(JsonFields fields) => new()
    {
        Owner = fields.Text("owner"),
        State = (RegistrationState)fields.OneOf("state", WrittenNames.RegistrationState),
        Source = fields.Citation("source"),
        Checked = fields.Day("checked"),
        Phrase = fields.Object("phrase", TextFields.Localized),
        Aliases = fields.OptionalObject("aliases", TextFields.Names) ?? LocalizedNames.None,
        FormerPhrases = fields.OptionalObjects("formerPhrases", FormerPhrase),
        Summary = fields.Object("summary", TextFields.Sourced),
        Causes = fields.OptionalObjects("causes", TextFields.Sourced),
        Behavior = fields.OptionalObject("behavior", TextFields.Sourced),
        Advice = fields.OptionalObject("advice", Advice),
        FixedBy = Parties(fields.OptionalOnesOf("fixedBy", WrittenNames.Party)),
        Retry = fields.OptionalObject("retry", Retry),
        Cache = fields.OptionalObject("cache", Cache),
        Headers = fields.OptionalObjects("headers", Header),
        Arises = (Hop?)fields.OptionalOneOf("arises", WrittenNames.Hop),
        Example = fields.OptionalObject("example", ExampleFields.Read),
        InCode = fields.OptionalObject("inCode", ExampleFields.Samples),
    };

    private static FormerPhrase FormerPhrase(JsonFields fields) => new()
    {
        Phrase = fields.Text("phrase"),
        Source = fields.Citation("source"),
    };

    private static Advice Advice(JsonFields fields) => new()
    {
        Caller = fields.Object("caller", TextFields.Localized),
        Server = fields.Object("server", TextFields.Localized),
    };

    private static Party[] Parties(IReadOnlyList<int> ones)
    {
        var parties = new Party[ones.Count];
        for (var i = 0; i < parties.Length; i++)
            parties[i] = (Party)ones[i];
        return parties;
    }

    private static RetryAdvice Retry(JsonFields fields) => new()
    {
        En = fields.Text("en"),
        Ko = fields.Text("ko"),
        Idempotent = (RetryVerdict)fields.OneOf("idempotent", WrittenNames.RetryVerdict),
        NonIdempotent = (RetryVerdict)fields.OneOf("nonIdempotent", WrittenNames.RetryVerdict),
        Header = fields.OptionalText("header"),
        Source = fields.Citation("source"),
    };

    private static Cacheability Cache(JsonFields fields) => new()
    {
        En = fields.Text("en"),
        Ko = fields.Text("ko"),
        ByDefault = fields.Flag("byDefault"),
        Source = fields.Citation("source"),
    };

    private static HeaderNote Header(JsonFields fields) => new()
    {
        En = fields.Text("en"),
        Ko = fields.Text("ko"),
        Name = fields.Text("name"),
        Source = fields.Citation("source"),
    };
}
