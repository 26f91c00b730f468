using System.Buffers;

namespace StatusBot.Catalog.Reading.Formats;

/// <summary>
/// Tables whose head names the column of the status: W3C logs of IIS and HTTP.sys with their <c>#Fields</c>, CSV and tab-separated
/// files, markdown, and what is set out with spaces.
/// </summary>
internal sealed class TableLines : ILineReader
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = WordSet.Of(
        "status code http_code http_status httpstatus status_code statuscode sc-status responsecode response_code resultcode result_code 상태 상태코드 응답코드 코드");

    private static readonly SearchValues<char> Rule = SearchValues.Create("-|=+: \t─┼");

    private enum Cut
    {
        None,
        Spaces,
        Tabs,
        Commas,
        Bars,
        Aligned,
    }

    private Cut _cut;
    private int _column;
    private int _missed;

    /// <inheritdoc/>
    public bool Read(ReadOnlySpan<char> line, Findings found)
    {
        line = line.TrimEnd();
        if (line.StartsWith("#Fields:"))
        {
            // What is behind the colon is as a row is.
            (_cut, _column, _missed) = (Cut.Spaces, ColumnOf(CutOf(Cut.Spaces, line["#Fields:".Length..].TrimStart())), 0);
            return true;
        }

        if (_cut is not Cut.None && ReadRow(line, found))
            return true;
        foreach (var cut in (ReadOnlySpan<Cut>)[Cut.Bars, Cut.Tabs, Cut.Commas, Cut.Aligned])
        {
            if (!IsCutBy(cut, line))
                continue;
            var columns = CutOf(cut, line);
            if (columns.Count >= 2 && !HasNumber(columns) && ColumnOf(columns) is var column and >= 0)
            {
                (_cut, _column, _missed) = (cut, column, 0);
                return true;
            }
        }

        return false;
    }

    private bool ReadRow(ReadOnlySpan<char> line, Findings found)
    {
        if (_column < 0 || line.StartsWith("#"))
            return line.StartsWith("#");
        var columns = CutOf(_cut, line);
        var value = columns[_column];
        if (IsStatus(value) && columns.Count >= 2)
        {
            found.AddField(value);
            _missed = 0;
            return true;
        }

        // Under the head stands a rule; anything else ends the table before long.
        if (!line.ContainsAnyExcept(Rule) && line.Length > 0)
            return true;
        if (++_missed > 2)
            _cut = Cut.None;
        return false;
    }

    private static Columns CutOf(Cut cut, ReadOnlySpan<char> line) => cut switch
    {
        Cut.Spaces => Columns.Spaced(line),
        Cut.Tabs => Columns.At('\t', line),
        Cut.Commas => Columns.At(',', line),
        Cut.Bars => Columns.At('|', line),
        _ => Columns.Aligned(line),
    };

    private static bool IsCutBy(Cut cut, ReadOnlySpan<char> line) => cut switch
    {
        Cut.Tabs => line.Contains('\t'),
        Cut.Commas => line.Contains(',') && !line.Contains(", ", StringComparison.Ordinal) && !line.Contains('{'),
        Cut.Bars => line.Count('|') >= 2,
        _ => line.Contains("  ", StringComparison.Ordinal) && !line.ContainsAny("{}=\""),
    };

    private static int ColumnOf(Columns columns)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (Names.Contains(columns[i]))
                return i;
        }

        return -1;
    }

    private static bool HasNumber(Columns columns)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Length > 0 && columns[i].IndexOfAnyExceptInRange('0', '9') < 0)
                return true;
        }

        return false;
    }

    private static bool IsStatus(ReadOnlySpan<char> text) => text is "-" || text.Length == 3 && text.IndexOfAnyExceptInRange('0', '9') < 0;
}
