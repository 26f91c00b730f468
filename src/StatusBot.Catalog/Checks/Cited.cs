using System.Globalization;
using StatusBot.Catalog.Loading;

namespace StatusBot.Catalog.Checks;

/// <summary>Every citation of the data files, with the place where it stands.</summary>
internal static class Cited
{
    public static IEnumerable<(string File, string Field, Citation Citation)> In(CatalogData data)
    {
        foreach (var (file, code) in data.Codes)
        {
            for (var i = 0; i < code.Products.Count; i++)
                yield return (file, string.Create(CultureInfo.InvariantCulture, $"products[{i}].source"), code.Products[i].Source);
            for (var i = 0; i < code.Signs.Count; i++)
                yield return (file, string.Create(CultureInfo.InvariantCulture, $"signs[{i}].source"), code.Signs[i].Source);
            for (var i = 0; i < code.Meanings.Count; i++)
            {
                var at = string.Create(CultureInfo.InvariantCulture, $"meanings[{i}]");
                foreach (var (field, citation) in In(code.Meanings[i]))
                    yield return (file, $"{at}.{field}", citation);
            }
        }

        foreach (var (file, comparison) in data.Comparisons)
        {
            for (var i = 0; i < comparison.Sources.Count; i++)
                yield return (file, string.Create(CultureInfo.InvariantCulture, $"sources[{i}]"), comparison.Sources[i]);
        }
    }

    private static IEnumerable<(string Field, Citation Citation)> In(Meaning meaning)
    {
        yield return ("source", meaning.Source);
        yield return ("summary.source", meaning.Summary.Source);
        for (var i = 0; i < meaning.FormerPhrases.Count; i++)
            yield return (string.Create(CultureInfo.InvariantCulture, $"formerPhrases[{i}].source"), meaning.FormerPhrases[i].Source);
        for (var i = 0; i < meaning.Causes.Count; i++)
            yield return (string.Create(CultureInfo.InvariantCulture, $"causes[{i}].source"), meaning.Causes[i].Source);
        if (meaning.Behavior is { } behavior)
            yield return ("behavior.source", behavior.Source);
        if (meaning.Retry is { } retry)
            yield return ("retry.source", retry.Source);
        if (meaning.Cache is { } cache)
            yield return ("cache.source", cache.Source);
        for (var i = 0; i < meaning.Headers.Count; i++)
            yield return (string.Create(CultureInfo.InvariantCulture, $"headers[{i}].source"), meaning.Headers[i].Source);
    }
}
