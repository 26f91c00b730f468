using System.Globalization;
using System.Text.Json;
using StatusBot.Catalog.Search;
using StatusBot.Tests.Shared;

namespace StatusBot.Catalog.Tests;

/// <summary>
/// The labelled sets of <c>tests/evals</c> are answered no worse than they once were. <c>tests/evals/run</c> has the whole figures; the
/// bounds here lie a little below them, so that a change may trade one line for another.
/// </summary>
public sealed class The_development_sets(ITestOutputHelper output)
{
    [Theory]
    [InlineData("explain-dev.jsonl", 0.98)]
    [InlineData("explain-own.jsonl", 0.98)]
    public void Have_their_codes_read(string set, double least)
    {
        var (right, found, expected) = (0, 0, 0);
        foreach (var line in Lines(set))
        {
            var codes = line.GetProperty("codes").EnumerateObject().Select(code => int.Parse(code.Name, CultureInfo.InvariantCulture)).ToHashSet();
            var read = TheCatalog.Instance.Read(line.GetProperty("text").GetString()!).Counts.Select(count => count.Code).ToHashSet();
            right += read.Count(codes.Contains);
            found += read.Count;
            expected += codes.Count;
        }

        var score = 2.0 * right / (found + expected);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{set}: F1 {score:F4}"));
        Assert.InRange(score, least, 1);
    }

    [Theory]
    [InlineData("find-dev.jsonl", 0.9)]
    [InlineData("find-own.jsonl", 0.87)]
    public void Have_their_questions_answered(string set, double least)
    {
        var lines = Lines(set).ToArray();
        var right = lines.Count(line =>
        {
            var best = line.GetProperty("best").EnumerateArray().Select(code => code.GetInt32()).ToArray();
            return TheCatalog.Instance.Search(line.GetProperty("query").GetString()!) is SearchResult.Hits hits ? best.Contains(hits.Codes[0].Code.Code) : best.Length == 0;
        });
        var score = (double)right / lines.Length;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{set}: top-1 {score:F4}"));
        Assert.InRange(score, least, 1);
    }

    private static IEnumerable<JsonElement> Lines(string set) =>
        File.ReadLines(Path.Combine(SourceTree.Root, "tests", "evals", set)).Select(line => JsonDocument.Parse(line).RootElement);
}
