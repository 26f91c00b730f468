namespace StatusBot.Catalog.Search;

/// <summary>Folded phrases by their first two characters, so that a text is read once, however many phrases there are.</summary>
internal sealed class PhraseIndex
{
    private readonly IReadOnlyList<string> _phrases;
    private readonly Dictionary<(char, char), int[]> _beginning;

    /// <param name="phrases">The phrases; those of fewer than two characters stand nowhere.</param>
    public PhraseIndex(IReadOnlyList<string> phrases)
    {
        _phrases = phrases;
        _beginning = Enumerable.Range(0, phrases.Count)
            .Where(at => phrases[at].Length > 1)
            .GroupBy(at => (phrases[at][0], phrases[at][1]))
            .ToDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>The places of the phrases that stand in a folded text, ascending.</summary>
    public IReadOnlyList<int> In(string text)
    {
        List<int>? found = null;
        for (var at = 0; at + 1 < text.Length; at++)
        {
            if (!_beginning.TryGetValue((text[at], text[at + 1]), out var candidates))
                continue;
            foreach (var candidate in candidates)
            {
                if (StandsAt(text, at, _phrases[candidate]) && found?.Contains(candidate) is not true)
                    (found ??= []).Add(candidate);
            }
        }

        found?.Sort();
        return found ?? (IReadOnlyList<int>)[];
    }

    // A word of English is whole; a word of Korean begins where the phrase does, and has its endings.
    private static bool StandsAt(string text, int at, string phrase)
    {
        if (!text.AsSpan(at).StartsWith(phrase))
            return false;

        var end = at + phrase.Length;
        return (at == 0 || !Continues(text[at - 1], phrase[0])) && (end == text.Length || !char.IsAsciiLetterOrDigit(phrase[^1]) || !char.IsAsciiLetterOrDigit(text[end]));
    }

    private static bool Continues(char before, char first) =>
        char.IsAsciiLetterOrDigit(first) ? char.IsAsciiLetterOrDigit(before) : char.IsLetterOrDigit(first) && char.IsLetterOrDigit(before);
}
