using System.Globalization;
using System.Text.RegularExpressions;
using StatusBot.Tests.Shared;

namespace StatusBot.Catalog.Tests.Samples;

/// <summary>Java in javac, against stubs of the framework's types; they tell the names and types of what the samples use.</summary>
internal sealed partial class JavaSamples : ISampleChecker
{
    private const string Imports =
        "import java.net.*; import java.net.http.*; import java.net.http.HttpRequest.BodyPublishers; import java.net.http.HttpResponse.BodyHandlers; import java.time.*; import java.util.*; import static java.util.concurrent.TimeUnit.SECONDS;";

    private const string OfAnswers = "HttpServletRequest request; HttpServletResponse response;";
    private const string OfHandlers = "RestClient client; URI uri;";

    private static readonly string Stubs = Path.Combine(SourceTree.Root, "tests", "fixtures", "java-stubs");

    public string? Missing => Tool.Missing("javac", "default-jdk-headless");

    public async Task<IReadOnlyList<Objection>> CheckAsync(IReadOnlyList<Sample> samples, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("java-samples-");
        try
        {
            foreach (var (index, sample) in samples.Index())
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"Sample{index}.java"), Wrap(sample, index), cancellation);
            var files = Directory.EnumerateFiles(folder.FullName).Concat(Directory.EnumerateFiles(Stubs, "*.java"));
            string[] arguments = ["-J-Duser.language=en", "-J-XX:TieredStopAtLevel=1", "-Xmaxerrs", "10000", "-proc:none", "-d", folder.FullName, .. files];
            var (_, errors, _) = await Tool.RunAsync("javac", arguments, "", cancellation);
            return [.. Said().Matches(errors)
                .Where(match => !IsReadersOwn(match.Value))
                .Select(match => new Objection(
                    samples[int.Parse(match.Groups["index"].ValueSpan, CultureInfo.InvariantCulture)],
                    int.Parse(match.Groups["line"].ValueSpan, CultureInfo.InvariantCulture) - 1,
                    string.Join(", ", [match.Groups["message"].Value, .. Symbol().Matches(match.Value).Select(symbol => symbol.Groups["name"].Value)])))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Some answers are methods of a controller, the others stand in one.
    private static string Wrap(Sample sample, int index)
    {
        var (before, after) = Method().IsMatch(sample.Code) ? ("", "") : ("Object run() throws Throwable { if (true) {", "} return null; }");
        return string.Create(CultureInfo.InvariantCulture, $"{Imports} class Sample{index} extends Reader {{ {(sample.Answers ? OfAnswers : OfHandlers)} {before}\n{sample.Code}\n{after} }}");
    }

    private static bool IsReadersOwn(string said) => Unknown().Match(said) is { Success: true } match && ReadersOwn.Name(match.Groups["name"].Value);

    [GeneratedRegex(@"^(//.*\n)*(@\w+|public )")]
    private static partial Regex Method();

    [GeneratedRegex(@"Sample(?<index>\d+)\.java:(?<line>\d+): error: (?<message>.+)(\n(?!\S*\.java:).*)*")]
    private static partial Regex Said();

    [GeneratedRegex(@"symbol: +(?<name>.+)")]
    private static partial Regex Symbol();

    [GeneratedRegex(@"symbol: +(variable|method) (?<name>\w+).*\n +location: class Sample\d+$", RegexOptions.Multiline)]
    private static partial Regex Unknown();
}
