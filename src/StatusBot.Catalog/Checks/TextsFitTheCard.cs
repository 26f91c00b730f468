using System.Globalization;
using StatusBot.Catalog.Loading;

namespace StatusBot.Catalog.Checks;

/// <summary>Budgets, in Unicode code points, by which a card is one glance on a phone: some 40 Latin or 20 Hangul characters a line, 40 lines.</summary>
internal sealed class TextsFitTheCard : ICatalogCheck
{
    private static readonly Budget Phrase = new(45, 20);
    private static readonly Budget Summary = new(120, 70);
    private static readonly Budget Cause = new(90, 55);
    private static readonly Budget Behavior = new(160, 95);
    private static readonly Budget Advice = new(125, 75);
    private static readonly Budget Retry = new(100, 60);
    private static readonly Budget Cache = new(50, 30);
    private static readonly Budget Header = new(70, 40);
    private static readonly Budget Product = new(110, 65);
    private static readonly Budget Look = new(80, 50);
    private static readonly Budget Shows = new(90, 60);
    private static readonly Budget Question = new(90, 55);
    private static readonly Budget Difference = new(120, 75);
    private static readonly Budget Sentence = new(130, 80);

    private const int LongestExampleLine = 72;
    private const int LongestCodeLine = 64;

    public IEnumerable<Finding> Check(CatalogData data) =>
        [.. data.Codes.SelectMany(file => InMeanings(file.File, file.Value)),
         .. data.Comparisons.SelectMany(file => InComparison(file.File, file.Value))];

    private static IEnumerable<Finding> InMeanings(string file, StatusCode code) =>
        code.Products.SelectMany((product, i) => new IEnumerable<Finding>[]
        {
            Product.Check(string.Create(CultureInfo.InvariantCulture, $"products[{i}]"), product),
            Look.Check(string.Create(CultureInfo.InvariantCulture, $"products[{i}].look"), product.Look),
        }.SelectMany(found => found).Select(found => found with { File = file })).Concat(
        code.Signs.SelectMany((sign, i) =>
            Shows.Check(string.Create(CultureInfo.InvariantCulture, $"signs[{i}].shows"), sign.Shows).Select(found => found with { File = file }))).Concat(
        code.Meanings.SelectMany((meaning, i) => InMeaning(meaning).Select(found => found with
        {
            File = file,
            Field = string.Create(CultureInfo.InvariantCulture, $"meanings[{i}].{found.Field}"),
        })));

    private static IEnumerable<Finding> InMeaning(Meaning meaning)
    {
        IEnumerable<Finding> found =
        [
            .. Phrase.Check("phrase", meaning.Phrase),
            .. Summary.Check("summary", meaning.Summary),
            .. meaning.Causes.SelectMany((cause, i) => Cause.Check(string.Create(CultureInfo.InvariantCulture, $"causes[{i}]"), cause)),
            .. Behavior.Check("behavior", meaning.Behavior),
            .. Advice.Check("advice.caller", meaning.Advice?.Caller),
            .. Advice.Check("advice.server", meaning.Advice?.Server),
            .. Retry.Check("retry", meaning.Retry),
            .. Cache.Check("cache", meaning.Cache),
            .. meaning.Headers.SelectMany((header, i) => Header.Check(string.Create(CultureInfo.InvariantCulture, $"headers[{i}]"), header)),
        ];
        if (meaning.Example is { } example)
        {
            found = [.. found,
                .. Lines("example.request", example.Request, LongestExampleLine),
                .. Lines("example.response", example.Response, LongestExampleLine),
                .. Lines("example.curl", example.Curl, LongestExampleLine)];
        }

        if (meaning.InCode is { } code)
        {
            found = [.. found,
                .. Sample("inCode.csharp", code.Csharp), .. Sample("inCode.javascript", code.Javascript),
                .. Sample("inCode.python", code.Python), .. Sample("inCode.java", code.Java), .. Sample("inCode.go", code.Go)];
        }

        return found;
    }

    private static IEnumerable<Finding> InComparison(string file, Comparison comparison) =>
        new IEnumerable<Finding>[]
        {
            Question.Check("question", comparison.Question),
            comparison.Differences.SelectMany((difference, i) => Difference.Check(string.Create(CultureInfo.InvariantCulture, $"differences[{i}]"), difference)),
            Sentence.Check("observe", comparison.Observe),
            Sentence.Check("mistake", comparison.Mistake),
            Lines("curl", comparison.Curl, LongestExampleLine),
        }.SelectMany(found => found).Select(found => found with { File = file });

    private static IEnumerable<Finding> Sample(string field, CodeSample sample) =>
        [.. Lines($"{field}.answer", sample.Answer, LongestCodeLine), .. Lines($"{field}.handle", sample.Handle, LongestCodeLine)];

    private static IEnumerable<Finding> Lines(string field, IReadOnlyList<string> lines, int longest) =>
        lines.Select((line, i) => (line, i))
            .Where(at => at.line.Length > longest)
            .Select(at => new Finding("", string.Create(CultureInfo.InvariantCulture, $"{field}[{at.i}]"), $"has {at.line.Length} columns; wrap it at {longest}"));

    private sealed record Budget(int En, int Ko)
    {
        public IEnumerable<Finding> Check(string field, LocalizedText? text)
        {
            if (text is null)
                yield break;
            if (Over(text.En, En) is { } en)
                yield return new Finding("", $"{field}.en", en);
            if (Over(text.Ko, Ko) is { } ko)
                yield return new Finding("", $"{field}.ko", ko);
        }

        private static string? Over(string text, int budget)
        {
            var length = text.EnumerateRunes().Count();
            return length == 0 ? "is empty; write it"
                : length > budget ? $"has {length} characters; cut it to {budget}"
                : null;
        }
    }
}
