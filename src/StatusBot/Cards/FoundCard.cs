using StatusBot.Catalog;
using StatusBot.Catalog.Search;
using StatusBot.Conversation;
using StatusBot.Texts;

namespace StatusBot.Cards;

/// <summary>Draws the codes that fit a symptom: why each fits, what it means, and what tells it from the next.</summary>
internal sealed class FoundCard(IStatusCatalog catalog)
{
    // On a phone the card is one screen: the more codes, the fewer are told from the next.
    private const int MostTexts = 6;

    // The words are the question's own, and may be of any length.
    private const int WordLimit = 24;

    public Card Draw(IReadOnlyList<SearchHit> hits, Language language)
    {
        var texts = BotTexts.In(language);
        return new Card(
            CardColors.Of(hits[0].Code.Class),
            texts.FoundTitle(hits.Count),
            fields: hits.Select((hit, at) => new CardField(texts.Name(hit.Code), string.Join('\n', Lines(hits, at, texts, language)))),
            footer: texts.FoundByWords);
    }

    private IEnumerable<string> Lines(IReadOnlyList<SearchHit> hits, int at, BotTexts texts, Language language)
    {
        var (code, sign, words) = hits[at];
        if (sign is not null)
            yield return $"{Literal(sign.Text)} {sign.Shows[language]}";
        else if (words.Count > 0)
            yield return $"*{texts.MatchedWords(words.Select(word => Fitted.Cut(word, WordLimit)))}*";
        yield return code.Main.Summary[language];
        if (at + 1 < hits.Count && at + hits.Count < MostTexts && Difference(code.Code, hits[at + 1].Code.Code, language) is { } difference)
            yield return $"**vs {hits[at + 1].Code.Number}** {difference}";
    }

    // Of the closest comparison that has both; the difference answers its question, and means nothing without it.
    private string? Difference(int code, int other, Language language) => catalog.ComparisonsOf(code)
        .Where(comparison => comparison.Codes.Contains(other))
        .MinBy(comparison => comparison.Codes.Count) is { } closest
            ? $"{closest.Question[language]} {closest.Differences.First(difference => difference.Code == code)[language]}"
            : null;

    // A sign that has a backtick of its own stands between two of them.
    private static string Literal(string text) => text.Contains('`', StringComparison.Ordinal) ? $"`` {text} ``" : $"`{text}`";
}
