using System.Buffers;

namespace StatusBot.Catalog.Text;

/// <summary>
/// Brings the forms of an English word together: redirects, redirected and redirecting. Lighter than Porter's, as it must keep apart
/// what is apart here: header and head, server and serve.
/// </summary>
public static class EnglishStem
{
    private const int OnTheStack = 64;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <summary>The stem of a word in lower case.</summary>
    public static string Of(string word)
    {
        if (char.IsAsciiDigit(word[0])) // 500s are no 500
            return word;

        Span<char> letters = word.Length <= OnTheStack ? stackalloc char[word.Length] : new char[word.Length];
        word.CopyTo(letters);
        if (!word.EndsWith("'s", StringComparison.Ordinal))
            letters = letters[..WithoutApostrophes(letters)];
        var stem = letters[..LengthOfStem(letters)];
        return stem.SequenceEqual(word) ? word : stem.ToString();
    }

    // don't is dont: half of those who chat leave it out.
    private static int WithoutApostrophes(Span<char> word)
    {
        var length = 0;
        foreach (var c in word)
        {
            if (c != '\'' || word.Length == 1)
                word[length++] = c;
        }

        return length;
    }

    // A stem is the beginning of its word, but for the last letter, which this changes in place.
    private static int LengthOfStem(Span<char> word)
    {
        var stem = word.EndsWith("'s") ? word[..^2] : word;
        if (stem.Length > 4 && stem.EndsWith("ies"))
        {
            stem = stem[..^2];
            stem[^1] = 'y';
        }
        else if (stem.Length > 4 && (stem.EndsWith("sses") || stem.EndsWith("xes") || stem.EndsWith("ches") || stem.EndsWith("shes")))
        {
            stem = stem[..^2];
        }
        else if (stem.Length > 3 && stem[^1] == 's' && stem[^2] is not ('s' or 'u' or 'i' or '\''))
        {
            stem = stem[..^1];
        }

        if (stem.Length > 5 && stem.EndsWith("ing") && HasVowel(stem[..^3]))
            stem = Single(stem[..^3]);
        else if (stem.Length > 4 && stem.EndsWith("ed") && HasVowel(stem[..^2]))
            stem = Single(stem[..^2]);
        else if (stem.Length > 4 && stem.EndsWith("ly"))
            stem = stem[..^2];

        if (stem.Length > 6 && stem.EndsWith("ion") && stem[^4] is 's' or 't')
            stem = stem[..^3];
        if (stem.Length > 3 && stem[^1] == 'e')
            stem = stem[..^1];
        if (stem.Length > 3 && stem[^1] == 'y')
            stem[^1] = 'i';
        return stem.Length;
    }

    private static bool HasVowel(ReadOnlySpan<char> text) => text.ContainsAny(Vowels);

    // stopped, blocking: stop, block. "falling" and "passed" keep their double letter.
    private static Span<char> Single(Span<char> stem) =>
        stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z' or 'e' or 'o') ? stem[..^1] : stem;
}
