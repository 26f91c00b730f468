using System.Globalization;

namespace StatusBot.Catalog.Text;

/// <summary>Brings what people type into one form, so that it can be compared with what we know.</summary>
public static class TextFolding
{
    private const char FullWidthFirst = '！';
    private const char FullWidthLast = '～';
    private const int FullWidthOffset = '！' - '!';
    private const char IdeographicSpace = '\u3000';
    private const int MostOnTheStack = 256;

    /// <summary>
    /// Lower case, half-width, Hangul composed, white space single and trimmed; without controls, direction marks and other
    /// characters that cannot be seen.
    /// </summary>
    public static string Fold(string text)
    {
        if (IsFolded(text))
            return text;

        var folded = text.Length <= MostOnTheStack ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        var spaceIsDue = false;
        foreach (var c in text)
        {
            var plain = Halve(c);
            if (char.IsWhiteSpace(plain))
            {
                spaceIsDue = length > 0;
            }
            else if (IsVisible(plain))
            {
                if (spaceIsDue)
                    folded[length++] = ' ';
                spaceIsDue = false;
                folded[length++] = char.ToLowerInvariant(plain);
            }
        }

        return Hangul.Compose(folded[..length].ToString());
    }

    // Most of what is folded needs no change, or was folded before.
    private static bool IsFolded(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == ' ' ? i == 0 || i == text.Length - 1 || text[i - 1] == ' ' : text[i] is not (> ' ' and < 'A' or > 'Z' and <= '~') && !Hangul.IsSyllable(text[i]))
                return false;
        }

        return true;
    }

    /// <summary>The letters and digits of a folded text, nothing between them: <c>http_403_forbidden</c> is <c>http403forbidden</c>.</summary>
    public static string Key(string folded)
    {
        var key = folded.Length <= MostOnTheStack ? stackalloc char[folded.Length] : new char[folded.Length];
        var length = 0;
        foreach (var c in folded)
        {
            if (char.IsLetterOrDigit(c))
                key[length++] = c;
        }

        return length == folded.Length ? folded : key[..length].ToString();
    }

    /// <summary>The words of a folded text: runs of letters and digits.</summary>
    public static IReadOnlyList<string> Words(string folded)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= folded.Length; i++)
        {
            var inWord = i < folded.Length && (char.IsLetterOrDigit(folded[i]) || folded[i] == '\'');
            if (inWord && start < 0)
            {
                start = i;
            }
            else if (!inWord && start >= 0)
            {
                words.Add(folded[start..i]);
                start = -1;
            }
        }

        return words;
    }

    private static char Halve(char c) => c switch
    {
        IdeographicSpace => ' ',
        >= FullWidthFirst and <= FullWidthLast => (char)(c - FullWidthOffset),
        '\u2019' => '\'',
        _ => c,
    };

    private static bool IsVisible(char c) => char.GetUnicodeCategory(c) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
