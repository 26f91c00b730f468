using System.Text;

namespace StatusBot.Catalog.Text;

/// <summary>What somebody typed who forgot to switch between the Korean two-set and the English keyboard.</summary>
public static class KeyboardLayout
{
    private const string Latin = "rRseEfaqQtTdwWczxvgkoiOjpuPhynbml";
    private const string Jamo = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ";

    private const string Leads = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private const string Vowels = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
    private const string Tails = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

    private static readonly string[] Pairs =
    [
        "ㅗㅏㅘ", "ㅗㅐㅙ", "ㅗㅣㅚ", "ㅜㅓㅝ", "ㅜㅔㅞ", "ㅜㅣㅟ", "ㅡㅣㅢ",
        "ㄱㅅㄳ", "ㄴㅈㄵ", "ㄴㅎㄶ", "ㄹㄱㄺ", "ㄹㅁㄻ", "ㄹㅂㄼ", "ㄹㅅㄽ", "ㄹㅌㄾ", "ㄹㅍㄿ", "ㄹㅎㅀ", "ㅂㅅㅄ",
    ];

    /// <summary>The English that was meant by Hangul typed in its stead: <c>ㅜㅐㅅ</c> is <c>not</c>.</summary>
    public static string ToLatin(string hangul)
    {
        var latin = new StringBuilder(hangul.Length * 3);
        foreach (var key in Hangul.Keystrokes(hangul))
        {
            var pair = Pairs.FirstOrDefault(pair => pair[2] == key);
            foreach (var part in pair is null ? key.ToString() : pair[..2])
                latin.Append(Jamo.IndexOf(part, StringComparison.Ordinal) is var at and >= 0 ? char.ToLowerInvariant(Latin[at]) : part);
        }

        return latin.ToString();
    }

    /// <summary>The Korean that was meant by Latin letters typed in its stead, <c>dlswmd</c> for 인증; null when it makes no whole syllables.</summary>
    /// <param name="latin">Letters; which of them are capital decides between ㅅ and ㅆ.</param>
    public static string? ToHangul(string latin)
    {
        var jamo = new StringBuilder(latin.Length);
        foreach (var letter in latin)
        {
            var at = Latin.IndexOf(letter, StringComparison.Ordinal);
            at = at < 0 ? Latin.IndexOf(char.ToLowerInvariant(letter), StringComparison.Ordinal) : at;
            if (at < 0)
                return null;
            jamo.Append(Jamo[at]);
        }

        return Syllables(jamo.ToString());
    }

    private static string? Syllables(string jamo)
    {
        var text = new StringBuilder(jamo.Length / 2);
        for (var i = 0; i < jamo.Length;)
        {
            var lead = Leads.IndexOf(jamo[i], StringComparison.Ordinal);
            if (lead < 0 || i + 1 >= jamo.Length || !IsVowel(jamo, i + 1))
                return null;

            var (vowel, taken) = IsVowel(jamo, i + 2) && Pair(jamo, i + 1) is { } both ? (both, 2) : (jamo[i + 1], 1);
            i += 1 + taken;
            var tail = 0;
            // A consonant with a vowel behind it begins the next syllable.
            if (IsTail(jamo, i) && !IsVowel(jamo, i + 1))
            {
                var double_ = IsTail(jamo, i + 1) && !IsVowel(jamo, i + 2) ? Pair(jamo, i) : null;
                tail = Tails.IndexOf(double_ ?? jamo[i], StringComparison.Ordinal);
                i += double_ is null ? 1 : 2;
            }

            text.Append((char)(0xAC00 + ((lead * Vowels.Length) + Vowels.IndexOf(vowel, StringComparison.Ordinal)) * Tails.Length + tail));
        }

        return text.Length > 0 ? text.ToString() : null;
    }

    private static bool IsVowel(string jamo, int at) => at < jamo.Length && jamo[at] is >= 'ㅏ' and <= 'ㅣ';

    private static bool IsTail(string jamo, int at) => at < jamo.Length && jamo[at] is >= 'ㄱ' and <= 'ㅎ' and not ('ㄸ' or 'ㅃ' or 'ㅉ');

    private static char? Pair(string jamo, int at) =>
        at + 1 < jamo.Length && Pairs.FirstOrDefault(pair => pair[0] == jamo[at] && pair[1] == jamo[at + 1]) is { } pair ? pair[2] : null;
}
