using StatusBot.Catalog.Loading;

namespace StatusBot.Catalog.Checks;

/// <summary>Reads a folder of data files as an author would want it read: all rules, all findings.</summary>
public static class CatalogInspection
{
    /// <summary>What is wrong with the files of a folder that is laid out like <c>src/StatusBot.Catalog/Data</c>; empty when nothing.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="summary">How much there is, and how old the oldest fact is: for information, never a finding.</param>
    public static IReadOnlyList<Finding> Run(string folder, out string summary)
    {
        summary = "";
        try
        {
            var data = CatalogReader.ReadFolder(folder);
            var oldest = data.Codes.SelectMany(file => file.Value.Meanings).Select(meaning => meaning.Checked)
                .Concat(data.Comparisons.Select(file => file.Value.Checked))
                .DefaultIfEmpty()
                .Min();
            summary = $"{data.Codes.Count} codes, {data.Comparisons.Count} comparisons, {data.Sources.Count} sources; the oldest fact was checked on {oldest:yyyy-MM-dd}.";
            return [.. CatalogChecks.Structural.Concat(CatalogChecks.Editorial).SelectMany(check => check.Check(data))];
        }
        catch (CatalogException broken)
        {
            return broken.Findings;
        }
    }
}
