using StatusBot.Catalog.Loading;

namespace StatusBot.Catalog.Checks;

/// <summary>A source file that nothing cites is debris; documents that names were taken from count as used.</summary>
internal sealed class SourcesAreUsed : ICatalogCheck
{
    public IEnumerable<Finding> Check(CatalogData data)
    {
        var cited = Cited.In(data).Select(cited => cited.Citation.Document).ToHashSet(StringComparer.Ordinal);
        return data.Sources
            .Where(file => file.Value.Kind is not SourceKind.Code && !cited.Contains(file.Value.Name))
            .Select(file => new Finding(file.File, "name", "is cited by no code and no comparison; cite it or remove the file"));
    }
}
