using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace StatusBot.Catalog.Loading;

/// <summary>Reads the data files, from the assembly or from a folder.</summary>
internal static class CatalogReader
{
    private const string CodesFolder = "Data/codes/";
    private const string ComparisonsFolder = "Data/comparisons/";
    private const string SourcesFolder = "Data/sources/";
    private const string RegistryFile = "Data/iana-http-status-codes.csv";

    /// <summary>The files that are embedded in this assembly.</summary>
    public static IEnumerable<(string File, Func<Stream> Open)> Embedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Data/", StringComparison.Ordinal) && !name.StartsWith("Data/search/", StringComparison.Ordinal))
            .Select(name => (name.Replace('\\', '/'), (Func<Stream>)(() => assembly.GetManifestResourceStream(name)!)));
    }

    /// <summary>The files of a folder that is laid out like <c>src/StatusBot.Catalog/Data</c>.</summary>
    public static IEnumerable<(string File, Func<Stream> Open)> In(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (File: "Data/" + Path.GetRelativePath(folder, path).Replace('\\', '/'), Path: path))
            .Where(file => !file.File.EndsWith(".schema.json", StringComparison.Ordinal) && !file.File.StartsWith("Data/search/", StringComparison.Ordinal))
            .Select(file => (file.File, (Func<Stream>)(() => File.OpenRead(file.Path))));

    /// <summary>Reads all files; whatever cannot be read is a finding with the file's name and the field's path.</summary>
    /// <exception cref="CatalogException">A file is not what its schema says.</exception>
    public static CatalogData Read(IEnumerable<(string File, Func<Stream> Open)> files)
    {
        var codes = new List<DataFile<StatusCode>>();
        var comparisons = new List<DataFile<Comparison>>();
        var sources = new List<DataFile<SourceDocument>>();
        var registry = new List<RegisteredCode>();
        var findings = new List<Finding>();

        foreach (var (file, open) in files.OrderBy(file => file.File, StringComparer.Ordinal))
        {
            using var stream = open();
            if (file.StartsWith(CodesFolder, StringComparison.Ordinal))
                Add(codes, file, stream, CatalogJson.Default.StatusCode, findings);
            else if (file.StartsWith(ComparisonsFolder, StringComparison.Ordinal))
                Add(comparisons, file, stream, CatalogJson.Default.Comparison, findings);
            else if (file.StartsWith(SourcesFolder, StringComparison.Ordinal))
                Add(sources, file, stream, CatalogJson.Default.SourceDocument, findings);
            else if (file == RegistryFile)
                registry.AddRange(Registry(stream));
            else
                findings.Add(new Finding(file, "$", "stands in no folder of the catalogue; move it to codes, comparisons or sources"));
        }

        return findings.Count == 0
            ? new CatalogData(codes, comparisons, sources, registry)
            : throw new CatalogException(findings);
    }

    private static IEnumerable<RegisteredCode> Registry(Stream stream)
    {
        using var reader = new StreamReader(stream);
        reader.ReadLine(); // the names of the columns
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            if (line.Split(',', 3) is [var code, var phrase, var reference] && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                yield return new RegisteredCode(number, phrase, reference);
        }
    }

    private static void Add<T>(List<DataFile<T>> to, string file, Stream stream, JsonTypeInfo<T> type, List<Finding> findings)
    {
        try
        {
            var value = JsonSerializer.Deserialize(stream, type) ?? throw new JsonException("is null; write an object");
            to.Add(new DataFile<T>(file, value));
        }
        catch (JsonException wrong)
        {
            findings.Add(new Finding(file, Field(wrong.Path), Sentence(wrong)));
        }
    }

    private static string Field(string? path) => path is null or "$" ? "$" : path.Replace("$.", "", StringComparison.Ordinal);

    // The serializer appends path and line to its sentence; the field is said already, the line helps.
    private static string Sentence(JsonException wrong)
    {
        var text = wrong.Message;
        var path = text.IndexOf(" Path: ", StringComparison.Ordinal);
        var sentence = path < 0 ? text : text[..path];
        return wrong.LineNumber is { } line ? $"{sentence} (line {line + 1})" : sentence;
    }
}
