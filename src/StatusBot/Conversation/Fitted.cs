using System.Text;

namespace StatusBot.Conversation;

/// <summary>Cuts texts to a length in Unicode code points, as messengers count.</summary>
internal static class Fitted
{
    private const string Ellipsis = "…";

    /// <summary>The length in code points.</summary>
    public static int Length(string text) => text.EnumerateRunes().Count();

    /// <summary>The text itself where it fits, else as many whole words as fit, and an ellipsis.</summary>
    /// <param name="text">A text.</param>
    /// <param name="most">The most code points, at least one.</param>
    /// <param name="readOn">What follows the ellipsis: a link to read on, where there is one.</param>
    public static string Cut(string text, int most, string readOn = "")
    {
        text = text.Trim();
        if (Length(text) <= most)
            return text;

        var tail = Ellipsis + readOn;
        if (Length(tail) >= most)
            tail = Ellipsis;
        var kept = Head(text, most - Length(tail));
        var word = kept.LastIndexOfAny([' ', '\n']);
        // A cut that loses more than a third of the text for the sake of a word is worse than one inside the word.
        if (word > kept.Length * 2 / 3)
            kept = kept[..word];
        return CloseFence(kept.TrimEnd(), most, tail);
    }

    // A code block that lost its end would swallow the ellipsis, and look broken.
    private static string CloseFence(string kept, int most, string tail)
    {
        const string Fence = "\n```";
        if ((kept.Split("```").Length - 1) % 2 == 0)
            return kept + tail;

        var room = most - Length(tail) - Fence.Length;
        return room > 0 ? Head(kept, room).TrimEnd().TrimEnd('`') + tail + Fence : Head(kept, most);
    }

    private static string Head(string text, int most)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Take(Math.Max(0, most)))
            kept.Append(rune.ToString());
        return kept.ToString();
    }
}
