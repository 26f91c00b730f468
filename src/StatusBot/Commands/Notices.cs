using StatusBot.Cards;
using StatusBot.Catalog;
using StatusBot.Conversation;
using StatusBot.Texts;

namespace StatusBot.Commands;

/// <summary>Private answers to mistakes: what to do instead, and buttons to what was probably meant. Nothing typed is echoed.</summary>
internal static class Notices
{
    /// <summary>A sentence, and the codes that may have been meant.</summary>
    public static Reply Say(string text, IReadOnlyList<StatusCode> guesses, Language language)
    {
        var texts = BotTexts.In(language);
        return new Reply.Message(
            new View(
                NoticeCard.Draw(guesses.Count == 0 ? text : $"{text}\n{texts.Closest(guesses.Select(texts.ShortName))}"),
                new Controls([StatusCommand.ButtonsTo(guesses, language)])),
            IsPrivate: true);
    }
}
