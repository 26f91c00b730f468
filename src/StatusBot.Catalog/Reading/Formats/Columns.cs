namespace StatusBot.Catalog.Reading.Formats;

/// <summary>A line cut into its fields.</summary>
internal readonly ref struct Columns
{
    private readonly ReadOnlySpan<char> _line;
    private readonly Range[] _fields;

    private Columns(ReadOnlySpan<char> line, Range[] fields, int count)
    {
        _line = line;
        _fields = fields;
        Count = count;
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>A field; empty where there is none.</summary>
    public ReadOnlySpan<char> this[int at] => at >= 0 && at < Count ? _line[_fields[at]] : [];

    /// <summary>The text from one field to another, both with it.</summary>
    public ReadOnlySpan<char> Between(int from, int to) => _line[_fields[from].Start.._fields[to].End];

    /// <summary>Cuts at single spaces; what is in quotes stays together and loses them.</summary>
    public static Columns Spaced(ReadOnlySpan<char> line, int most = 48)
    {
        var fields = new Range[most];
        var count = 0;
        for (var i = 0; i < line.Length && count < most;)
        {
            if (line[i] is ' ')
            {
                i++;
                continue;
            }

            var isQuoted = line[i] is '"';
            var start = isQuoted ? i + 1 : i;
            var length = line[start..].IndexOf(isQuoted ? '"' : ' ');
            var end = length < 0 ? line.Length : start + length;
            fields[count++] = start..end;
            i = end + 1;
        }

        return new Columns(line, fields, count);
    }

    /// <summary>Cuts at a separator.</summary>
    public static Columns At(char separator, ReadOnlySpan<char> line, int most = 64)
    {
        var fields = new Range[most];
        var count = 0;
        var start = 0;
        for (var i = 0; i <= line.Length && count < most; i++)
        {
            if (i < line.Length && line[i] != separator)
                continue;
            fields[count++] = Trimmed(line, start, i);
            start = i + 1;
        }

        return new Columns(line, fields, count);
    }

    /// <summary>Cuts where at least two spaces stand.</summary>
    public static Columns Aligned(ReadOnlySpan<char> line, int most = 32)
    {
        var fields = new Range[most];
        var count = 0;
        for (var i = 0; i < line.Length && count < most;)
        {
            if (line[i] is ' ' or '\t')
            {
                i++;
                continue;
            }

            var end = i;
            while (end < line.Length && !(line[end] is '\t' || line[end] is ' ' && (end + 1 == line.Length || line[end + 1] is ' ' or '\t')))
                end++;
            fields[count++] = i..end;
            i = end;
        }

        return new Columns(line, fields, count);
    }

    private static Range Trimmed(ReadOnlySpan<char> line, int start, int end)
    {
        while (start < end && line[start] is ' ' or '"' or '`' or '*' or '\r')
            start++;
        while (end > start && line[end - 1] is ' ' or '"' or '`' or '*' or '\r')
            end--;
        return start..end;
    }
}
