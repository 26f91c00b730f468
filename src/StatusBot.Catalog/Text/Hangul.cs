using System.Text;

namespace StatusBot.Catalog.Text;

/// <summary>Hangul syllables taken apart and put together by arithmetic (The Unicode Standard, chapter 3.12), with no need of ICU.</summary>
public static class Hangul
{
    private const int SyllableBase = 0xAC00;
    private const int SyllableCount = 11_172;
    private const int LeadBase = 0x1100;
    private const int VowelBase = 0x1161;
    private const int TailBase = 0x11A7;
    private const int LeadCount = 19;
    private const int VowelCount = 21;
    private const int TailCount = 28;
    private const char FirstJamo = (char)LeadBase;
    private const char LastJamo = (char)(TailBase + TailCount - 1);
    private const char FirstSyllable = (char)SyllableBase;
    private const char LastSyllable = (char)(SyllableBase + SyllableCount - 1);

    // What is pressed on a two-set keyboard for each part of a syllable. Double consonants are one key with shift.
    private static readonly string[] LeadKeys =
        ["ㄱ", "ㄲ", "ㄴ", "ㄷ", "ㄸ", "ㄹ", "ㅁ", "ㅂ", "ㅃ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅉ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"];

    private static readonly string[] VowelKeys =
        ["ㅏ", "ㅐ", "ㅑ", "ㅒ", "ㅓ", "ㅔ", "ㅕ", "ㅖ", "ㅗ", "ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅛ", "ㅜ", "ㅜㅓ", "ㅜㅔ", "ㅜㅣ", "ㅠ", "ㅡ", "ㅡㅣ", "ㅣ"];

    private static readonly string[] TailKeys =
        ["", "ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ", "ㄹㅎ", "ㅁ", "ㅂ",
         "ㅂㅅ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"];

    /// <summary>Whether <paramref name="c"/> is a precomposed syllable, 가 to 힣.</summary>
    public static bool IsSyllable(char c) => c is >= (char)SyllableBase and < (char)(SyllableBase + SyllableCount);

    /// <summary>Puts conjoining jamo (as macOS file names and some keyboards send them) together into syllables.</summary>
    public static string Compose(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange(FirstJamo, LastJamo))
            return text;

        var composed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var last = composed.Length > 0 ? composed[^1] : '\0';
            if (IsVowel(c) && IsLead(last))
                composed[^1] = (char)(SyllableBase + (((last - LeadBase) * VowelCount) + (c - VowelBase)) * TailCount);
            else if (IsTail(c) && IsSyllable(last) && (last - SyllableBase) % TailCount == 0)
                composed[^1] = (char)(last + (c - TailBase));
            else
                composed.Append(c);
        }

        return composed.ToString();
    }

    /// <summary>
    /// The keys that type <paramref name="text"/> on a two-set keyboard, so that whatever stands on the screen while a
    /// syllable is being typed (ㄱ, 구, 궈) is a prefix of the finished one (권).
    /// </summary>
    public static string Keystrokes(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange(FirstSyllable, LastSyllable))
            return text;

        var keys = new StringBuilder(text.Length * 3);
        foreach (var c in text)
        {
            if (!IsSyllable(c))
            {
                keys.Append(c);
                continue;
            }

            var index = c - SyllableBase;
            keys.Append(LeadKeys[index / (VowelCount * TailCount)])
                .Append(VowelKeys[index / TailCount % VowelCount])
                .Append(TailKeys[index % TailCount]);
        }

        return keys.ToString();
    }

    private static bool IsLead(char c) => c is >= (char)LeadBase and < (char)(LeadBase + LeadCount);

    private static bool IsVowel(char c) => c is >= (char)VowelBase and < (char)(VowelBase + VowelCount);

    private static bool IsTail(char c) => c is > (char)TailBase and < (char)(TailBase + TailCount);
}
