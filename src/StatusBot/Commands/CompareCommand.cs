using StatusBot.Cards;
using StatusBot.Catalog;
using StatusBot.Catalog.Lookup;
using StatusBot.Conversation;
using StatusBot.Texts;

namespace StatusBot.Commands;

/// <summary><c>/compare 401 403</c>: codes side by side.</summary>
internal sealed class CompareCommand(IStatusCatalog catalog, ComparisonCard card) : ICompletingCommand, IPressableCommand
{
    private const string Name = "compare";
    private const string CodesOption = "codes";
    private const int Fewest = 2;
    private const int Most = 5;

    /// <inheritdoc/>
    public CommandDefinition Definition { get; } = new()
    {
        Name = new(Name, "비교"),
        Description = new("Compare HTTP status codes that get confused", "헷갈리는 HTTP 상태 코드를 나란히 비교합니다"),
        Options =
        [
            new()
            {
                Name = new(CodesOption, "코드"),
                Description = new("Two to five codes: 401 403", "코드 두 개에서 다섯 개: 401 403"),
                IsRequired = true,
                IsCompleted = true,
            },
            CommonOptions.Language,
            CommonOptions.Show,
        ],
    };

    /// <summary>A button to a comparison.</summary>
    public static CardButton ButtonTo(IReadOnlyList<int> codes, Language language) =>
        new(ComparisonCard.Versus(codes), ActionFor(codes, language));

    /// <inheritdoc/>
    public ValueTask<Reply> AnswerAsync(CommandCall call, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Answer(call));

    /// <inheritdoc/>
    public IReadOnlyList<Suggestion> Complete(Typing typing) => ComparisonCompletion.Complete(catalog, typing.Text, typing.Language);

    /// <inheritdoc/>
    public View? Show(CardAction action, Language language) =>
        action.Arguments is [var key] && Codes(key) is { } codes ? ViewOf(codes, language) : null;

    private static CardAction ActionFor(IReadOnlyList<int> codes, Language language) =>
        new(Name, language, [string.Join('-', codes)]);

    private Reply Answer(CommandCall call)
    {
        var texts = BotTexts.In(call.Language);
        var found = catalog.FindAll(call.Text(CodesOption));
        if (found.Count == 0)
            return Mistake(texts.TypeCodesToCompare);
        if (found.Any(result => NumberOf(result) is null))
            return Mistake(texts.OneIsNoCode, [.. found.SelectMany(Guesses).Distinct().Take(Controls.ButtonsInRowLimit)]);

        var numbers = found.Select(result => NumberOf(result)!.Value).ToArray();
        if (numbers.Length == 1)
            return OneMore(numbers[0]);
        if (numbers.Length > Most)
            return Mistake(texts.TooManyCodes);
        if (numbers.Distinct().Count() < numbers.Length)
            return Mistake(texts.SameCodeTwice);

        return new Reply.Message(ViewOf(numbers, call.Language), call.IsPrivate ?? false);

        Reply Mistake(string text, IReadOnlyList<StatusCode>? guesses = null) =>
            Notices.Say(text, guesses ?? [], call.Language);

        Reply OneMore(int number) => new Reply.Message(
            new View(
                NoticeCard.Draw(texts.OneMoreCode),
                new Controls([new ControlRow.Buttons(
                    [.. catalog.ComparisonsOf(number).Select(comparison => ButtonTo(comparison.Codes, call.Language))])])),
            IsPrivate: true);
    }

    private View ViewOf(IReadOnlyList<int> codes, Language language)
    {
        var texts = BotTexts.In(language);
        return new View(
            card.Draw(codes, language),
            new Controls(
            [
                new ControlRow.Buttons([.. codes.Select(code => new CardButton(
                    catalog.Get(code) is { } known ? texts.ShortName(known) : texts.UnregisteredTitle(code),
                    StatusCommand.ActionFor(code, language)))]),
                new ControlRow.Buttons([.. CommonButtons.For(language, other => ActionFor(codes, other))]),
            ]));
    }

    private static int? NumberOf(LookupResult result) => result switch
    {
        LookupResult.Found { Code.Code: var code } => code,
        LookupResult.Unregistered { Number: var number } => number,
        _ => null,
    };

    private static IReadOnlyList<StatusCode> Guesses(LookupResult result) => result switch
    {
        LookupResult.Several { Codes: var codes } => codes,
        LookupResult.Nothing { Guesses: var guesses } => guesses,
        _ => [],
    };

    // A button carries the codes as this command wrote them; anything else is forged.
    private List<int>? Codes(string key)
    {
        var codes = new List<int>();
        foreach (var part in key.Split('-'))
        {
            if (part.Length > 3 || NumberOf(catalog.Find(part)) is not { } number || codes.Contains(number))
                return null;
            codes.Add(number);
        }

        return codes.Count is >= Fewest and <= Most ? codes : null;
    }
}
