using System.Buffers;

namespace StatusBot.Catalog.Reading.Formats;

/// <summary>
/// How often each status came, as load tools and the shell count it: <c>[200] 7503 responses</c> of hey, <c>200:14297 429:404</c> of
/// vegeta, <c>http.codes.200: … 1180</c> of artillery, <c>12 502</c> of <c>uniq -c</c>, <c>200 0.050</c> of <c>curl -w</c>.
/// </summary>
internal sealed class LoadToolLines(string text) : ILineReader
{
    private static readonly SearchValues<char> Seconds = SearchValues.Create("0123456789.s");

    private readonly bool _isCounted = IsCounted(text);

    /// <inheritdoc/>
    public bool Read(ReadOnlySpan<char> line, Findings found)
    {
        var trimmed = line.Trim();
        if (trimmed.StartsWith("Status Codes") && trimmed.Contains("[code:count]", StringComparison.Ordinal))
        {
            var pairs = Columns.Spaced(trimmed);
            for (var i = 2; i < pairs.Count; i++)
            {
                if (pairs[i].IndexOf(':') is 3)
                    found.AddField(pairs[i][..3]);
            }

            return true;
        }

        if (trimmed.StartsWith("http.codes."))
            return trimmed.Length > 14 && found.AddField(trimmed["http.codes.".Length..][..3]) is not null;
        if (trimmed is ['[', _, _, _, ']', ..] && trimmed.EndsWith("responses"))
            return found.AddField(trimmed[1..4]) is not null;
        if (_isCounted && IsCount(trimmed))
            return found.AddField(trimmed[^3..]) is not null;
        return IsTimed(trimmed) && found.AddField(trimmed[..3]) is not null;
    }

    // One such line is two numbers; several under each other are a count.
    private static bool IsCounted(string text)
    {
        var counted = 0;
        foreach (var range in text.AsSpan().Split('\n'))
            counted += IsCount(text.AsSpan()[range].Trim()) ? 1 : 0;
        return counted >= 2 && (text.Contains("uniq", StringComparison.Ordinal) || counted >= 3);
    }

    private static bool IsCount(ReadOnlySpan<char> line) =>
        line.Length >= 5 && line[^4] is ' ' && line[^3] is >= '1' and <= '5' && line[^3..].IndexOfAnyExceptInRange('0', '9') < 0 && line[..^4].Trim().IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsTimed(ReadOnlySpan<char> line) =>
        line.Length is > 5 and < 24 && line[3] is ' ' && line[..3].IndexOfAnyExceptInRange('0', '9') < 0 && !line[4..].ContainsAnyExcept(Seconds) && line[4..].Contains('.');
}
