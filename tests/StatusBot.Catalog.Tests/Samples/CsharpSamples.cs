using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StatusBot.Catalog.Tests.Samples;

/// <summary>C# in the compiler itself, against the framework that runs these tests and its ASP.NET Core.</summary>
internal sealed class CsharpSamples : ISampleChecker
{
    private const string UnknownName = "CS0103";
    private const string UnknownType = "CS0246";

    // what a sample leaves unused or unreached, its reader goes on with
    private static readonly string[] Unfinished = ["CS0162", "CS0168", "CS0219", "CS0414", "CS1998"];

    private const string Usings =
        """
        using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Net; using System.Net.Http;
        using System.Net.Http.Json; using System.Net.WebSockets; using System.Security.Cryptography.X509Certificates; using System.Text;
        using System.Text.Json.Nodes; using System.Threading; using System.Threading.Tasks; using System.Xml.Linq;
        using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.Hosting; using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.DependencyInjection; using Microsoft.Extensions.Hosting; using Microsoft.Extensions.Logging;
        """;

    private const string OfAnswers =
        "using Microsoft.Net.Http.Headers; class Sample { HttpContext context = null!; WebApplicationBuilder builder = null!; WebApplication app = null!; ILogger logger = null!;";

    private const string OfHandlers =
        "using System.Net.Http.Headers; class Sample { HttpClient http = null!; HttpRequestMessage request = null!; HttpResponseMessage response = null!; Uri uri = null!; ILogger logger = null!;";

    private static readonly string Runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    // the runtime's neighbour of the same version, or the newest
    private static readonly string? AspNetCore = new DirectoryInfo(Path.Combine(Runtime, "..", "..", "Microsoft.AspNetCore.App")) is { Exists: true } versions
        ? versions.GetDirectories().MaxBy(version => (version.Name == Path.GetFileName(Runtime), version.CreationTimeUtc))?.FullName
        : null;

    public string? Missing => AspNetCore is null ? "There is no Microsoft.AspNetCore.App beside the runtime; install the .NET SDK." : null;

    public Task<IReadOnlyList<Objection>> CheckAsync(IReadOnlyList<Sample> samples, CancellationToken cancellation)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable,
            generalDiagnosticOption: ReportDiagnostic.Error, specificDiagnosticOptions: Unfinished.Select(id => KeyValuePair.Create(id, ReportDiagnostic.Suppress)));
        var compilation = CSharpCompilation.Create("Samples", samples.Select(Parse), References(), options);
        return Task.FromResult<IReadOnlyList<Objection>>([.. compilation.GetDiagnostics(cancellation)
            .Where(found => found.Severity == DiagnosticSeverity.Error && !IsReadersOwn(found))
            .Select(found => found.Location.GetMappedLineSpan() switch
            {
                var at => new Objection(samples[int.Parse(at.Path, CultureInfo.InvariantCulture)], at.StartLinePosition.Line + 1, found.GetMessage(CultureInfo.InvariantCulture)),
            })]);
    }

    private static SyntaxTree Parse(Sample sample, int index) => CSharpSyntaxTree.ParseText(string.Create(CultureInfo.InvariantCulture, $$"""
        namespace Sample{{index}};
        {{Usings}}
        {{(sample.Answers ? OfAnswers : OfHandlers)}} async Task<object?> RunAsync() {
        #line 1 "{{index}}"
        {{sample.Code}}
        return null; } }
        """), path: string.Create(CultureInfo.InvariantCulture, $"{index}"));

    private static IEnumerable<MetadataReference> References() =>
        new[] { Runtime, AspNetCore! }.SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll"))
            .Where(file => Path.GetFileName(file) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal) || name == "netstandard.dll"))
            .Where(file => !file.EndsWith(".Native.dll", StringComparison.Ordinal))
            .Select(file => MetadataReference.CreateFromFile(file));

    // A helper function starts with a capital here, but nobody's name stands before it.
    private static bool IsReadersOwn(Diagnostic found)
    {
        if (found.Id is not (UnknownName or UnknownType))
            return false;
        var name = found.Location.SourceTree!.GetRoot().FindNode(found.Location.SourceSpan);
        return ReadersOwn.Name(name.ToString()) || found.Id == UnknownName && name.Parent is InvocationExpressionSyntax call && call.Expression == name;
    }
}
