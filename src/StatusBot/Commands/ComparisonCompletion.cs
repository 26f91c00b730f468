using StatusBot.Cards;
using StatusBot.Catalog;
using StatusBot.Catalog.Lookup;
using StatusBot.Conversation;
using StatusBot.Texts;

namespace StatusBot.Commands;

/// <summary>Completes a list of codes: what is typed already is kept, the code that is being typed is completed, known comparisons come first.</summary>
internal static class ComparisonCompletion
{
    private const int Most = 5;

    public static IReadOnlyList<Suggestion> Complete(IStatusCatalog catalog, string text, Language language)
    {
        var (kept, typed) = Split(catalog, text);
        if (kept.Count > Most)
            return [];

        var continuations = catalog.Complete(typed, Suggestion.Most)
            .Where(code => !kept.Contains(code.Code))
            .ToArray();
        var known = catalog.Comparisons
            .Where(comparison => kept.All(comparison.Codes.Contains) && comparison.Codes.Count >= kept.Count)
            .Select(comparison => (Codes: Ordered(kept, comparison.Codes), comparison.Question))
            .Where(comparison => continuations.Length == 0 || Continues(comparison.Codes, kept.Count, typed, continuations))
            .OrderBy(comparison => comparison.Codes.Count)
            .ThenByDescending(comparison => comparison.Codes.Sum(code => catalog.Get(code)!.Popularity) / comparison.Codes.Count)
            .Select(comparison => new Suggestion($"{string.Join(' ', comparison.Codes)} · {comparison.Question[language]}", string.Join(' ', comparison.Codes)));

        var texts = BotTexts.In(language);
        var others = kept.Count is > 0 and < Most
            ? continuations.Select(code => new Suggestion(
                $"{string.Join(' ', kept)} {texts.Name(code)}",
                string.Join(' ', kept.Append(code.Code))))
            : kept.Count == 0 ? continuations.Select(code => new Suggestion($"{texts.Name(code)} …", $"{code.Number} ")) : [];

        return [.. known.Concat(AsTyped(kept)).Concat(others).DistinctBy(suggestion => suggestion.Value).Take(Suggestion.Most)];
    }

    // What is typed is a list already, whether or not anybody has compared it.
    private static IEnumerable<Suggestion> AsTyped(IReadOnlyList<int> kept)
    {
        if (kept.Count is >= 2 and <= Most)
            yield return new Suggestion(ComparisonCard.Versus(kept), string.Join(' ', kept));
    }

    private static bool Continues(IReadOnlyList<int> codes, int kept, string typed, IReadOnlyList<StatusCode> continuations) =>
        typed.Length == 0 || continuations.Any(code => codes.Skip(kept).Contains(code.Code));

    // The codes in the order in which they were typed, then the others.
    private static IReadOnlyList<int> Ordered(IReadOnlyList<int> kept, IReadOnlyList<int> codes) => [.. kept.Concat(codes.Except(kept))];

    // "401 40" is 401, kept, and 40, being typed; in "401 403 " nothing is being typed yet.
    private static (IReadOnlyList<int> Kept, string Typed) Split(IStatusCatalog catalog, string text)
    {
        var pieces = text.Split([' ', ',', ';', '/', '|', '\u3000'], StringSplitOptions.RemoveEmptyEntries);
        var kept = new List<int>();
        var at = 0;
        while (at < pieces.Length && kept.Count <= Most)
        {
            if (pieces[at].Length >= 2 && pieces[at].ToLowerInvariant() is not ("vs" or "and") && catalog.Find(pieces[at]) is LookupResult.Found { Code: var code } && IsNumber(pieces[at]))
                kept.Add(code.Code);
            else if (pieces[at].ToLowerInvariant() is not ("vs" or "and"))
                break;
            at++;
        }

        return ([.. kept.Distinct()], string.Join(' ', pieces[at..]));
    }

    private static bool IsNumber(string piece) => piece.Length == 3 && piece.All(char.IsDigit);
}
