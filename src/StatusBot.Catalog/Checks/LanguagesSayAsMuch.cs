using System.Globalization;
using System.Text.RegularExpressions;
using StatusBot.Catalog.Loading;

namespace StatusBot.Catalog.Checks;

/// <summary>
/// English and Korean of a text are of comparable length: where one is far shorter, a fact got lost on the way. Counted are the
/// characters that are prose; what stands in backticks or quotes is the same in both languages and would hide the difference.
/// </summary>
internal sealed partial class LanguagesSayAsMuch : ICatalogCheck
{
    // Measured over the data in November 2026: half of all texts lie between 0.47 and 0.61. Nothing is excused, so the bounds
    // are those of the outermost texts, read and found complete: brief notes on a header, and answers such as "아니요. …".
    private static readonly Bounds[] Measured = [new(60, 0.32, 0.85), new(25, 0.25, 0.9)];

    // Below the shortest bound a ratio says nothing: "OK" is "성공".
    private const int MoreThanAShortText = 12;

    public IEnumerable<Finding> Check(CatalogData data)
    {
        foreach (var (file, field, wording, text) in Worded.In(data))
        {
            // A name is what people call the code, however long; its budget bounds it.
            if (wording is not Wording.Name && Problem(Prose(text.En), Prose(text.Ko)) is { } problem)
                yield return new Finding(file, field, problem);
        }
    }

    private static string? Problem(int en, int ko)
    {
        if (Measured.FirstOrDefault(bounds => en >= bounds.From) is not { } within)
            return ko > en + MoreThanAShortText ? Sentence(en, ko, "shorten the Korean, or say in English what it says more") : null;
        var ratio = (double)ko / en;
        return ratio < within.Least ? Sentence(en, ko, "say in Korean what it leaves out, or shorten the English")
            : ratio > within.Most ? Sentence(en, ko, "shorten the Korean, or say in English what it says more")
            : null;
    }

    private static string Sentence(int en, int ko, string advice) =>
        string.Create(CultureInfo.InvariantCulture, $"has {en} characters of English prose and {ko} of Korean; {advice}");

    private static int Prose(string text) => Quoted().Replace(text, "").EnumerateRunes().Count();

    [GeneratedRegex("`[^`]*`|\"[^\"]*\"", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    private sealed record Bounds(int From, double Least, double Most);
}
