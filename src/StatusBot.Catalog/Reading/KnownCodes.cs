namespace StatusBot.Catalog.Reading;

/// <summary>The numbers that are status codes, and what they are called where they stand.</summary>
internal sealed class KnownCodes
{
    // The longest phrase that is compared; two words tell.
    private const int LongestPhrase = 40;

    private readonly HashSet<int> _codes;
    private readonly Dictionary<int, string[]> _phrases;

    public KnownCodes(IEnumerable<StatusCode> codes)
    {
        var all = codes.Where(code => code.Code >= 100).ToArray();
        _codes = [.. all.Select(code => code.Code)];
        _phrases = all.ToDictionary(
            code => code.Code,
            code => code.Meanings
                .SelectMany(meaning => (IEnumerable<string>)[meaning.Phrase.En, meaning.Phrase.Ko, .. meaning.Aliases.En, .. meaning.FormerPhrases.Select(former => former.Phrase)])
                .Concat(code.Names?.All.Select(name => name[(name.LastIndexOfAny(['.', ':']) + 1)..]) ?? [])
                .Select(Letters)
                .Where(phrase => phrase.Length is >= 2 and <= LongestPhrase)
                .Distinct(StringComparer.Ordinal)
                .ToArray());
    }

    /// <summary>Whether a number is a status code that somebody uses.</summary>
    public bool Contains(int code) => _codes.Contains(code);

    /// <summary>Whether a text begins with what a code is called, however it is written: <c>Not Found</c>, <c>NOT_FOUND</c>, <c>NotFound</c>.</summary>
    public bool IsCalled(int code, ReadOnlySpan<char> text)
    {
        Span<char> letters = stackalloc char[LongestPhrase];
        var length = 0;
        for (var i = 0; i < text.Length && length < letters.Length; i++)
        {
            if (char.IsLetter(text[i]))
                letters[length++] = char.ToLowerInvariant(text[i]);
            else if (text[i] is not (' ' or '_' or '-' or '\''))
                break;
        }

        if (length < 2)
            return false;
        letters = letters[..length];
        if (code is >= 400 and < 500 && letters.StartsWith("clienterror") || code >= 500 && letters.StartsWith("servererror"))
            return true;
        if (!_phrases.TryGetValue(code, out var phrases))
            return false;
        foreach (var phrase in phrases)
        {
            if (letters.StartsWith(phrase) && (phrase.Length > 2 || length == phrase.Length || !char.IsLetter(text[phrase.Length])))
                return true;
        }

        return false;
    }

    private static string Letters(string phrase) => string.Concat(phrase.Where(char.IsLetter)).ToLowerInvariant();
}
