namespace StatusBot.Catalog.Reading.Formats;

/// <summary>
/// Lines of IIS in W3C's form without their <c>#Fields</c>: date, time, and near the end status, sub-status, Windows' own status, and
/// then sizes and times ("HTTP logging", Microsoft Learn).
/// </summary>
internal sealed class W3cLines : ILineReader
{
    /// <inheritdoc/>
    public bool Read(ReadOnlySpan<char> line, Findings found)
    {
        if (line.Length < 24 || line[4] is not '-' || line[10] is not ' ' || line[13] is not ':' || line[16] is not ':' || line[19] is not ' ')
            return false;
        var fields = Columns.Spaced(line.TrimEnd());
        var first = fields.Count;
        while (first > 0 && fields[first - 1].Length > 0 && fields[first - 1].IndexOfAnyExceptInRange('0', '9') < 0)
            first--;
        return fields.Count - first is >= 4 and <= 7 && fields[first].Length == 3 && fields[first + 1].Length <= 3 && HasAddress(fields, first)
            && found.AddField(fields[first]) is not null;
    }

    private static bool HasAddress(Columns fields, int before)
    {
        for (var i = 2; i < before; i++)
        {
            if (fields[i] is ['/', ..])
                return true;
        }

        return false;
    }
}
