using StatusBot.Catalog.Text;

namespace StatusBot.Catalog.Search;

/// <summary>The words of the trade by their forms. Of several forms that fit at a place the longest counts.</summary>
internal sealed class Vocabulary
{
    /// <summary>What a form of filler leads to.</summary>
    public const string Filler = "";

    /// <summary>No English form has more words than these.</summary>
    public const int MostWords = 4;

    private const int MostKeys = 128;

    private readonly Dictionary<string, string> _english = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _korean = new(StringComparer.Ordinal);
    private readonly Dictionary<char, int> _longestKorean = [];
    private readonly List<Approximate> _koreanByKeys = [];
    private readonly HashSet<string> _web = new(StringComparer.Ordinal);

    public Vocabulary(SearchWords words)
    {
        foreach (var form in words.Filler.En)
            _english[StemsOf(form)] = Filler;
        foreach (var form in words.Filler.Ko)
            Add(form, Filler);
        foreach (var concept in words.Concepts)
        {
            var key = Term.ConceptMark + concept.Id;
            if (concept.Web)
                _web.Add(key);
            foreach (var form in concept.En)
                _english[StemsOf(form)] = key;
            foreach (var form in concept.Ko)
                Add(form, key);
        }

        foreach (var form in _korean.Keys)
            _longestKorean[form[0]] = Math.Max(form.Length, LongestKorean(form[0]));
    }

    /// <summary>The English forms of one word, stemmed.</summary>
    public IEnumerable<string> EnglishWords => _english.Keys.Where(form => !form.Contains(' ', StringComparison.Ordinal));

    /// <summary>Whether only somebody who speaks of the web or of a program has this concept.</summary>
    public bool IsOfTheWeb(string key) => _web.Contains(key);

    /// <summary>What stems, joined by spaces, lead to: the key of a concept, <see cref="Filler"/>, or null.</summary>
    public string? English(ReadOnlySpan<char> stems) =>
        _english.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(stems, out var key) ? key : null;

    /// <summary>The most syllables of a Korean form that begins with this one; 0 for none.</summary>
    public int LongestKorean(char first) => _longestKorean.GetValueOrDefault(first);

    /// <summary>What a Korean form, written without spaces, leads to.</summary>
    public string? Korean(ReadOnlySpan<char> form) =>
        _korean.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(form, out var key) ? key : null;

    /// <summary>What a Korean word may have meant that begins with no form: the concept whose keys are next to its own.</summary>
    public string? KoreanNear(string word)
    {
        var typed = Hangul.Keystrokes(word);
        Span<ulong> letters = typed.Length < MostKeys ? stackalloc ulong[typed.Length + 1] : new ulong[typed.Length + 1]; // of the beginnings
        letters[0] = 0;
        for (var i = 0; i < typed.Length; i++)
            letters[i + 1] = letters[i] | Approximate.LettersOf(typed.AsSpan(i, 1));
        string? best = null;
        var least = int.MaxValue;
        foreach (var form in _koreanByKeys)
        {
            var tolerance = form.Text.Length switch { < 5 => 0, < 9 => 1, _ => 2 };
            // An ending follows the form, so only what the form has and the word has not tells them apart; but no more than an ending.
            var longest = Math.Min(typed.Length, form.Text.Length + 1);
            if (tolerance == 0 || form.Text.Length > typed.Length + tolerance || form.Text.Length * 2 < typed.Length || Approximate.Missing(form.Letters, letters[longest]) > tolerance)
                continue;
            for (var length = Math.Max(1, form.Text.Length - 1); length <= longest; length++)
            {
                if (EditDistance.Within(typed.AsSpan(0, length), form.Text, tolerance) is { } distance
                    && (distance * 100) - form.Text.Length is var cost && cost < least)
                    (best, least) = (form.Key, cost);
            }
        }

        return best;
    }

    private static string StemsOf(string form) =>
        string.Join(' ', TextFolding.Words(TextFolding.Fold(form)).Select(EnglishStem.Of));

    private void Add(string form, string key)
    {
        var plain = form.Replace(" ", "", StringComparison.Ordinal);
        if (plain.Any(c => !Hangul.IsSyllable(c)))
            return;
        if (_korean.TryAdd(plain, key) && key.Length > 0 && plain.Length > 1)
            _koreanByKeys.Add(new Approximate(Hangul.Keystrokes(plain), key));
    }
}

/// <summary>A text to be compared approximately, with its letters as bits, by which most can be ruled out at once.</summary>
internal readonly record struct Approximate(string Text, string Key)
{
    /// <summary>Which letters it has.</summary>
    public ulong Letters { get; } = LettersOf(Text);

    /// <summary>Which letters a text has, as bits.</summary>
    public static ulong LettersOf(ReadOnlySpan<char> text)
    {
        ulong letters = 0;
        foreach (var c in text)
            letters |= 1UL << (c % 64);
        return letters;
    }

    /// <summary>How many letters of one are missing in the other, at least.</summary>
    public static int Missing(ulong letters, ulong from) => System.Numerics.BitOperations.PopCount(letters & ~from);
}
