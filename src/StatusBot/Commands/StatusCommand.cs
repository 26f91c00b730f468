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
    private const string ExampleView = "example";
    private const string InCodeView = "code";
    private const string ByProductView = "products";

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
    public static CardAction ActionFor(int code, Language language, string person, params string[] view) =>
        new(Name, language, person, [code.ToString(CultureInfo.InvariantCulture), .. view]);

    /// <summary>A row of buttons to the cards of codes.</summary>
    public static ControlRow ButtonsTo(IEnumerable<StatusCode> codes, Language language, string person)
    {
        var texts = BotTexts.In(language);
        return new ControlRow.Buttons([.. codes.Select(code => new CardButton(texts.ShortName(code), ActionFor(code.Code, language, person)))]);
    }

    /// <summary>A menu of codes that leads to their cards.</summary>
    public static ControlRow MenuOf(IEnumerable<StatusCode> codes, Language language, string person)
    {
        var texts = BotTexts.In(language);
        return new ControlRow.Menu(
            texts.OpenCard,
            new CardAction(Name, language, person, []),
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
    public View? Show(CardAction action, Language language, string person) => action.Arguments switch
    {
        [var number] when Number(number) is { } code => CardOf(code, language, person),
        [var number, ExampleView] when catalog.Get(Number(number) ?? -1) is { Main.Example: { } example } code =>
            new View(card.DrawExample(code, example, language), ControlsOf(code, language, person, ExampleView)),
        [var number, InCodeView] when catalog.Get(Number(number) ?? -1) is { Main.InCode: { } samples } code =>
            new View(card.DrawInCode(code, samples, language), ControlsOf(code, language, person, InCodeView)),
        [var number, ByProductView] when catalog.Get(Number(number) ?? -1) is { Products.Count: > 0 } code =>
            new View(card.DrawByProduct(code, language), ControlsOf(code, language, person, ByProductView)),
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
                new Reply.Message(list.ViewOf(named, 1, call.Language, call.Person), call.IsPrivate ?? false),
            LookupResult.Several { Codes: var codes } => Notices.Say(texts.DidYouMean, codes, call.Language, call.Person),
            LookupResult.Nothing { Guesses: var guesses } =>
                Notices.Say(typed.Trim().Length == 0 ? texts.TypeACode : texts.NotAStatusCode, guesses, call.Language, call.Person),
            _ => throw new InvalidOperationException("Look-up has a result that this command does not know."),
        };

        Reply Reply(int code) => new Reply.Message(CardOf(code, call.Language, call.Person), call.IsPrivate ?? false);
    }

    private View CardOf(int number, Language language, string person)
    {
        if (catalog.Get(number) is { } code)
            return new View(card.Draw(code, language), ControlsOf(code, language, person, view: null));

        var nearest = catalog.Find(number.ToString(CultureInfo.InvariantCulture)) is LookupResult.Unregistered found ? found.Nearest : [];
        return new View(
            card.DrawUnregistered(number, nearest, language),
            new Controls(
            [
                ButtonsTo(nearest, language, person),
                new ControlRow.Buttons([.. CommonButtons.For(language, person, other => ActionFor(number, other, person))]),
            ]));
    }

    private Controls ControlsOf(StatusCode code, Language language, string person, string? view)
    {
        var texts = BotTexts.In(language);
        var views = new List<CardButton>();
        if (view is not null)
            views.Add(new(texts.BackToCard, ActionFor(code.Code, language, person), Emphasis.Primary));
        if (view is not ExampleView && code.Main.Example is not null)
            views.Add(new(texts.Example, ActionFor(code.Code, language, person, ExampleView), Emphasis.Primary));
        if (view is not InCodeView && code.Main.InCode is not null)
            views.Add(new(texts.InCode, ActionFor(code.Code, language, person, InCodeView), Emphasis.Primary));
        if (view is not ByProductView && code.Products.Count > 0)
            views.Add(new(texts.ByProduct, ActionFor(code.Code, language, person, ByProductView), Emphasis.Primary));

        string[] sameView = view is null ? [] : [view];
        var comparisons = catalog.ComparisonsOf(code.Code);
        var compared = comparisons.SelectMany(comparison => comparison.Codes).ToHashSet();
        return new Controls(
        [
            new ControlRow.Buttons([.. views, .. CommonButtons.For(language, person, other => ActionFor(code.Code, other, person, sameView))]),
            new ControlRow.Buttons(
            [
                .. comparisons.Select(comparison => CompareCommand.ButtonTo(comparison.Codes, language, person)),
                .. code.Related.Where(related => !compared.Contains(related)).Select(related =>
                    new CardButton(texts.ShortName(catalog.Get(related)!), ActionFor(related, language, person))),
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
