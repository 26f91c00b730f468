using StatusBot.Catalog.Loading;

namespace StatusBot.Catalog.Checks;

/// <summary>403.json holds 403, 401-403.json compares 401 and 403: so that a file is found by what it is about.</summary>
internal sealed class FilesAreNamedByTheirCodes : ICatalogCheck
{
    public IEnumerable<Finding> Check(CatalogData data)
    {
        foreach (var (file, code) in data.Codes)
        {
            if (code.Code is not (0 or (>= 100 and <= 999)))
                yield return new Finding(file, "code", "is not 0 and not between 100 and 999");
            if (Name(file) != code.Number)
                yield return new Finding(file, "code", $"is {code.Code}; rename the file to {code.Number}.json or correct the code");
            if (code.Meanings.Count == 0)
                yield return new Finding(file, "meanings", "is empty; say at least what the code means to one owner");
        }

        foreach (var (file, comparison) in data.Comparisons)
        {
            if (comparison.Codes.Count is < 2 or > 5)
                yield return new Finding(file, "codes", "holds fewer than two or more than five codes");
            else if (!comparison.Codes.SequenceEqual(comparison.Codes.Distinct().Order()))
                yield return new Finding(file, "codes", "are not ascending, or one stands twice");
            else if (Name(file) != comparison.Key)
                yield return new Finding(file, "codes", $"do not match the file's name; rename it to {comparison.Key}.json");
            if (!comparison.Differences.Select(difference => difference.Code).SequenceEqual(comparison.Codes))
                yield return new Finding(file, "differences", "need one line for each code, in the order of codes");
        }
    }

    private static string Name(string file) => Path.GetFileNameWithoutExtension(file);
}
