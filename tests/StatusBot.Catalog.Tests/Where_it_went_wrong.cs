using System.Text.Json;
using StatusBot.Catalog.Reading;
using StatusBot.Tests.Shared;

namespace StatusBot.Catalog.Tests;

/// <summary>Evidence of several hops names the one at which it went wrong.</summary>
public sealed class Where_it_went_wrong(ITestOutputHelper output)
{
    private static readonly Dictionary<string, FailurePoint> Names = new(StringComparer.Ordinal)
    {
        ["client"] = FailurePoint.Client,
        ["request-link"] = FailurePoint.RequestLink,
        ["gateway"] = FailurePoint.Gateway,
        ["connect"] = FailurePoint.Connect,
        ["upstream-slow"] = FailurePoint.UpstreamSlow,
        ["upstream"] = FailurePoint.Upstream,
        ["challenge"] = FailurePoint.Challenge,
        ["none"] = FailurePoint.Nothing,
    };

    [Fact]
    public void Is_told_in_the_cases_that_were_written_before_the_rules()
    {
        var cases = File.ReadLines(Path.Combine(SourceTree.Root, "tests", "evals", "hops.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Select(line => (
                Id: line.GetProperty("id").GetString(),
                Expected: Names[line.GetProperty("hop").GetString()!],
                Told: TheCatalog.Instance.Read(line.GetProperty("text").GetString()!).Verdict?.Where))
            .ToArray();

        var wrong = cases.Where(one => one.Told != one.Expected).ToArray();
        output.WriteLine($"hops: {cases.Length - wrong.Length} of {cases.Length} are right");
        foreach (var (id, expected, told) in wrong)
            output.WriteLine($"{id}: {expected}, told {told}");
        Assert.True(wrong.Length <= 1);
    }
}
