using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using StatusBot.Tests.Shared;

namespace StatusBot.Catalog.Tests.Samples;

/// <summary>A compiler that is a program of its own, found on the path.</summary>
internal static partial class Tool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Where the scripts of this folder are; they read <c>[{ code, … }]</c> and print <c>index:line: message</c>.</summary>
    public static string Script(string name) => Path.Combine(SourceTree.Root, "tests", "StatusBot.Catalog.Tests", "Samples", name);

    /// <summary>The sentence that says what to install for a program that is not there, or null.</summary>
    public static string? Missing(string program, string package) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)))
            ? null
            : $"There is no {program}; tests/run installs it as root, or install Debian's {package}.";

    /// <summary>Runs a script over the samples, each wrapped so that it stands where its reader would put it.</summary>
    public static async Task<IReadOnlyList<Objection>> CheckAsync(
        string program, IEnumerable<string> arguments, IReadOnlyList<Sample> samples, Func<Sample, object> wrap, CancellationToken cancellation)
    {
        var (output, errors, failed) = await RunAsync(program, arguments, JsonSerializer.Serialize(samples.Select(wrap)), cancellation);
        Assert.False(failed, $"{program} failed: {errors}");
        return [.. Printed().Matches(output).Select(match => new Objection(
            samples[int.Parse(match.Groups["index"].ValueSpan, CultureInfo.InvariantCulture)],
            int.Parse(match.Groups["line"].ValueSpan, CultureInfo.InvariantCulture),
            match.Groups["message"].Value))];
    }

    /// <summary>All that a program prints.</summary>
    public static async Task<(string Output, string Errors, bool Failed)> RunAsync(string program, IEnumerable<string> arguments, string input, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["GO111MODULE"] = "off"; // check.go is a file, not a module
        start.Environment["CGO_ENABLED"] = "0"; // net is read from its Go sources, without a C compiler
        using var process = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.StandardInput.WriteAsync(input.AsMemory(), patience.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(patience.Token);
            return (await output, await errors, process.ExitCode != 0);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    [GeneratedRegex(@"^(?<index>\d+):(?<line>\d+): (?<message>.+)$", RegexOptions.Multiline)]
    private static partial Regex Printed();
}
