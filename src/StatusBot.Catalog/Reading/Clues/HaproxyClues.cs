using System.Globalization;

namespace StatusBot.Catalog.Reading.Clues;

/// <summary>HAProxy's termination state: who ended the session, and in which phase (configuration manual, "Session state at disconnection").</summary>
internal sealed class HaproxyClues : IClueReader
{
    private const string Product = "HAProxy";

    /// <inheritdoc/>
    public void Read(ReadOnlySpan<char> line, CaseNotes notes)
    {
        // … frontend backend/server 0/0/1/-1/50002 504 194 - - sH-- …
        if (!line.Contains("-- ", StringComparison.Ordinal) && !line.EndsWith("--"))
            return;
        var fields = Formats.Columns.Spaced(line);
        for (var i = 1; i + 5 < fields.Count; i++)
        {
            if (!IsTimers(fields[i]) || fields[i + 5].Length != 4)
                continue;
            var status = int.TryParse(fields[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
            var hasServer = !fields[i - 1].EndsWith("<NOSRV>");
            Read(fields[i + 5], status, hasServer, line.Contains("<BADREQ>", StringComparison.Ordinal), notes);
            return;
        }
    }

    private static void Read(ReadOnlySpan<char> state, int? status, bool hasServer, bool isBadRequest, CaseNotes notes)
    {
        if (status is { } ended)
            notes.End(ended);
        FailurePoint? where = (state[0], state[1]) switch
        {
            ('-', '-') => status >= 400 ? FailurePoint.Upstream : null,
            ('c', 'R') or ('C', 'R') => FailurePoint.RequestLink,
            ('C' or 'c', _) => FailurePoint.Client,
            ('S' or 's', 'C') => hasServer ? FailurePoint.Connect : FailurePoint.Gateway,
            ('s', 'H' or 'D') => FailurePoint.UpstreamSlow,
            ('S', 'H' or 'D' or 'L') or ('P', 'H') => FailurePoint.Connect,
            ('P', 'R') => isBadRequest ? FailurePoint.RequestLink : FailurePoint.Gateway,
            _ => FailurePoint.Gateway,
        };
        if (where is { } point && (status is null or >= 400 || point is not FailurePoint.Gateway))
            notes.Add(point, Product, Named(state), status);
    }

    private static string Named(ReadOnlySpan<char> state) => state is "----" ? "termination state ----" : $"termination state {Known(state[0])}{Known(state[1])}--";

    // Only letters of the manual come back.
    private static char Known(char c) => "CcSsPpRrLlUuIiDdQHTK-".Contains(c, StringComparison.Ordinal) ? c : '-';

    private static bool IsTimers(ReadOnlySpan<char> field) => field.Count('/') is 4 && !field.ContainsAnyExcept(Digits);

    private static readonly System.Buffers.SearchValues<char> Digits = System.Buffers.SearchValues.Create("0123456789/-+");
}
