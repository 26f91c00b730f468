using System.Globalization;
using System.Reflection;
using System.Text.Json;
using StatusBot.Catalog.Loading.Mapping;

namespace StatusBot.Catalog.Loading;

/// <summary>Reads the data files, from the assembly or from a folder.</summary>
internal static class CatalogReader
{
    private const string CodesFolder = "Data/codes/";
    private const string ComparisonsFolder = "Data/comparisons/";
    private const string SourcesFolder = "Data/sources/";
    private const string SearchFolder = "Data/search/"; // read when somebody searches
    private const string RegistryFile = "Data/iana-http-status-codes.csv";

    /// <summary>Reads the files that are embedded in this assembly.</summary>
    /// <exception cref="CatalogException">A file is not what its schema says.</exception>
    public static CatalogData ReadEmbedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var files = new List<string>();
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (name.StartsWith("Data/", StringComparison.Ordinal) && !name.StartsWith(SearchFolder, StringComparison.Ordinal))
                files.Add(name);
        }

        return Read(files, file => assembly.GetManifestResourceStream(file)!);
    }

    /// <summary>Reads the files of a folder that is laid out like <c>src/StatusBot.Catalog/Data</c>.</summary>
    /// <exception cref="CatalogException">A file is not what its schema says.</exception>
    public static CatalogData ReadFolder(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => "Data/" + Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(file => !file.EndsWith(".schema.json", StringComparison.Ordinal) && !file.StartsWith(SearchFolder, StringComparison.Ordinal));
        return Read(files, file => File.OpenRead(Path.Combine(folder, file["Data/".Length..])));
    }

    /// <summary>Reads all files; whatever cannot be read is a finding with the file's name and the field's path.</summary>
    /// <param name="names">The files' names.</param>
    /// <param name="open">Opens a file; called on two threads.</param>
    /// <exception cref="CatalogException">A file is not what its schema says.</exception>
    public static CatalogData Read(IEnumerable<string> names, Func<string, Stream> open)
    {
        var sorted = new List<string>(names);
        sorted.Sort(StringComparer.Ordinal);
        var files = new DataFile[sorted.Count];

        // One reader from each end until they meet. At the start, when most of the time goes into compiling, the one compiles what
        // reads a code while the other compiles what reads a source and a comparison.
        var left = files.Length;
        var fromTheEnd = Task.Factory.StartNew(
            () =>
            {
                for (var i = files.Length - 1; Interlocked.Decrement(ref left) >= 0; i--)
                    files[i] = ReadFile(sorted[i], open);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        for (var i = 0; Interlocked.Decrement(ref left) >= 0; i++)
            files[i] = ReadFile(sorted[i], open);
        fromTheEnd.GetAwaiter().GetResult();

        return Sorted(files);
    }

    private static CatalogData Sorted(DataFile[] files)
    {
        var codes = new List<DataFile<StatusCode>>();
        var comparisons = new List<DataFile<Comparison>>();
        var sources = new List<DataFile<SourceDocument>>();
        IReadOnlyList<RegisteredCode> registry = [];
        var findings = new List<Finding>();
        foreach (var file in files)
        {
            findings.AddRange(file.Findings);
            if (file.Value is StatusCode code)
                codes.Add(new DataFile<StatusCode>(file.Name, code));
            else if (file.Value is Comparison comparison)
                comparisons.Add(new DataFile<Comparison>(file.Name, comparison));
            else if (file.Value is SourceDocument source)
                sources.Add(new DataFile<SourceDocument>(file.Name, source));
            else if (file.Value is IReadOnlyList<RegisteredCode> rows)
                registry = rows;
        }

        return findings.Count == 0
            ? new CatalogData(codes, comparisons, sources, registry)
            : throw new CatalogException(findings);
    }

    private static DataFile ReadFile(string name, Func<string, Stream> open)
    {
        var findings = new List<Finding>();
        using var stream = open(name);
        if (name == RegistryFile)
            return new DataFile(name, Registry(stream), findings);
        if (name.StartsWith(CodesFolder, StringComparison.Ordinal))
            return new DataFile(name, Json(name, stream, StatusCodeFields.Read, findings), findings);
        if (name.StartsWith(ComparisonsFolder, StringComparison.Ordinal))
            return new DataFile(name, Json(name, stream, ComparisonFields.Read, findings), findings);
        if (name.StartsWith(SourcesFolder, StringComparison.Ordinal))
            return new DataFile(name, Json(name, stream, SourceDocumentFields.Read, findings), findings);

        findings.Add(new Finding(name, "$", "stands in no folder of the catalogue; move it to codes, comparisons or sources"));
        return new DataFile(name, null, findings);
    }

    private static List<RegisteredCode> Registry(Stream stream)
    {
        var rows = new List<RegisteredCode>();
        using var reader = new StreamReader(stream);
        reader.ReadLine(); // the names of the columns
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            if (line.Split(',', 3) is [var code, var phrase, var reference] && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                rows.Add(new RegisteredCode(number, phrase, reference));
        }

        return rows;
    }

    private static object? Json(string name, Stream stream, Func<JsonFields, object> map, List<Finding> findings)
    {
        try
        {
            using var json = JsonDocument.Parse(stream);
            return JsonFields.ReadFile(name, json.RootElement, map, findings);
        }
        catch (JsonException wrong)
        {
            findings.Add(new Finding(name, "$", Sentence(wrong)));
        }
        catch (InvalidOperationException)
        {
            // Of a value it is said where it stands; this is a name.
            findings.Add(new Finding(name, "$", "has a field whose name is no valid Unicode: not UTF-8, or half a surrogate pair"));
        }

        return null;
    }

    // The parser appends its position to its sentence, with lines counted from 0.
    private static string Sentence(JsonException wrong)
    {
        var position = wrong.Message.IndexOf(" LineNumber: ", StringComparison.Ordinal);
        var sentence = position < 0 ? wrong.Message : wrong.Message[..position];
        return wrong.LineNumber is { } line ? $"is no valid JSON (line {line + 1}): {sentence}" : $"is no valid JSON: {sentence}";
    }

    private sealed record DataFile(string Name, object? Value, List<Finding> Findings);
}
