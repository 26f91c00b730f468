using StatusBot.Catalog.Tests.Samples;

namespace StatusBot.Catalog.Tests;

/// <summary>What "In code" shows is code: every sample goes through its language's compiler.</summary>
public sealed class The_code_samples
{
    private static readonly Dictionary<string, ISampleChecker> Checkers = new()
    {
        ["csharp"] = new CsharpSamples(),
        ["javascript"] = new JavascriptSamples(),
        ["python"] = new PythonSamples(),
        ["java"] = new JavaSamples(),
        ["go"] = new GoSamples(),
    };

    // Each goes along with the samples, so that a compiler is started once.
    private static readonly Dictionary<string, Sample> Wrong = new()
    {
        ["csharp"] = new("wrong", Answers: true, ["var id = order.Id;", "return TypedResults.NotFoundAtAll(id);"]),
        ["javascript"] = new("wrong", Answers: true, ["const id = order.id;", "res.status(404).json({ id );"]),
        ["python"] = new("wrong", Answers: true, ["order_id = order.id", "raise HTTPException(404"]),
        ["java"] = new("wrong", Answers: true, ["var id = order.id();", "return ResponseEntity.notFoundAtAll(id);"]),
        ["go"] = new("wrong", Answers: true, ["id := order.ID", "http.NotFoundAtAll(w, id)"]),
    };

    public static TheoryData<string> Languages() => [.. Checkers.Keys];

    [Theory, MemberData(nameof(Languages))]
    public async Task Compile(string language)
    {
        var checker = Checkers[language];
        Assert.SkipWhen(checker.Missing is not null, checker.Missing ?? "");

        var objections = await checker.CheckAsync([.. Sample.Of(language), Wrong[language]], TestContext.Current.CancellationToken);

        Assert.Equal("wrong, answer, line 2", Assert.Single(objections, found => found.Sample == Wrong[language]).Where);
        var real = objections.Where(found => found.Sample != Wrong[language]).Select(found => $"{language} {found}").ToList();
        Assert.True(real is [], string.Join('\n', real));
    }
}
