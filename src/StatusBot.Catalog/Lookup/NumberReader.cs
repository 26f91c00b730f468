using System.Globalization;

namespace StatusBot.Catalog.Lookup;

/// <summary>Reads a number or a class out of a folded text that speaks of one code.</summary>
internal static class NumberReader
{
    // What people write around a number: HTTP 403, HTTP/1.1 403, status code 403, 403 error, 403번 에러, 상태 코드 403.
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "http", "https", "status", "code", "codes", "error", "errors", "err", "response", "http2", "http3",
        "상태", "코드", "상태코드", "에러", "오류", "응답", "번", "에러코드", "오류코드",
    };

    // 403은, 404가, 500번: what Korean glues to a number.
    private static readonly string[] Particles = ["번대", "번", "은", "는", "이", "가", "을", "를", "과", "와", "도", "의", "란", "이란", "로", "으로"];

    /// <summary>The class that a text such as <c>4xx</c>, <c>4XX errors</c>, <c>400s</c> or <c>400번대</c> names.</summary>
    public static StatusClass? Class(IReadOnlyList<string> words)
    {
        StatusClass? found = null;
        foreach (var word in words)
        {
            if (Fillers.Contains(word))
                continue;
            if (found is not null || ClassOf(word) is not { } named)
                return null;
            found = named;
        }

        return found;
    }

    /// <summary>The numbers that a text consists of, apart from words such as <c>HTTP</c>; null when it says anything else.</summary>
    public static IReadOnlyList<string>? Bare(string folded, IReadOnlyList<string> words)
    {
        var numbers = new List<string>();
        var version = folded.StartsWith("http/", StringComparison.Ordinal) ? VersionWords(words) : 0;
        for (var i = version; i < words.Count; i++)
        {
            if (Fillers.Contains(words[i]))
                continue;
            if (Number(words[i]) is not { } number)
                return null;
            numbers.Add(number);
        }

        return numbers.Count > 0 ? numbers : null;
    }

    /// <summary>The three-digit numbers among the words of a text, with what else it says left aside.</summary>
    public static IReadOnlyList<int> ThreeDigits(string folded, IReadOnlyList<string> words)
    {
        var version = folded.StartsWith("http/", StringComparison.Ordinal) ? VersionWords(words) : 0;
        return [.. words.Skip(version).Select(Number).Where(number => number?.Length == 3).Select(Parse!).Distinct()];
    }

    /// <summary>The three-digit number that an identifier carries, such as <c>HTTP_403_FORBIDDEN</c> or <c>Status403</c>.</summary>
    public static int? Embedded(string key)
    {
        int? found = null;
        for (var i = 0; i < key.Length; i++)
        {
            if (!char.IsAsciiDigit(key[i]))
                continue;
            var end = i;
            while (end < key.Length && char.IsAsciiDigit(key[end]))
                end++;
            if (end - i == 3)
            {
                if (found is not null)
                    return null;
                found = Parse(key[i..end]);
            }

            i = end;
        }

        return found;
    }

    /// <summary>A number of at most nine digits.</summary>
    public static int Parse(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int VersionWords(IReadOnlyList<string> words) =>
        // "http/1.1" is the words http, 1 and 1; "http/2" is http and 2.
        1 + words.Skip(1).TakeWhile((word, at) => at < 2 && word is "0" or "1" or "2" or "3").Count();

    private static string? Number(string word)
    {
        var end = 0;
        while (end < word.Length && char.IsAsciiDigit(word[end]))
            end++;
        return end is > 0 and <= 9 && (end == word.Length || Particles.Contains(word[end..])) ? word[..end] : null;
    }

    private static StatusClass? ClassOf(string word)
    {
        if (word.Length < 3 || word[0] is < '1' or > '5')
            return null;

        return word[1..] is "xx" or "xxs" or "00s" or "00번대" or "00대" or "xx번대" or "xx대"
            ? (StatusClass)(word[0] - '0')
            : null;
    }
}
