using System.Text.RegularExpressions;

namespace StatusBot.Catalog.Text;

/// <summary>How a word ends when a Korean reads it aloud: what decides between 은 and 는, 으로 and 로.</summary>
internal enum FinalSound
{
    /// <summary>A vowel: 4 (사), nginx (엔진엑스).</summary>
    Vowel,

    /// <summary>ㄹ: 1 (일), URL (유아르엘). Like a consonant, except that 로 follows.</summary>
    Rieul,

    /// <summary>Any other consonant: 3 (삼), Location (로케이션).</summary>
    Consonant,
}

/// <summary>Digits and Latin words as Korean developers read them.</summary>
internal static partial class KoreanReading
{
    // 영 일 이 삼 사 오 육 칠 팔 구. Tens, hundreds and thousands (십, 백, 천) end in a consonant as 영 does.
    private static readonly FinalSound[] Digits =
    [
        FinalSound.Consonant, FinalSound.Rieul, FinalSound.Vowel, FinalSound.Consonant, FinalSound.Vowel,
        FinalSound.Vowel, FinalSound.Consonant, FinalSound.Rieul, FinalSound.Rieul, FinalSound.Vowel,
    ];

    // The names of the letters: 엘, 엠, 엔; all others end in a vowel. R is 아르 to the dictionary and 알 to most, so it decides nothing.
    private const string RieulLetters = "L";
    private const string ConsonantLetters = "MN";
    private const string UndecidedLetters = "R";

    // Read as words, or as capitals that are no abbreviations: 겟, 풋, 락, 팝, 마임, 시네임, 랭.
    private static readonly string[] VowelWords =
    [
        "After", "Age", "Agent", "Allow", "Apache", "Authenticate", "Caddy", "Cloudflare", "Cookie", "Django", "ETag", "Envoy",
        "Expect", "Express", "HAProxy", "Host", "Java", "Kubernetes", "Length", "Link", "Match", "Range", "Shopify", "Since",
        "Stripe", "Upgrade", "Worker", "nginx",
    ];

    private static readonly string[] RieulWords =
    [
        "Control", "Laravel", "curl",
    ];

    private static readonly string[] ConsonantWords =
    [
        "GET", "PUT", "LOCK", "UNLOCK", "POP", "MIME", "CNAME", "LANG", "Authorization", "Basic", "Chrome", "Connection", "Encoding",
        "Location", "Origin", "Python", "Spring", "Token", "Type", "WebSocket",
    ];

    /// <summary>How <paramref name="word"/> ends; null where readers differ or it is not known.</summary>
    public static FinalSound? FinalOf(string word)
    {
        if (CodeClass().IsMatch(word))
            return FinalSound.Vowel;
        if (Number().IsMatch(word))
            return Digits[word[^1] - '0'];

        var last = word[(word.LastIndexOfAny(['-', '_', '.', '/', ':', ' ']) + 1)..];
        return VowelWords.Contains(last) ? FinalSound.Vowel
            : RieulWords.Contains(last) ? FinalSound.Rieul
            : ConsonantWords.Contains(last) ? FinalSound.Consonant
            : !Abbreviation().IsMatch(last) || UndecidedLetters.Contains(last[^1], StringComparison.Ordinal) ? null
            : RieulLetters.Contains(last[^1], StringComparison.Ordinal) ? FinalSound.Rieul
            : ConsonantLetters.Contains(last[^1], StringComparison.Ordinal) ? FinalSound.Consonant
            : FinalSound.Vowel;
    }

    // 4xx: 사백번대 or 사엑스엑스, but never with a particle after a consonant.
    [GeneratedRegex("^[1-9][xX]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex CodeClass();

    // Digits that belong to a name (S3, EC2, IPv6) are often read in English, and decide nothing.
    [GeneratedRegex("(?:^|[^A-Za-z0-9_])[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex("^[0-9]*[A-Z]{2,}$", RegexOptions.CultureInvariant)]
    private static partial Regex Abbreviation();
}
