using System.Globalization;
using StatusBot.Catalog.Loading;

namespace StatusBot.Catalog.Checks;

/// <summary>A meaning that gives causes gives the rest too: half a card is worse than an honest short one.</summary>
internal sealed class FullDepthIsComplete : ICatalogCheck
{
    private const string Registry = "IANA";

    // Below it, hardly any program answers with the code or meets it.
    private const int Everyday = 30;

    public IEnumerable<Finding> Check(CatalogData data)
    {
        foreach (var (file, code) in data.Codes)
        {
            for (var i = 0; i < code.Meanings.Count; i++)
            {
                foreach (var field in Missing(code.Meanings[i], code.Popularity))
                    yield return new Finding(file, string.Create(CultureInfo.InvariantCulture, $"meanings[{i}].{field}"), "is missing, but the meaning has causes; write it");
            }
        }
    }

    private static IEnumerable<string> Missing(Meaning meaning, int popularity)
    {
        if (!meaning.IsFull)
            yield break;
        if (meaning.Behavior is null)
            yield return "behavior";
        if (meaning.Advice is null)
            yield return "advice";
        if (meaning.Retry is null)
            yield return "retry";
        if (meaning.Example is null)
            yield return "example";
        // A vendor's code may never go over the wire, or never be one that a program of one's own returns.
        if (meaning.Owner != Registry)
            yield break;
        if (meaning.Cache is null)
            yield return "cache";
        if (meaning.InCode is null && popularity >= Everyday)
            yield return "inCode";
    }
}
