using StatusBot.Catalog;
using StatusBot.Catalog.Reading;
using StatusBot.Conversation;
using StatusBot.Texts;

namespace StatusBot.Cards;

/// <summary>
/// Draws what was read out of a text: where it went wrong, then each code with its likely cause and the next step, last the one thing
/// to check first. What the text itself says is told apart from what holds in general.
/// </summary>
internal sealed class EvidenceCard(IStatusCatalog catalog)
{
    private const int MostCodes = 10;
    private const int MostNumbers = 30;

    /// <summary>The codes of a text and how often each occurs, in the order in which to look at them.</summary>
    public static IReadOnlyList<CodeCount> InOrder(Evidence evidence) =>
        [.. evidence.Counts.OrderBy(count => Rank(count.Code, evidence.Verdict)).ThenByDescending(count => count.Times)];

    /// <summary>The curated comparison of two of some codes, of those that come first; null when there is none.</summary>
    public Comparison? ComparisonOf(IReadOnlyList<int> codes)
    {
        for (var second = 1; second < codes.Count; second++)
        {
            for (var first = 0; first < second; first++)
            {
                if (catalog.Compare([codes[first], codes[second]]) is { } comparison)
                    return comparison;
            }
        }

        return null;
    }

    /// <param name="evidence">What was read; at least one code.</param>
    /// <param name="remarks">What is to be said of the reading itself.</param>
    /// <param name="language">The language.</param>
    public Card Draw(Evidence evidence, IReadOnlyList<string> remarks, Language language)
    {
        var texts = BotTexts.In(language);
        var counts = InOrder(evidence);
        // Where there is but one code, the conclusion is about that one.
        if (evidence.Verdict is { Code: null, Where: not FailurePoint.Nothing } verdict && counts is [var only])
            evidence = evidence with { Verdict = verdict with { Code = only.Code } };
        var description = Description(evidence, counts, texts, language);
        var last = new CardField(texts.CheckFirst, CheckFirst(evidence.Verdict, counts, texts, language));
        var rest = new CardField(texts.MoreCodes(counts.Count - MostCodes), Numbers([.. counts.Skip(MostCodes)]));
        var footer = string.Join('\n', remarks);

        var parts = counts.Take(MostCodes).Select(count => PartOf(count, evidence, texts, language)).ToArray();
        var room = Glance.Lines - Glance.LinesOf(description) - LinesOf(last) - (rest.Value.Length > 0 ? LinesOf(rest) : 0) - Glance.LinesOf(footer)
            - parts.Sum(part => Glance.LinesOf(part.Name) + Glance.LinesOf(part.Cause));
        return new Card(
            CardColors.Of(StatusClasses.Of(counts[0].Code)),
            title: "",
            description: description,
            fields: [.. parts.Select((part, at) => FieldOf(part, isFirst: at == 0, ref room)), rest, last],
            footer: footer);
    }

    // Lower is looked at first. That a proxy could not get an answer says most about where to look.
    private static int Rank(int code, Verdict? verdict) => (code, StatusClasses.Of(code)) switch
    {
        _ when code == verdict?.Code => 0,
        (502 or 503 or 504 or (>= 520 and <= 529), _) => 1,
        (_, StatusClass.ServerError) => 2,
        (_, StatusClass.ClientError or StatusClass.Other) => 3,
        (_, StatusClass.Redirection) => 4,
        (_, StatusClass.Successful) => 5,
        _ => 6,
    };

    private string Description(Evidence evidence, IReadOnlyList<CodeCount> counts, BotTexts texts, Language language)
    {
        if (evidence.Verdict is { } verdict)
        {
            var happened = texts.WentWrong(verdict.Where, verdict.Product);
            var said = $"**{(verdict.Code is { } code ? $"{code}: {happened}" : happened)}**";
            return verdict.Field.Length > 0 ? $"{said}\n{texts.ReadFrom(verdict.Field, verdict.Product)}" : said;
        }

        return counts is [var single]
            ? catalog.Get(single.Code)?.Main.Summary[language] ?? texts.UnregisteredMeaning(single.Code)
            : texts.OnlyNamed;
    }

    private Part PartOf(CodeCount count, Evidence evidence, BotTexts texts, Language language)
    {
        var code = catalog.Get(count.Code);
        var sign = evidence.Signs.Where(shown => shown.Code == count.Code).Select(shown => shown.Sign).FirstOrDefault();
        var cause = sign is not null
            ? $"**{texts.FromTheText}** {sign.Shows[language]}{(sign.Product is { } product ? $" ({product})" : "")}"
            : $"**{texts.InGeneral}** {GeneralCause(count.Code, evidence.Verdict, texts, language)}";
        return new Part(
            $"{(code is null ? $"{count.Code} {texts.Unregistered}" : texts.Name(code))} ×{count.Times}",
            cause,
            $"**{texts.NextStep}** {NextStep(count.Code, evidence.Verdict, evidence.Verdict?.Product ?? sign?.Product, texts, language)}");
    }

    // Of the product that made the code, where it has a meaning of its own there; one that passed it on has none.
    private string GeneralCause(int code, Verdict? verdict, BotTexts texts, Language language) => catalog.Get(code)?.Main switch
    {
        _ when verdict?.Code == code && verdict.Where is not FailurePoint.Upstream && ViewOf(code, verdict.Product) is { } view => view[language],
        null => texts.UnregisteredMeaning(code),
        { Causes: [var likeliest, ..] } => likeliest[language],
        { Summary: var summary } => summary[language],
    };

    private ProductView? ViewOf(int code, string? product) =>
        catalog.Get(code)?.Products.FirstOrDefault(view => view.Product.Equals(product, StringComparison.OrdinalIgnoreCase));

    private string NextStep(int code, Verdict? verdict, string? product, BotTexts texts, Language language)
    {
        var known = catalog.Get(code);
        if (verdict?.Code == code && verdict.Where is FailurePoint.Challenge or FailurePoint.Nothing)
            return texts.NothingToDo;
        if (ViewOf(code, product) is { } view)
            return view.Look[language];
        if (known?.Main is { IsFull: true, FixedBy: [] })
            return texts.NothingToDo;

        // What nobody advises on is treated as its class is, as clients do.
        var meaning = known?.Main.Advice is not null ? known.Main : ClassOf(code).Main;
        return meaning.FixedBy is [Party.Caller, ..] ? meaning.Advice!.Caller[language] : meaning.Advice!.Server[language];
    }

    private StatusCode ClassOf(int code) => catalog.Get(StatusClasses.Of(code) is StatusClass.Other
        ? StatusClasses.Fallback(StatusClass.ServerError)
        : StatusClasses.Fallback(StatusClasses.Of(code)))!;

    private string CheckFirst(Verdict? verdict, IReadOnlyList<CodeCount> counts, BotTexts texts, Language language)
    {
        if (verdict is not null)
            return texts.Check(verdict.Where, verdict.Product);
        if (Rank(counts[0].Code, verdict: null) > Rank(404, verdict: null))
            return texts.Check(FailurePoint.Nothing, product: null);
        if (counts.Skip(1).Select(count => catalog.Compare([counts[0].Code, count.Code])).FirstOrDefault(known => known is not null) is { } comparison)
            return comparison.Observe[language];

        return (catalog.Get(counts[0].Code)?.Main.Arises, counts[0].Code) switch
        {
            (Hop.Client, _) => texts.Check(FailurePoint.Client, product: null),
            (Hop.RequestLink, _) => texts.Check(FailurePoint.RequestLink, product: null),
            (Hop.Upstream, 504 or 524) => texts.Check(FailurePoint.UpstreamSlow, product: null),
            (Hop.Upstream, _) => texts.Check(FailurePoint.Connect, product: null),
            _ => texts.CheckWhoAnswered,
        };
    }

    private static string Numbers(IReadOnlyList<CodeCount> counts) =>
        string.Join(", ", counts.Take(MostNumbers).Select(count => $"{count.Code} ×{count.Times}")) + (counts.Count > MostNumbers ? ", …" : "");

    // The next step of what comes first stands there in any case, the others as far as one glance goes; each is a button away.
    private static CardField FieldOf(Part part, bool isFirst, ref int room)
    {
        var lines = Glance.LinesOf(part.Next);
        if (lines > room && !isFirst)
            return new CardField(part.Name, part.Cause);

        room -= lines;
        return new CardField(part.Name, $"{part.Cause}\n{part.Next}");
    }

    private static int LinesOf(CardField field) => Glance.LinesOf(field.Name) + Glance.LinesOf(field.Value);

    private sealed record Part(string Name, string Cause, string Next);
}
