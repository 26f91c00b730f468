using StatusBot.Catalog;
using StatusBot.Conversation;
using StatusBot.Texts;

namespace StatusBot.Cards;

/// <summary>Draws what the bot is, how much it knows and from where.</summary>
internal sealed class AboutCard(IStatusCatalog catalog)
{
    private const int MostPublishers = 12;

    public Card Draw(Language language)
    {
        var texts = BotTexts.In(language);
        var days = catalog.Codes.SelectMany(code => code.Meanings).Select(meaning => meaning.Checked)
            .Concat(catalog.Comparisons.Select(comparison => comparison.Checked))
            .ToArray();
        var publishers = catalog.Sources
            .GroupBy(source => source.Publisher)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Take(MostPublishers)
            .Select(group => group.Key);
        return new Card(
            CardColor.Notice,
            texts.AboutTitle(ProductVersion.Text),
            description: texts.AboutSummary,
            fields:
            [
                new CardField(texts.Knowledge, texts.KnowledgeFigures(
                    catalog.Codes.Count,
                    catalog.Comparisons.Count,
                    catalog.Codes.Sum(code => code.Names?.All.Count() ?? 0))),
                new CardField(texts.Sources, $"{texts.SourcesChecked(catalog.Sources.Count, days.Min(), days.Max())}\n{string.Join(", ", publishers)}, …"),
                new CardField(texts.Languages, texts.LanguagesText),
                new CardField(texts.Help, texts.HelpText),
            ]);
    }
}
