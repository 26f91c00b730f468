namespace StatusBot.Catalog.Loading.Mapping;

/// <summary>Reads a file of <c>Data/comparisons</c>.</summary>
internal static class ComparisonFields
{
    public static Comparison Read(JsonFields fields)
    {
        fields.Schema();
        return new Comparison
        {
            Codes = fields.Numbers("codes"),
            Sources = fields.Citations("sources"),
            Checked = fields.Day("checked"),
            Question = fields.Object("question", TextFields.Localized),
            Differences = fields.Objects("differences", Difference),
            Observe = fields.Object("observe", TextFields.Localized),
            Curl = fields.Texts("curl"),
            Mistake = fields.Object("mistake", TextFields.Localized),
        };
    }

    private static Difference Difference(JsonFields fields) => new()
    {
        En = fields.Text("en"),
        Ko = fields.Text("ko"),
        Code = fields.Number("code"),
    };
}
