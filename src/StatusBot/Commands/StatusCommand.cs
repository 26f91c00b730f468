using System.Collections.Concurrent;
using System.Globalization;
using StatusBot.Cards;
using StatusBot.Catalog;
using StatusBot.Catalog.Lookup;
using StatusBot.Conversation;
using StatusBot.Texts;

namespace StatusBot.Commands;

/// <summary><c>/status 403</c>: the card of a code.</summary>
internal sealed class StatusCommand(IStatusCatalog catalog, StatusCard card, ListCommand list) : ICompletingCommand, IPressableCommand
{
    private const string Name = "status";
    private const string CodeOption = "code";
    private const string WholeCard = "";
    private const string ExampleView = "example";
    private const string InCodeView = "code";
    private const string ByProductView = "products";

    // Some 1,000 views at most: 134 codes, two languages, up to four each.
    private readonly ConcurrentDictionary<(int Code, Language Language, string View), View> _views = new();

    /// <inheritdoc/>
    public CommandDefinition Definition { get; } = new()
    {
        Name = new(Name, "상태"),
        Description = new("Explain an HTTP status code: cause, behavior, what to do", "HTTP 상태 코드의 원인, 동작 방식, 대처 방법을 알려 줍니다"),
        Options =
        [
            new()
            {
                Name = new(CodeOption, "코드"),
                Description = new("A number, a name or a class: 403, not found, StatusForbidden, 4xx", "숫자, 이름, 분류: 403, 권한 없음, StatusForbidden, 4xx"),
                IsRequired = true,
                IsCompleted = true,
            },
            CommonOptions.Language,
            CommonOptions.Show,
        ],
    };

    /// <summary>The action that shows a code's card.</summary>
    public static CardAction ActionFor(int code, Language language, params string[] view) =>
        new(Name, language, [code.ToString(CultureInfo.InvariantCulture), .. view]);

    /// <summary>A row of buttons to the cards of codes.</summary>
    public static ControlRow ButtonsTo(IEnumerable<StatusCode> codes, Language language)
    {
        var texts = BotTexts.In(language);
        return new ControlRow.Buttons([.. codes.Select(code => new CardButton(texts.ShortName(code), ActionFor(code.Code, language)))]);
    }

    /// <summary>A menu of codes that leads to their cards.</summary>
    public static ControlRow MenuOf(IEnumerable<StatusCode> codes, Language language)
    {
        var texts = BotTexts.In(language);
        return new ControlRow.Menu(
            texts.OpenCard,
            new CardAction(Name, language, []),
            [.. codes.Select(code => new MenuItem(texts.Name(code), code.Number, code.Main.Summary[language]))]);
    }

    /// <inheritdoc/>
    public ValueTask<Reply> AnswerAsync(CommandCall call, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Answer(call));

    /// <inheritdoc/>
    public IReadOnlyList<Suggestion> Complete(Typing typing)
    {
        var texts = BotTexts.In(typing.Language);
        var known = catalog.Complete(typing.Text, Suggestion.Most).Select(code => new Suggestion(texts.Name(code), code.Number));
        return catalog.Find(typing.Text) is LookupResult.Unregistered { Number: var number }
            ? [new Suggestion(texts.UnregisteredTitle(number), number.ToString(CultureInfo.InvariantCulture)), .. known.Take(Suggestion.Most - 1)]
            : [.. known];
    }

    /// <inheritdoc/>
    public View? Show(CardAction action, Language language) => action.Arguments switch
    {
        [var number] when Number(number) is { } code => CardOf(code, language),
        [var number, not WholeCard and var view] when catalog.Get(Number(number) ?? -1) is { } code => ViewOf(code, language, view),
        _ => null,
    };

    private Reply Answer(CommandCall call)
    {
        var texts = BotTexts.In(call.Language);
        var typed = call.Text(CodeOption);
        return catalog.Find(typed) switch
        {
            LookupResult.Found { Code: var code } => Reply(code.Code),
            LookupResult.Unregistered { Number: var number } => Reply(number),
            LookupResult.WholeClass { Class: var named } =>
                new Reply.Message(list.ViewOf(named, 1, call.Language), call.IsPrivate ?? false),
            LookupResult.Several { Codes: var codes } => Notices.Say(texts.DidYouMean, codes, call.Language),
            LookupResult.Nothing { Guesses: var guesses } =>
                Notices.Say(typed.Trim().Length == 0 ? texts.TypeACode : texts.NotAStatusCode, guesses, call.Language),
            _ => throw new InvalidOperationException("Look-up has a result that this command does not know."),
        };

        Reply Reply(int code) => new Reply.Message(CardOf(code, call.Language), call.IsPrivate ?? false);
    }

    private View CardOf(int number, Language language)
    {
        if (catalog.Get(number) is { } code)
            return ViewOf(code, language, WholeCard)!;

        var nearest = catalog.Find(number.ToString(CultureInfo.InvariantCulture)) is LookupResult.Unregistered found ? found.Nearest : [];
        return new View(
            card.DrawUnregistered(number, nearest, language),
            new Controls(
            [
                ButtonsTo(nearest, language),
                new ControlRow.Buttons([.. CommonButtons.For(language, other => ActionFor(number, other))]),
            ]));
    }

    // Drawn once, on first use; null for a view that the code does not have, of which nothing is kept.
    private View? ViewOf(StatusCode code, Language language, string view)
    {
        var key = (code.Code, language, view);
        if (_views.TryGetValue(key, out var kept))
            return kept;
        return Draw(code, language, view) is { } drawn
            ? _views.GetOrAdd(key, new View(drawn, ControlsOf(code, language, view)) { IsKept = true })
            : null;
    }

    private Card? Draw(StatusCode code, Language language, string view) => view switch
    {
        WholeCard => card.Draw(code, language),
        ExampleView when code.Main.Example is { } example => card.DrawExample(code, example, language),
        InCodeView when code.Main.InCode is { } samples => card.DrawInCode(code, samples, language),
        ByProductView when code.Products.Count > 0 => card.DrawByProduct(code, language),
        _ => null,
    };

    private Controls ControlsOf(StatusCode code, Language language, string view)
    {
        var texts = BotTexts.In(language);
        var views = new List<CardButton>();
        if (view is not WholeCard)
            views.Add(new(texts.BackToCard, ActionFor(code.Code, language), Emphasis.Primary));
        if (view is not ExampleView && code.Main.Example is not null)
            views.Add(new(texts.Example, ActionFor(code.Code, language, ExampleView), Emphasis.Primary));
        if (view is not InCodeView && code.Main.InCode is not null)
            views.Add(new(texts.InCode, ActionFor(code.Code, language, InCodeView), Emphasis.Primary));
        if (view is not ByProductView && code.Products.Count > 0)
            views.Add(new(texts.ByProduct, ActionFor(code.Code, language, ByProductView), Emphasis.Primary));

        string[] sameView = view is WholeCard ? [] : [view];
        var comparisons = catalog.ComparisonsOf(code.Code);
        var compared = comparisons.SelectMany(comparison => comparison.Codes).ToHashSet();
        return new Controls(
        [
            new ControlRow.Buttons([.. views, .. CommonButtons.For(language, other => ActionFor(code.Code, other, sameView))]),
            new ControlRow.Buttons(
            [
                .. comparisons.Select(comparison => CompareCommand.ButtonTo(comparison.Codes, language)),
                .. code.Related.Where(related => !compared.Contains(related)).Select(related =>
                    new CardButton(texts.ShortName(catalog.Get(related)!), ActionFor(related, language))),
            ]),
        ]);
    }

    // Buttons and menus carry numbers as this command wrote them; anything else is forged.
    private int? Number(string text) =>
        text.Length is > 0 and <= 3
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && (number >= 100 || catalog.Get(number) is not null)
            ? number
            : null;
}
