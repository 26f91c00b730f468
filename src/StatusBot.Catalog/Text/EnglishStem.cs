using System.Buffers;

namespace StatusBot.Catalog.Text;

/// <summary>
/// Brings the forms of an English word together: redirects, redirected and redirecting. Lighter than Porter's, as it must keep apart
/// what is apart here: header and head, server and serve.
/// </summary>
public static class EnglishStem
{
    /// <summary>The stem of a word in lower case.</summary>
    public static string Of(string word)
    {
        if (char.IsAsciiDigit(word[0])) // 500s are no 500
            return word;

        var stem = word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;
        if (stem.Length > 4 && stem.EndsWith("ies", StringComparison.Ordinal))
            stem = stem[..^3] + "y";
        else if (stem.Length > 4 && (stem.EndsWith("sses", StringComparison.Ordinal) || stem.EndsWith("xes", StringComparison.Ordinal) || stem.EndsWith("ches", StringComparison.Ordinal) || stem.EndsWith("shes", StringComparison.Ordinal)))
            stem = stem[..^2];
        else if (stem.Length > 3 && stem[^1] == 's' && stem[^2] is not ('s' or 'u' or 'i' or '\''))
            stem = stem[..^1];

        if (stem.Length > 5 && stem.EndsWith("ing", StringComparison.Ordinal) && HasVowel(stem.AsSpan(0, stem.Length - 3)))
            stem = Single(stem[..^3]);
        else if (stem.Length > 4 && stem.EndsWith("ed", StringComparison.Ordinal) && HasVowel(stem.AsSpan(0, stem.Length - 2)))
            stem = Single(stem[..^2]);
        else if (stem.Length > 4 && stem.EndsWith("ly", StringComparison.Ordinal))
            stem = stem[..^2];

        if (stem.Length > 6 && stem.EndsWith("ion", StringComparison.Ordinal) && stem[^4] is 's' or 't')
            stem = stem[..^3];
        if (stem.Length > 3 && stem[^1] == 'e')
            stem = stem[..^1];
        return stem.Length > 3 && stem[^1] == 'y' ? stem[..^1] + 'i' : stem;
    }

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private static bool HasVowel(ReadOnlySpan<char> text) => text.ContainsAny(Vowels);

    // stopped, blocking: stop, block. "falling" and "passed" keep their double letter.
    private static string Single(string stem) =>
        stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z' or 'e' or 'o') ? stem[..^1] : stem;
}
