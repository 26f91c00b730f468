using System.Text.RegularExpressions;

namespace StatusBot.Catalog.Tests.Samples;

/// <summary>JavaScript parsed as the body of an async function; what it imports would stand at the top of its file.</summary>
internal sealed partial class JavascriptSamples : ISampleChecker
{
    public string? Missing => Tool.Missing("node", "nodejs");

    public Task<IReadOnlyList<Objection>> CheckAsync(IReadOnlyList<Sample> samples, CancellationToken cancellation) =>
        Tool.CheckAsync("node", [Tool.Script("check.mjs")], samples, sample => new
        {
            code = $"async function sample() {{ 'use strict';\n{Import().Replace(sample.Code, "")}\n}}",
        }, cancellation);

    [GeneratedRegex(@"^import (\w+|\{ \w+(, \w+)* \}) from '[\w:@/.-]+';$", RegexOptions.Multiline)]
    private static partial Regex Import();
}

/// <summary>Python compiled as the body of an async function.</summary>
internal sealed class PythonSamples : ISampleChecker
{
    public string? Missing => Tool.Missing("python3", "python3");

    public Task<IReadOnlyList<Objection>> CheckAsync(IReadOnlyList<Sample> samples, CancellationToken cancellation) =>
        Tool.CheckAsync("python3", [Tool.Script("check.py")], samples, sample => new
        {
            code = string.Join('\n', ["async def sample():", .. sample.Lines.Select(line => " " + line)]),
        }, cancellation);
}

/// <summary>Go with its own type checker against the standard library's sources.</summary>
internal sealed class GoSamples : ISampleChecker
{
    // what a file that needs them would import; packages that aren't the standard library's stay unknown
    private static readonly string[] Packages =
    [
        "bytes", "context", "crypto/tls", "encoding/json", "encoding/xml", "errors", "fmt", "io", "log", "net/http", "net/http/cookiejar", "net/url",
        "os", "strconv", "strings", "time",
    ];

    public string? Missing => Tool.Missing("go", "golang-go");

    public async Task<IReadOnlyList<Objection>> CheckAsync(IReadOnlyList<Sample> samples, CancellationToken cancellation) =>
    [
        .. (await Tool.CheckAsync("go", ["run", Tool.Script("check.go")], samples, Wrap, cancellation))
            .Where(found => !(found.Message.Split("undefined: ") is ["", var name] && ReadersOwn.Name(name) && !name.Contains('.', StringComparison.Ordinal))),
    ];

    private static object Wrap(Sample sample)
    {
        var imports = Packages.Append("net/http").Distinct().Where(package =>
            package == "net/http" || sample.Code.Contains($"{package[(package.LastIndexOf('/') + 1)..]}.", StringComparison.Ordinal));
        var results = sample.Code.Contains("return nil, ", StringComparison.Ordinal) || sample.Code.Contains(", nil\n", StringComparison.Ordinal) ? ("(any, error)", "nil, nil")
            : sample.Lines.Any(line => line.Contains("return ", StringComparison.Ordinal) && !line.Contains("return //", StringComparison.Ordinal)) ? ("error", "nil")
            : ("", "");
        return new
        {
            code = $$"""
                package sample; {{string.Concat(imports.Select(package => $"import \"{package}\"; "))}}
                var w http.ResponseWriter; var r, req *http.Request; var resp *http.Response; var err error; var client *http.Client
                func sample() {{results.Item1}} {
                //line :1
                {{sample.Code}}
                return {{results.Item2}}
                }
                """,
        };
    }
}
