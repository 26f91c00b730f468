using System.Globalization;

namespace StatusBot.Catalog.Reading;

/// <summary>
/// The general reader: finds status codes in a line of any kind by what stands around a number of three digits. Nothing is a code
/// unless something says so: a key, a protocol, its phrase, a word of programs, logs or people. What says that it is something else
/// (a unit, a port, a path, an identifier, another protocol) is looked at first.
/// </summary>
internal sealed class PlainReader(KnownCodes known)
{
    private const int LongestPiece = 1_000;

    private LineWord[] _buffer = new LineWord[64];
    private bool[] _isCode = new bool[64];

    /// <summary>Finds the codes of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="context">What the whole text is about.</param>
    /// <param name="found">Takes each, in order.</param>
    public void Read(ReadOnlySpan<char> line, TextContext context, Findings found)
    {
        // What stands far away says nothing about a number, and what is looked at again for each must be short.
        while (line.Length > LongestPiece)
        {
            var end = line[..LongestPiece].LastIndexOfAny(' ', ',', '\t') is var space and > LongestPiece / 2 ? space + 1 : LongestPiece;
            ReadPiece(line[..end], context, found);
            line = line[end..];
        }

        ReadPiece(line, context, found);
    }

    private void ReadPiece(ReadOnlySpan<char> line, TextContext context, Findings found)
    {
        if (!HasCandidate(line))
            return;
        var words = LineWords.Of(line, ref _buffer);
        if (_isCode.Length < words.Count)
            _isCode = new bool[words.Count * 2];
        var isCode = _isCode.AsSpan(0, words.Count);
        isCode.Clear();

        var isProse = Prose.IsProse(words);
        var isOfMail = Protocols.SpeakOfMail(words);
        var isListed = Programs.ListsStatuses(line);
        for (var i = 0; i < words.Count; i++)
        {
            if (CodeAt(words, i) is { } code && !Surroundings.ForbidIt(words, i, code, known, isOfMail, context))
                isCode[i] = IsCode(words, i, code, isProse, isCode[..i].Contains(true), context) || (i > 0 && FollowsInList(words, i, isCode, code, isListed));
        }

        // 401이랑 403 차이, 502/503 errors: what follows says it for all.
        for (var i = words.Count - 1; i > 0; i--)
        {
            if (isCode[i] && PreviousInList(words, i, isListed) is { } before && CodeAt(words, before) is { } code && known.Contains(code) && !Surroundings.ForbidIt(words, before, code, known, isOfMail, context))
                isCode[before] = true;
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (isCode[i])
                found.Add(int.Parse(words.Text(i), NumberStyles.None, CultureInfo.InvariantCulture));
        }
    }

    // Most lines have no number of three digits at all.
    private static bool HasCandidate(ReadOnlySpan<char> line)
    {
        for (var at = line.IndexOfAnyInRange('1', '9'); at >= 0;)
        {
            var end = at + 1;
            while (end < line.Length && char.IsAsciiDigit(line[end]))
                end++;
            if (end - at == 3 && (at == 0 || !char.IsAsciiDigit(line[at - 1])))
                return true;
            var next = end < line.Length ? line[end..].IndexOfAnyInRange('1', '9') : -1;
            at = next < 0 ? -1 : end + next;
        }

        return false;
    }

    private static int? CodeAt(LineWords words, int at) =>
        words[at] is { Kind: WordKind.Digits, Length: 3 } && words.Text(at)[0] is not '0'
            ? int.Parse(words.Text(at), NumberStyles.None, CultureInfo.InvariantCulture)
            : null;

    private bool IsCode(LineWords words, int at, int code, bool isProse, bool isAfterCode, TextContext context)
    {
        var isPossible = code < 600 || known.Contains(code);
        if (!isPossible)
            return false;
        var isKnown = known.Contains(code);
        if (Keys.NameIt(words, at) && (isKnown || code >= 400) || Protocols.NameIt(words, at) && (isKnown || words.GapBefore(at) is not "-") || isKnown && Logs.NameIt(words, at))
            return true;
        if (known.IsCalled(code, words.Line[words[at].End..].TrimStart(" :-–—()[]<>|\"'`=*_/")) && Surroundings.IsCalledBehind(words, at))
            return true;
        if (Requests.EndBefore(words, at))
            return true;
        if (!isKnown)
            return false;
        return Surroundings.IsSubstatus(words, at, context)
            || at > 0 && known.IsCalled(code, words.Text(at - 1)) && words.GapBefore(at).Trim() is ":" or "(" or "[" or ""
            || at > 1 && words.GapBefore(at) is " " or ": " && known.IsCalled(code, words.Line[words[at - 2].Start..words[at - 1].End])
            || Programs.NameIt(words, at, context)
            || Prose.NamesIt(words, at, code, isProse, isAfterCode, context)
            || KoreanProse.NamesIt(words, at, code, isAfterCode, context);
    }

    // 500 502 503: one that is said to be a code says it of those behind it.
    private bool FollowsInList(LineWords words, int at, Span<bool> isCode, int code, bool isListed) =>
        known.Contains(code) && PreviousInList(words, at, isListed) is { } before && isCode[before];

    private static int? PreviousInList(LineWords words, int at, bool isListed)
    {
        var gap = words.GapBefore(at).Trim();
        if (words.Is(at - 1, WordKind.Digits) && words[at - 1].Length == 3)
            return gap is "" && isListed || gap is "," or "/" or "|" or "->" or "→" or ">" or "·" or "&" or "+" or ";" or "','" or "', '" or "\",\"" or "\", \"" || gap is "|" && !words.Line.Contains("HTTP/", StringComparison.Ordinal) ? at - 1 : null;
        return words.Is(at - 2, WordKind.Digits) && words[at - 2].Length == 3 && gap is "" or "," && words.IsAny(at - 1, ListWords) ? at - 2 : null;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ListWords = WordSet.Of("and or vs versus nor to then with 이랑 랑 과 와 하고 이나 나 및 또는 아니면 말고 에서 이든 든");
}
