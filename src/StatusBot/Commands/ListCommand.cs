using System.Globalization;
using StatusBot.Cards;
using StatusBot.Catalog;
using StatusBot.Conversation;
using StatusBot.Texts;

namespace StatusBot.Commands;

/// <summary><c>/list 4xx</c>: all codes of a class, on pages.</summary>
internal sealed class ListCommand(ListCard card) : IPressableCommand
{
    private const string Name = "list";
    private const string ClassOption = "class";

    /// <inheritdoc/>
    public CommandDefinition Definition { get; } = new()
    {
        Name = new(Name, "목록"),
        Description = new("List all status codes of a class", "분류별 상태 코드 목록을 보여 줍니다"),
        Options =
        [
            new()
            {
                Name = new(ClassOption, "분류"),
                Description = new("1xx to 5xx, or what is outside of them", "1xx~5xx 또는 그 밖의 코드"),
                IsRequired = true,
                Choices = [.. StatusClasses.All.Select(value => new ChoiceDefinition(
                    StatusClasses.Name(value),
                    new(EnglishTexts.Instance.ListTitle(value), KoreanTexts.Instance.ListTitle(value))))],
            },
            CommonOptions.Language,
        ],
    };

    /// <summary>A page of a class.</summary>
    public View ViewOf(StatusClass value, int page, Language language)
    {
        var texts = BotTexts.In(language);
        var last = card.PagesOf(value);
        page = Math.Clamp(page, 1, last);
        var turn = new List<CardButton>();
        if (page > 1)
            turn.Add(new(texts.Previous, ActionFor(value, page - 1, language)));
        if (page < last)
            turn.Add(new(texts.Next, ActionFor(value, page + 1, language)));

        return new View(
            card.Draw(value, page, language),
            new Controls(
            [
                StatusCommand.MenuOf(card.OnPage(value, page), language),
                new ControlRow.Buttons([.. turn, .. CommonButtons.For(language, other => ActionFor(value, page, other))]),
            ]));
    }

    /// <inheritdoc/>
    public ValueTask<Reply> AnswerAsync(CommandCall call, CancellationToken cancellationToken) => ValueTask.FromResult(
        ClassOf(call.Text(ClassOption)) is { } value
            ? new Reply.Message(ViewOf(value, 1, call.Language), call.IsPrivate ?? false)
            : Notices.Say(BotTexts.In(call.Language).ChooseAClass, [], call.Language));

    /// <inheritdoc/>
    public View? Show(CardAction action, Language language) =>
        action.Arguments is [var name, var number]
        && ClassOf(name) is { } value
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var page)
        && page >= 1 && page <= card.PagesOf(value)
            ? ViewOf(value, page, language)
            : null;

    private static CardAction ActionFor(StatusClass value, int page, Language language) =>
        new(Name, language, [StatusClasses.Name(value), page.ToString(CultureInfo.InvariantCulture)]);

    private static StatusClass? ClassOf(string name)
    {
        foreach (var value in StatusClasses.All)
        {
            if (StatusClasses.Name(value).Equals(name.Trim(), StringComparison.OrdinalIgnoreCase))
                return value;
        }

        return null;
    }
}
