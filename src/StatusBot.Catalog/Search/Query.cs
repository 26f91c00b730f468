using StatusBot.Catalog.Text;

namespace StatusBot.Catalog.Search;

/// <summary>A question, with what it rules out told apart: "not a login problem, just not allowed" asks for the second.</summary>
/// <param name="Asked">What is asked for.</param>
/// <param name="RuledOut">What it is said not to be.</param>
internal sealed record Query(string Asked, string RuledOut)
{
    // These set one thing against another, wherever they stand.
    private static readonly string[][] Against = Phrases(
    [
        "rather than", "instead of", "neither", "nor", "other than", "unlike", "nothing to do with", "anything but", "as opposed to", "not because",
        "not a", "not an", "not the", "not my", "not our", "not about", "isn't a", "isn't the", "is not a", "is not the", "isnt a", "isnt the", "wasn't a", "it's not", "its not", "it is not", "not due to", "not caused by",
    ]);

    // These do so only where something else follows: "not overloaded by me, whole service is swamped".
    private static readonly string[][] AgainstWhatFollows = Phrases(["not", "isn't", "isnt", "is not", "aren't", "wasn't", "no"]);

    private static readonly string[] Turns = ["but", "just", "only", "it's", "its", "simply", "rather", "nor", "and", "so", "yet"];

    // "PUT, not POST" sets one against the other; "page, not found" does not.
    private static readonly string[] SaidWithNot = ["found", "sent", "set", "there", "valid", "available", "acceptable", "sure", "up", "yet", "even", "only", "enough", "my", "to", "in", "on", "for", "at", "too", "so", "being"];

    private static readonly string[] KoreanAgainst = ["아니라", "아니고", "아니구", "아니라고", "아닌데", "아니며", "말고", "말구", "아니라기보다", "아니라기보단", "보다는", "아님"];

    // As far back as a Korean phrase that is ruled out reaches.
    private const int KoreanReach = 4;

    /// <summary>Reads a question.</summary>
    public static Query Read(string text)
    {
        var words = TextFolding.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isOut = new bool[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            if (IsKoreanAgainst(Bare(words[i])))
                RuleOutBefore(words, i, isOut);
            else if (LengthAt(words, i, Against) is var length and > 0)
                RuleOutAfter(words, i, length, isOut);
            else if (IsFirstInClause(words, i) && LengthAt(words, i, AgainstWhatFollows) is var bare and > 0 && EndOfClause(words, i + bare) is var end && end < words.Length
                && LengthAt(words, end, Against) == 0)
                RuleOutAfter(words, i, bare, isOut);
            else if (i > 0 && words[i] == "not" && IsFirstInClause(words, i) && i + 1 < words.Length && !IsSaidWithNot(Bare(words[i + 1])))
                RuleOutAfter(words, i, 1, isOut);
        }

        if (!isOut.Contains(true))
            return new Query(string.Join(' ', words), "");

        var asked = string.Join(' ', words.Where((_, i) => !isOut[i]));
        // Where everything is ruled out, nothing is: it was another way of speaking.
        return asked.Any(char.IsLetterOrDigit)
            ? new Query(asked, string.Join(' ', words.Where((_, i) => isOut[i])))
            : new Query(string.Join(' ', words), "");
    }

    private static void RuleOutAfter(string[] words, int at, int length, bool[] isOut)
    {
        var end = EndOfClause(words, at + length);
        for (var i = at; i < end; i++)
            isOut[i] = true;
    }

    private static void RuleOutBefore(string[] words, int at, bool[] isOut)
    {
        isOut[at] = true;
        for (var i = at - 1; i >= 0 && i > at - KoreanReach && !isOut[i] && !EndsClause(words[i]) && !(i < at - 1 && IsPlace(words[i])); i--)
            isOut[i] = true;
    }

    // Where something is belongs to what is asked: "page 파라미터에 숫자 말고 글자".
    private static bool IsPlace(string word) => word.Length > 2 && (word.EndsWith('에') || word.EndsWith("에서", StringComparison.Ordinal));

    private static int EndOfClause(string[] words, int from)
    {
        for (var i = from; i < words.Length; i++)
        {
            if (i > from && (Turns.Contains(words[i]) || words[i] is "-" or "—" or "–"))
                return i;
            if (EndsClause(words[i]))
                return i + 1;
        }

        return words.Length;
    }

    private static bool IsSaidWithNot(ReadOnlySpan<char> word)
    {
        foreach (var said in SaidWithNot)
        {
            if (word.SequenceEqual(said))
                return true;
        }

        return word.EndsWith("ed") || word.EndsWith("ing");
    }

    private static bool IsKoreanAgainst(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || word[^1] < '가')
            return false;
        foreach (var against in KoreanAgainst)
        {
            if (word.EndsWith(against))
                return true;
        }

        return false;
    }

    private static bool IsFirstInClause(string[] words, int at) => at == 0 || EndsClause(words[at - 1]);

    private static bool EndsClause(string word) => word[^1] is ',' or ';' or '.' or ':' or '!' or '?';

    private static int LengthAt(string[] words, int at, string[][] phrases)
    {
        foreach (var phrase in phrases)
        {
            var same = 0;
            while (same < phrase.Length && at + same < words.Length && Bare(words[at + same]).SequenceEqual(phrase[same]))
                same++;
            if (same == phrase.Length)
                return same;
        }

        return 0;
    }

    private static string[][] Phrases(string[] phrases) => [.. phrases.Select(phrase => phrase.Split(' '))];

    private static ReadOnlySpan<char> Bare(string word) => word.AsSpan().TrimEnd(",;.:!?");
}
