using StatusBot.Catalog;
using StatusBot.Conversation;
using StatusBot.Texts;

namespace StatusBot.Commands;

/// <summary>Buttons that stand on every card: the other language, and away with it.</summary>
internal static class CommonButtons
{
    /// <param name="language">The language of the card.</param>
    /// <param name="inLanguage">The action that shows the same in another language.</param>
    public static IEnumerable<CardButton> For(Language language, Func<Language, CardAction> inLanguage)
    {
        var texts = BotTexts.In(language);
        var other = language is Language.Korean ? Language.English : Language.Korean;
        yield return new CardButton(texts.OtherLanguage, inLanguage(other));
        yield return new CardButton(texts.Delete, CommandDispatcher.DeleteAction(language));
    }
}
