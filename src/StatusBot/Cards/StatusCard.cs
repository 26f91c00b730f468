using StatusBot.Catalog;
using StatusBot.Conversation;
using StatusBot.Texts;

namespace StatusBot.Cards;

/// <summary>Draws what a code means: message, cause, behaviour, what to do, and what to compare it with.</summary>
internal sealed class StatusCard(IStatusCatalog catalog)
{
    // One glance: what goes beyond these is named, or a button away.
    private const int MostComparisons = 2;
    private const int MostMeanings = 3;

    public Card Draw(StatusCode code, Language language)
    {
        var texts = BotTexts.In(language);
        var meaning = code.Main;
        return new Card(
            CardColors.Of(code.Class),
            texts.Title(code),
            catalog.LinkTo(meaning.Source),
            Description(code, texts, language),
            [
                new CardField(texts.Cause, Lines(meaning.Causes.Select(cause => $"- {cause[language]}"))),
                new CardField(texts.Behavior, Behavior(code, texts, language)),
                new CardField(texts.WhatToDo, WhatToDo(meaning, texts, language)),
                new CardField(texts.WhoCanFixIt, string.Join(", ", meaning.FixedBy.Select(texts.Party)), IsInline: true),
                new CardField(texts.Retry, meaning.Retry?[language] ?? "", IsInline: true),
                new CardField(texts.OtherMeanings, OtherMeanings(code, texts, language)),
                new CardField(texts.Related, Related(code, texts, language)),
            ],
            texts.Checked([meaning.Source], meaning.Checked));
    }

    public Card DrawExample(StatusCode code, Example example, Language language)
    {
        var texts = BotTexts.In(language);
        return new Card(
            CardColors.Of(code.Class),
            $"{texts.Name(code)} · {texts.Example}",
            catalog.LinkTo(code.Main.Source),
            fields:
            [
                new CardField(texts.Request, Code("http", example.Request)),
                new CardField(texts.Response, Code("http", example.Response)),
                new CardField("curl", Code("sh", example.Curl)),
                new CardField(texts.Headers, Lines(code.Main.Headers.Select(header => $"`{header.Name}` {header[language]}"))),
            ],
            footer: texts.Checked([code.Main.Source], code.Main.Checked));
    }

    public Card DrawInCode(StatusCode code, CodeSamples samples, Language language)
    {
        var texts = BotTexts.In(language);
        return new Card(
            CardColors.Of(code.Class),
            $"{texts.Name(code)} · {texts.InCode}",
            catalog.LinkTo(code.Main.Source),
            fields:
            [
                new CardField("C# · ASP.NET Core, HttpClient", Sample("csharp", "//", samples.Csharp, texts)),
                new CardField("JavaScript · Express, fetch", Sample("js", "//", samples.Javascript, texts)),
                new CardField("Python · FastAPI, httpx", Sample("python", "#", samples.Python, texts)),
                new CardField("Java · Spring, RestClient", Sample("java", "//", samples.Java, texts)),
                new CardField("Go · net/http", Sample("go", "//", samples.Go, texts)),
            ],
            footer: texts.Checked([code.Main.Source], code.Main.Checked));
    }

    /// <summary>What the code typically means when a certain product says it, and where to look first.</summary>
    public Card DrawByProduct(StatusCode code, Language language)
    {
        var texts = BotTexts.In(language);
        return new Card(
            CardColors.Of(code.Class),
            $"{texts.Name(code)} · {texts.ByProduct}",
            catalog.LinkTo(code.Main.Source),
            fields: code.Products.Select(view => new CardField(
                view.Product,
                $"{view[language]}\n{texts.LookFirst} {view.Look[language]} · [{view.Source.Document}]({catalog.LinkTo(view.Source)})")),
            footer: texts.Checked([code.Main.Source], code.Main.Checked));
    }

    /// <summary>A number that nobody registered: what follows from its class, and what is near.</summary>
    public Card DrawUnregistered(int number, IReadOnlyList<StatusCode> nearest, Language language)
    {
        var texts = BotTexts.In(language);
        var own = StatusClasses.Of(number);
        var source = StatusClasses.Source(own);
        return new Card(
            CardColors.Of(own),
            texts.UnregisteredTitle(number),
            catalog.LinkTo(source),
            texts.UnregisteredMeaning(number),
            [
                new CardField(texts.WhatItsClassMeans, texts.ClassMeaning(own)),
                new CardField(texts.NearestKnown, Lines(nearest.Select(code => $"{texts.Name(code)}: {code.Main.Summary[language]}"))),
            ],
            source.ToString());
    }

    /// <summary>A code block.</summary>
    public static string Code(string syntax, IReadOnlyList<string> lines) =>
        lines.Count == 0 ? "" : $"```{syntax}\n{string.Join('\n', lines)}\n```";

    private static string Description(StatusCode code, BotTexts texts, Language language)
    {
        var meaning = code.Main;
        // Where something broke is worth a line; a success broke nowhere.
        var broke = code.Class is StatusClass.ClientError or StatusClass.ServerError or StatusClass.Other;
        return Lines(
        [
            meaning.Summary[language],
            broke && meaning.Arises is { } hop ? $"`{texts.Way(hop)}`" : "",
            texts.State(meaning) is { Length: > 0 } state ? $"*{state}*" : "",
            meaning.FormerPhrases.Count > 0 ? $"*{texts.FormerNames(meaning.FormerPhrases.Select(former => former.Phrase))}*" : "",
        ]);
    }

    private static string OtherMeanings(StatusCode code, BotTexts texts, Language language)
    {
        var others = code.Meanings.Skip(1).ToArray();
        var rest = others.Skip(MostMeanings).Select(other => other.Owner).ToArray();
        return Lines(
        [
            .. others.Take(MostMeanings).Select(other => OtherMeaning(other, code.Main.Phrase, language)),
            rest.Length > 0 ? texts.AlsoUsedBy(rest) : "",
        ]);
    }

    // A name that is only a description, in brackets, says what the summary says.
    private static string OtherMeaning(Meaning other, LocalizedText mainPhrase, Language language)
    {
        var summary = Without(other.Owner, other.Summary[language]);
        return other.Phrase == mainPhrase || other.Phrase.En.StartsWith('(')
            ? $"**{other.Owner}** {Capitalized(summary)}"
            : $"**{other.Owner}** {Without(other.Owner, other.Phrase[language])}: {summary}";
    }

    // What begins with its owner ("Shopify: …", "Edgio Origin …") can stand alone; here the owner stands before it already.
    private static string Without(string owner, string text)
    {
        if (text.StartsWith($"{owner} ", StringComparison.Ordinal))
            return text[(owner.Length + 1)..];
        var end = text.IndexOf(": ", StringComparison.Ordinal);
        return end > 0 && owner.EndsWith(text[..end], StringComparison.Ordinal) ? text[(end + 2)..] : text;
    }

    private static string Capitalized(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";

    // Whether an error may be stored is worth a line only where it may: that surprises.
    private static string Behavior(StatusCode code, BotTexts texts, Language language) => Lines(
    [
        code.Main.Behavior?[language] ?? "",
        code.Main.Cache is { } cache && (cache.ByDefault || code.Class is StatusClass.Successful or StatusClass.Redirection)
            ? texts.Cache(cache[language])
            : "",
    ]);

    private static string WhatToDo(Meaning meaning, BotTexts texts, Language language) => meaning.Advice is not { } advice
        ? ""
        : $"**{texts.AsCaller}** {advice.Caller[language]}\n**{texts.AsServer}** {advice.Server[language]}";

    private string Related(StatusCode code, BotTexts texts, Language language)
    {
        var comparisons = catalog.ComparisonsOf(code.Code).Take(MostComparisons).ToArray();
        var compared = comparisons.SelectMany(comparison => comparison.Codes).ToHashSet();
        var others = code.Related.Where(related => !compared.Contains(related)).Select(related => texts.ShortName(catalog.Get(related)!));
        return Lines(
        [
            .. comparisons.Select(comparison => $"**{ComparisonCard.Versus(comparison.Codes)}** {comparison.Question[language]}"),
            string.Join(" · ", others),
        ]);
    }

    private static string Sample(string syntax, string comment, CodeSample sample, BotTexts texts) => Code(
        syntax,
        [
            $"{comment} {texts.ServerSide}", .. sample.Answer, "",
            $"{comment} {texts.ClientSide}", .. sample.Handle,
        ]);

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Where(line => line.Length > 0));
}
