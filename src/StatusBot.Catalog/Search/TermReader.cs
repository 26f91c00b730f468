using System.Text;
using StatusBot.Catalog.Text;

namespace StatusBot.Catalog.Search;

/// <summary>
/// Reads terms out of a text in English, Korean, or both. Where a form of a concept stands, the concept is the term; what is left of
/// English counts by its stems, what is left of Korean, which needs no spaces, by each two syllables.
/// </summary>
internal sealed class TermReader(Vocabulary vocabulary)
{
    // No form is longer, so what is longer is none.
    private const int LongestForm = 128;

    // Of what follows a Korean form, so much is its ending.
    private const int LongestEnding = 4;

    // The words of a concept by themselves, which tell one way to say it from another.
    private const double OfWordInConcept = 0.35;

    // What can be left of a Korean word behind a concept and says nothing.
    private static readonly HashSet<string> Endings = new(StringComparer.Ordinal)
    {
        "은", "는", "이", "가", "을", "를", "에", "의", "도", "만", "로", "와", "과", "랑", "나", "에서", "에게", "한테", "으로", "부터", "까지", "처럼", "보다",
        "이랑", "이나", "라고", "이라고", "라는", "인데", "인가", "인지", "입니다", "이에요", "예요", "이야", "야", "임", "요", "죠", "지", "네", "다", "고", "면", "서",
        "니까", "는데", "어요", "아요", "해요", "했는데", "하는데", "하고", "해서", "하면", "한다", "합니다", "했다", "했음", "하기", "하려면", "되는데", "됩니다", "된다",
    };

    /// <summary>The terms, in their order.</summary>
    public List<Term> Read(string text)
    {
        var terms = new List<Term>();
        var pieces = Pieces.Of(text);
        for (var i = 0; i < pieces.Count;)
        {
            if (pieces[i].IsHangul)
                i = ReadKorean(pieces, i, terms);
            else
                i = ReadEnglish(pieces, i, terms);
        }

        return terms;
    }

    private int ReadEnglish(List<Piece> pieces, int from, List<Term> terms)
    {
        // The stems, joined by spaces, and where each of them ends.
        Span<char> stems = stackalloc char[LongestForm];
        Span<int> ends = stackalloc int[Vocabulary.MostWords];
        var count = 0;
        for (var at = 0; count < Vocabulary.MostWords && from + count < pieces.Count && pieces[from + count] is { IsHangul: false } piece && piece.Clause == pieces[from].Clause; count++)
        {
            if (at + piece.Stem.Length >= stems.Length)
                break;
            piece.Stem.CopyTo(stems[at..]);
            ends[count] = at + piece.Stem.Length;
            at = ends[count] + 1;
            stems[ends[count]] = ' ';
        }

        for (var length = count; length > 0; length--)
        {
            if (vocabulary.English(stems[..ends[length - 1]]) is not { } key)
                continue;
            if (key.Length > 0)
            {
                terms.Add(new Term(key, Surface(pieces, from, length)));
                for (var i = from; i < from + length; i++)
                    terms.Add(new Term(pieces[i].Stem, pieces[i].Surface, OfWordInConcept));
            }

            return from + length;
        }

        if (!char.IsAsciiDigit(pieces[from].Text[0]) && pieces[from].Text.Length > 1)
            terms.Add(new Term(pieces[from].Stem, pieces[from].Surface));
        return from + 1;
    }

    private int ReadKorean(List<Piece> pieces, int from, List<Term> terms)
    {
        var end = from + 1;
        while (end < pieces.Count && pieces[end].IsHangul && pieces[end].Clause == pieces[from].Clause)
            end++;

        var text = end == from + 1 ? pieces[from].Text : string.Concat(pieces.GetRange(from, end - from).Select(piece => piece.Text));
        Span<bool> starts = text.Length < LongestForm ? stackalloc bool[text.Length + 1] : new bool[text.Length + 1];
        starts.Clear();
        var at = 0;
        for (var i = from; i < end; at += pieces[i++].Text.Length)
            starts[at] = pieces[i].StartsWord;
        starts[text.Length] = true;

        var left = 0; // where what belongs to no form begins
        var isAfterForm = false;
        for (var i = 0; i < text.Length;)
        {
            if (starts[i] && i > left)
            {
                Leave(text, left, i, isAfterForm, terms);
                (left, isAfterForm) = (i, false);
            }

            if (FormAt(text, i, starts) is not (var length and > 0, var key))
            {
                i++;
                continue;
            }

            Leave(text, left, i, isAfterForm, terms);
            if (key.Length > 0)
                terms.Add(new Term(key, Surface(text, starts, i, length)));
            i += length;
            (left, isAfterForm) = (i, true);
        }

        Leave(text, left, text.Length, isAfterForm, terms);
        return end;
    }

    private (int Length, string Key) FormAt(string text, int at, ReadOnlySpan<bool> starts)
    {
        for (var length = Math.Min(vocabulary.LongestKorean(text[at]), text.Length - at); length > 0; length--)
        {
            // One syllable is a form only where a word begins; filler of one, only where it is the whole word.
            if (length == 1 && !starts[at])
                return default;
            if (!starts[at] && starts.Slice(at + 1, length - 1).Contains(true))
                continue;
            if (vocabulary.Korean(text.AsSpan(at, length)) is { } key && (length > 1 || key.Length > 0 || starts[at + 1]))
                return (length, key);
        }

        return default;
    }

    private void Leave(string text, int from, int to, bool isAfterForm, List<Term> terms)
    {
        var rest = text[from..to];
        if (rest.Length < 2 || (isAfterForm && Endings.Contains(rest)))
            return;
        if (!isAfterForm && rest.Length > 2 && vocabulary.KoreanNear(rest) is { } meant)
        {
            terms.Add(new Term(meant, rest, Certainty: 0.8));
            return;
        }

        for (var i = 0; i + 1 < rest.Length; i++)
            terms.Add(new Term(rest.Substring(i, 2), rest));
    }

    // How a form stands in the text: with its spaces, and with the ending of its last word where that is short.
    private static string Surface(string text, ReadOnlySpan<bool> starts, int from, int length)
    {
        var end = from + length;
        while (end < text.Length && !starts[end])
            end++;
        if (end > from + length + LongestEnding)
            end = from + length;

        var surface = new StringBuilder(end - from + 4);
        for (var i = from; i < end; i++)
        {
            if (i > from && starts[i])
                surface.Append(' ');
            surface.Append(text[i]);
        }

        return surface.ToString();
    }

    private static string Surface(List<Piece> pieces, int from, int length) =>
        length == 1 ? pieces[from].Surface : string.Join(' ', pieces.GetRange(from, length).Select(piece => piece.Surface));
}

/// <summary>A run of letters and digits of one script.</summary>
/// <param name="Text">In lower case.</param>
/// <param name="Stem">The stem of an English word; of Korean, the text.</param>
/// <param name="IsHangul">Whether it is Korean.</param>
/// <param name="StartsWord">Whether it begins a word, and does not stick to one of the other script.</param>
/// <param name="Clause">The clause that it stands in.</param>
internal readonly record struct Piece(string Text, string Stem, bool IsHangul, bool StartsWord, int Clause)
{
    /// <summary>Its letters and digits alone.</summary>
    public string Surface => Text.Replace("'", "", StringComparison.Ordinal);
}

/// <summary>Takes a text apart into pieces.</summary>
internal static class Pieces
{
    public static List<Piece> Of(string text)
    {
        var folded = TextFolding.Fold(text);
        if (folded.Contains("w/", StringComparison.Ordinal))
            folded = folded.Replace("w/o", "without", StringComparison.Ordinal).Replace("w/", "with ", StringComparison.Ordinal);

        var pieces = new List<Piece>();
        var clause = 0;
        for (var i = 0; i < folded.Length;)
        {
            var c = folded[i];
            if (c is ',' or ';' or '!' or '?' or '(' or ')' || (c is '.' or ':' && (i + 1 == folded.Length || folded[i + 1] == ' ')))
                clause++;
            if (!char.IsLetterOrDigit(c))
            {
                i++;
                continue;
            }

            var end = i + 1;
            var isHangul = IsHangul(c);
            while (end < folded.Length && (IsInWord(folded[end]) && IsHangul(folded[end]) == isHangul || IsApostrophe(folded, end)))
                end++;
            var word = folded[i..end];
            var starts = i == 0 || !char.IsLetterOrDigit(folded[i - 1]);
            pieces.Add(new Piece(word, isHangul ? word : EnglishStem.Of(word), isHangul, starts, clause));
            i = end;
        }

        return pieces;
    }

    private static bool IsInWord(char c) => char.IsLetterOrDigit(c);

    private static bool IsHangul(char c) => Hangul.IsSyllable(c) || c is >= 'ㄱ' and <= 'ㅣ';

    private static bool IsApostrophe(string text, int at) =>
        text[at] == '\'' && at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]) && char.IsAsciiLetter(text[at - 1]);
}
