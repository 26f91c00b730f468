using StatusBot.Cards;
using StatusBot.Catalog;
using StatusBot.Catalog.Search;
using StatusBot.Conversation;
using StatusBot.Texts;

namespace StatusBot.Commands;

/// <summary><c>/find proxy gave up after 60 seconds</c>: codes by what is seen or wanted.</summary>
internal sealed class FindCommand(IStatusCatalog catalog, FoundCard card) : ICommand
{
    private const string Name = "find";
    private const string SymptomOption = "symptom";

    // Fewer letters say nothing.
    private const int FewestLetters = 2;

    /// <inheritdoc/>
    public CommandDefinition Definition { get; } = new()
    {
        Name = new(Name, "찾기"),
        Description = new("Find the status code for what you see or want", "증상이나 상황에 맞는 상태 코드를 찾아 줍니다"),
        Options =
        [
            new()
            {
                Name = new(SymptomOption, "증상"),
                Description = new("In your own words, or a line of a log: proxy gave up after 60 seconds", "겪은 일을 말로 쓰거나 로그 한 줄: 프록시가 60초 기다리다 포기함"),
                IsRequired = true,
                MaxLength = IStatusCatalog.LongestSymptom,
            },
            CommonOptions.Language,
            CommonOptions.Show,
        ],
    };

    /// <inheritdoc/>
    public ValueTask<Reply> AnswerAsync(CommandCall call, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Answer(call));

    private Reply Answer(CommandCall call)
    {
        var texts = BotTexts.In(call.Language);
        var symptom = call.Text(SymptomOption);
        if (symptom.Count(char.IsLetterOrDigit) < FewestLetters)
            return Notices.Say(texts.TypeASymptom, [], call.Language);

        return catalog.Search(symptom) switch
        {
            SearchResult.Hits { Codes: var hits } => new Reply.Message(ViewOf(hits, call.Language), call.IsPrivate ?? false),
            SearchResult.Elsewhere { Topic: var topic } => Notices.Say(texts.SeemsElsewhere(topic[call.Language]), [], call.Language),
            SearchResult.Nothing => Notices.Say(texts.NothingFits, [], call.Language),
            _ => throw new InvalidOperationException("Search has a result that this command does not know."),
        };
    }

    // The question is on no button, so the card cannot be drawn again in the other language; the cards that it leads to can.
    private View ViewOf(IReadOnlyList<SearchHit> hits, Language language) => new(
        card.Draw(hits, language),
        new Controls(
        [
            StatusCommand.ButtonsTo(hits.Select(hit => hit.Code), language),
            new ControlRow.Buttons(
            [
                .. hits.Count > 1 ? [CompareCommand.ButtonTo([hits[0].Code.Code, hits[1].Code.Code], language)] : Array.Empty<CardButton>(),
                new CardButton(BotTexts.In(language).Delete, CommandDispatcher.DeleteAction(language)),
            ]),
        ]));
}
