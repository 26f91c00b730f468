using System.Globalization;
using StatusBot.Catalog.Loading;

namespace StatusBot.Catalog.Checks;

/// <summary>A code that another file names has a file of its own.</summary>
internal sealed class ReferencesExist : ICatalogCheck
{
    public IEnumerable<Finding> Check(CatalogData data)
    {
        var known = data.Codes.Select(file => file.Value.Code).ToHashSet();
        foreach (var (file, code) in data.Codes)
        {
            for (var i = 0; i < code.Related.Count; i++)
            {
                if (!known.Contains(code.Related[i]))
                    yield return Missing(file, string.Create(CultureInfo.InvariantCulture, $"related[{i}]"), code.Related[i]);
                else if (code.Related[i] == code.Code)
                    yield return new Finding(file, string.Create(CultureInfo.InvariantCulture, $"related[{i}]"), "is the code itself; take it out");
            }
        }

        foreach (var (file, comparison) in data.Comparisons)
        {
            for (var i = 0; i < comparison.Codes.Count; i++)
            {
                if (!known.Contains(comparison.Codes[i]))
                    yield return Missing(file, string.Create(CultureInfo.InvariantCulture, $"codes[{i}]"), comparison.Codes[i]);
            }
        }
    }

    private static Finding Missing(string file, string field, int code) =>
        new(file, field, $"names {code}, which has no file; add Data/codes/{code}.json or take it out");
}
