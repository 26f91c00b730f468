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

    /// <summary>The files that are embedded in this assembly.</summary>
    public static IEnumerable<(string File, Func<Stream> Open)> Embedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Data/", StringComparison.Ordinal))
            .Select(name => (name.Replace('\\', '/'), (Func<Stream>)(() => assembly.GetManifestResourceStream(name)!)));
    }

    /// <summary>Reads all files; whatever cannot be read is a finding with the file's name and the field's path.</summary>
    /// <exception cref="CatalogException">A file is not what its schema says.</exception>
    public static CatalogData Read(IEnumerable<(string File, Func<Stream> Open)> files)
    {
        var codes = new List<DataFile<StatusCode>>();
        var comparisons = new List<DataFile<Comparison>>();
        var sources = new List<DataFile<SourceDocument>>();
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
            else
                findings.Add(new Finding(file, "$", "stands in no folder of the catalogue; move it to codes, comparisons or sources"));
        }

        return findings.Count == 0
            ? new CatalogData(codes, comparisons, sources)
            : throw new CatalogException(findings);
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
