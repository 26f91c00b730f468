using StatusBot.Cards;
using StatusBot.Catalog;
using StatusBot.Conversation;

namespace StatusBot.Commands;

/// <summary><c>/about</c>: what the bot is, how much it knows, and from where.</summary>
internal sealed class AboutCommand(AboutCard card) : IPressableCommand
{
    private const string Name = "about";

    /// <inheritdoc/>
    public CommandDefinition Definition { get; } = new()
    {
        Name = new(Name, "소개"),
        Description = new("What this bot knows, from which sources, and how to ask it", "이 봇이 다루는 내용과 출처, 사용법을 알려 줍니다"),
    };

    /// <inheritdoc/>
    public ValueTask<Reply> AnswerAsync(CommandCall call, CancellationToken cancellationToken) =>
        ValueTask.FromResult<Reply>(new Reply.Message(ViewOf(call.Language), IsPrivate: false));

    /// <inheritdoc/>
    public View? Show(CardAction action, Language language) =>
        action.Arguments.Count == 0 ? ViewOf(language) : null;

    private View ViewOf(Language language) => new(
        card.Draw(language),
        new Controls([new ControlRow.Buttons([.. CommonButtons.For(language, other => new CardAction(Name, other, []))])]));
}
