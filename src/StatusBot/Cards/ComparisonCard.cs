using StatusBot.Catalog;
using StatusBot.Conversation;
using StatusBot.Texts;

namespace StatusBot.Cards;

/// <summary>Draws two to five codes side by side: a curated comparison where there is one, else one built from the codes' data.</summary>
internal sealed class ComparisonCard(IStatusCatalog catalog)
{
    /// <summary>Codes as people name a comparison: <c>401 vs 403</c>.</summary>
    public static string Versus(IEnumerable<int> codes) => string.Join(" vs ", codes);

    public Card Draw(IReadOnlyList<int> codes, Language language) => catalog.Compare(codes) is { } curated
        ? DrawCurated(curated, language)
        : DrawBuilt(codes, language);

    private Card DrawCurated(Comparison comparison, Language language)
    {
        var texts = BotTexts.In(language);
        return new Card(
            CardColors.Of(StatusClasses.Of(comparison.Codes[^1])),
            Versus(comparison.Codes),
            catalog.LinkTo(comparison.Sources[0]),
            $"**{comparison.Question[language]}**",
            [
                .. comparison.Differences.Select(difference =>
                    new CardField(texts.Name(catalog.Get(difference.Code)!), difference[language])),
                new CardField(texts.LookAt, $"{comparison.Observe[language]}\n{StatusCard.Code("sh", comparison.Curl)}"),
                new CardField(texts.TypicalMistake, comparison.Mistake[language]),
            ],
            texts.Checked(comparison.Sources, comparison.Checked));
    }

    // Only what the data says, side by side. Where the data is silent or the same, nothing is made up.
    private Card DrawBuilt(IReadOnlyList<int> codes, Language language)
    {
        var texts = BotTexts.In(language);
        var columns = codes.Select(number => (Number: number, Aspects: Aspects(number, texts))).ToArray();
        var differing = columns[0].Aspects
            .Select(aspect => aspect.Name)
            .Where(name => name != texts.DefinedIn)
            .Where(name => columns.Select(column => column.Aspects.FirstOrDefault(aspect => aspect.Name == name).Value).Distinct().Count() > 1)
            .ToArray();

        return new Card(
            CardColors.Of(StatusClasses.Of(codes[^1])),
            Versus(codes),
            description: differing.Length > 0 ? texts.WhatDiffers(differing) : texts.NothingDiffers,
            fields: columns.Select(column => new CardField(
                catalog.Get(column.Number) is { } known ? texts.Name(known) : $"{column.Number} · {texts.Unregistered}",
                string.Join('\n', [
                    .. catalog.Get(column.Number) is { } code ? [code.Main.Summary[language]] : Array.Empty<string>(),
                    .. column.Aspects.Select(aspect => $"**{aspect.Name}** {aspect.Value}"),
                ]))),
            footer: texts.BuiltFromData);
    }

    private IReadOnlyList<(string Name, string Value)> Aspects(int number, BotTexts texts)
    {
        var own = StatusClasses.Of(number);
        var className = own is StatusClass.Other ? texts.ClassName(own) : $"{StatusClasses.Name(own)} {texts.ClassName(own)}";
        if (catalog.Get(number) is not { } code)
            return [(texts.Class, className), (texts.DefinedIn, texts.Unregistered)];

        var meaning = code.Main;
        var aspects = new List<(string, string)>
        {
            (texts.Class, className),
            (texts.WhoCanFixIt, meaning.FixedBy.Count > 0 ? string.Join(", ", meaning.FixedBy.Select(texts.Party)) : texts.NobodyNeedsTo),
        };
        if (meaning.Retry is { } retry)
            aspects.Add((texts.Retry, texts.Verdicts(retry.Idempotent, retry.NonIdempotent) + (retry.Header is { } header ? $" (`{header}`)" : "")));
        if (meaning.Cache is { } cache)
            aspects.Add((texts.Caching, texts.ByDefault(cache.ByDefault)));
        aspects.Add((texts.DefinedIn, $"[{meaning.Source}]({catalog.LinkTo(meaning.Source)})"));
        return aspects;
    }
}
