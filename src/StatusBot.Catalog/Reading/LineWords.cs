using StatusBot.Catalog.Text;

namespace StatusBot.Catalog.Reading;

/// <summary>What a run of characters is made of.</summary>
internal enum WordKind
{
    /// <summary>Latin letters and underscores.</summary>
    Latin,

    /// <summary>Digits.</summary>
    Digits,

    /// <summary>Hangul, and letters of other scripts.</summary>
    Other,
}

/// <summary>A run of characters of one kind in a line.</summary>
internal readonly record struct LineWord(int Start, int End, WordKind Kind)
{
    public int Length => End - Start;
}

/// <summary>A line taken apart into words: letters, digits and Hangul apart, so that <c>E403</c>, <c>500ms</c> and <c>404가</c> show their parts.</summary>
internal readonly ref struct LineWords
{
    private readonly ReadOnlySpan<LineWord> _words;

    private LineWords(ReadOnlySpan<char> line, ReadOnlySpan<LineWord> words)
    {
        Line = line;
        _words = words;
    }

    /// <summary>The line.</summary>
    public ReadOnlySpan<char> Line { get; }

    /// <summary>How many words it has.</summary>
    public int Count => _words.Length;

    public LineWord this[int at] => _words[at];

    /// <summary>Takes a line apart.</summary>
    /// <param name="line">The line.</param>
    /// <param name="words">Filled with its words, and grown where they are more; kept by the caller from line to line.</param>
    public static LineWords Of(ReadOnlySpan<char> line, ref LineWord[] words)
    {
        var count = 0;
        for (var i = 0; i < line.Length;)
        {
            if (KindOf(line[i]) is not { } kind)
            {
                i++;
                continue;
            }

            var start = i++;
            while (i < line.Length && KindOf(line[i]) == kind)
                i++;
            if (count == words.Length)
                Array.Resize(ref words, count * 2);
            words[count++] = new LineWord(start, i, kind);
        }

        return new LineWords(line, words.AsSpan(0, count));
    }

    /// <summary>The text of a word; empty beyond the ends of the line.</summary>
    public ReadOnlySpan<char> Text(int at) => at >= 0 && at < Count ? Line[_words[at].Start.._words[at].End] : [];

    /// <summary>What stands between a word and the one before it; before the first, what the line begins with.</summary>
    public ReadOnlySpan<char> GapBefore(int at) => Line[(at > 0 ? _words[at - 1].End : 0).._words[at].Start];

    /// <summary>What stands between a word and the next one; after the last, what the line ends with.</summary>
    public ReadOnlySpan<char> GapAfter(int at) => Line[_words[at].End..(at + 1 < Count ? _words[at + 1].Start : Line.Length)];

    /// <summary>Whether a word is of a kind.</summary>
    public bool Is(int at, WordKind kind) => at >= 0 && at < Count && _words[at].Kind == kind;

    /// <summary>Whether a word is one of the given ones, whatever its case.</summary>
    public bool IsAny(int at, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> words) => at >= 0 && at < Count && words.Contains(Text(at));

    private static WordKind? KindOf(char c) =>
        char.IsAsciiDigit(c) ? WordKind.Digits
        : char.IsAsciiLetter(c) || c is '_' ? WordKind.Latin
        : c < 128 ? null
        : Hangul.IsSyllable(c) || char.IsLetter(c) ? WordKind.Other
        : null;
}
