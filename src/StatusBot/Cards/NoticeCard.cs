using StatusBot.Conversation;

namespace StatusBot.Cards;

/// <summary>Draws a short word from the bot itself.</summary>
internal static class NoticeCard
{
    public static Card Draw(string text) => new(CardColor.Notice, title: "", description: text);
}
