using StatusBot.Catalog.Loading;

namespace StatusBot.Catalog.Checks;

/// <summary>A cited document has a source file, two source files never share a name, and an RFC is cited by section.</summary>
internal sealed class CitationsResolve : ICatalogCheck
{
    public IEnumerable<Finding> Check(CatalogData data)
    {
        var sources = new Dictionary<string, SourceDocument>(StringComparer.Ordinal);
        foreach (var (file, source) in data.Sources)
        {
            if (!sources.TryAdd(source.Name, source))
                yield return new Finding(file, "name", $"\"{source.Name}\" is the name of another source file too; keep one of them");
            if (source.Url.Scheme != Uri.UriSchemeHttps)
                yield return new Finding(file, "url", "is not an https address");
        }

        foreach (var (file, field, citation) in Cited.In(data))
        {
            if (!sources.TryGetValue(citation.Document, out var source))
                yield return new Finding(file, field, $"cites \"{citation.Document}\", which no file of Data/sources has as its name");
            else if (source.Kind is SourceKind.Rfc && citation.Section is null)
                yield return new Finding(file, field, $"cites {citation.Document} as a whole; say which section");
            else if (citation.Section is { } section && source.Sections.Count > 0 && !source.Sections.Contains(section))
                yield return new Finding(file, field, $"cites {citation}, but {citation.Document} has no such section");
        }
    }
}
