using StatusBot.Catalog.Loading;

namespace StatusBot.Catalog.Checks;

/// <summary>A source file that nothing cites, and that no names were taken from, is debris.</summary>
internal sealed class SourcesAreUsed : ICatalogCheck
{
    public IEnumerable<Finding> Check(CatalogData data)
    {
        var cited = Cited.In(data).Select(cited => cited.Citation.Document).ToHashSet(StringComparer.Ordinal);
        return data.Sources
            .Where(file => file.Value.NamesOf.Count == 0 && !cited.Contains(file.Value.Name))
            .Select(file => new Finding(file.File, "name", "is cited by no code and no comparison; cite it or remove the file"));
    }
}
