using System.Globalization;
using StatusBot.Catalog.Reading.Formats;

namespace StatusBot.Catalog.Reading.Clues;

/// <summary>
/// IIS: status, sub-status and Windows' own status, by the log's <c>#Fields</c> ("HTTP status codes in IIS", Microsoft Learn). IIS is the
/// server itself; only with 502.x it stands before others, as a proxy (ARR).
/// </summary>
internal sealed class IisClues : IClueReader
{
    private const string Product = "IIS";

    // The client's end of the connection is gone: ERROR_NETNAME_DELETED, ERROR_CONNECTION_ABORTED.
    private static readonly string[] ClientGone = ["64", "1236"];

    private int _status = -1;
    private int _sub = -1;
    private int _windows = -1;

    /// <inheritdoc/>
    public void Read(ReadOnlySpan<char> line, CaseNotes notes)
    {
        if (line.StartsWith("#Fields:"))
        {
            var names = Columns.Spaced(line["#Fields:".Length..]);
            (_status, _sub, _windows) = (Find(names, "sc-status"), Find(names, "sc-substatus"), Find(names, "sc-win32-status"));
            return;
        }

        if (_status < 0 || _sub < 0 || line.StartsWith("#"))
            return;
        var fields = Columns.Spaced(line.TrimEnd());
        if (!int.TryParse(fields[_status], NumberStyles.None, CultureInfo.InvariantCulture, out var status) || !int.TryParse(fields[_sub], NumberStyles.None, CultureInfo.InvariantCulture, out var sub))
            return;
        notes.End(status);
        if (status < 400)
            return;
        var isGone = _windows >= 0 && ClientGone.Contains(fields[_windows].ToString());
        notes.Add(
            isGone ? FailurePoint.Client : status == 502 ? FailurePoint.Connect : FailurePoint.Upstream,
            Product,
            string.Create(CultureInfo.InvariantCulture, $"sc-status {status}.{sub}"),
            status);
    }

    private static int Find(Columns names, string name)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].SequenceEqual(name))
                return i;
        }

        return -1;
    }
}
