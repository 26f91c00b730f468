using System.Buffers;

namespace StatusBot.Catalog.Reading.Formats;

/// <summary>
/// Access logs of AWS's load balancers: Application ("load-balancer-access-logs") and Classic ("access-log-collection"). The balancer's
/// own status stands beside the target's, <c>-</c> or <c>0</c> where the target gave none.
/// </summary>
internal sealed class LoadBalancerLines : ILineReader
{
    private const int AlbStatus = 8;
    private const int AlbTargetStatuses = 26;
    private const int ClassicStatus = 7;

    private static readonly SearchValues<char> Seconds = SearchValues.Create("0123456789.");

    /// <inheritdoc/>
    public bool Read(ReadOnlySpan<char> line, Findings found)
    {
        if (IsTime(line))
            return ReadClassic(line, found);
        var space = line.IndexOf(' ');
        if (space is < 2 or > 5 || line[..space] is not ("http" or "https" or "h2" or "ws" or "wss" or "grpcs") || !IsTime(line[(space + 1)..]))
            return false;

        var fields = Columns.Spaced(line);
        if (fields.Count <= AlbStatus + 1)
            return false;
        found.AddField(fields[AlbStatus], MentionRole.Answered);
        found.AddField(fields[AlbStatus + 1], MentionRole.FromUpstream);
        found.AddField(fields[AlbTargetStatuses], MentionRole.FromUpstream);
        return true;
    }

    private static bool ReadClassic(ReadOnlySpan<char> line, Findings found)
    {
        var fields = Columns.Spaced(line);
        if (fields.Count < ClassicStatus + 4 || !IsStatus(fields[ClassicStatus]) || !IsStatus(fields[ClassicStatus + 1]) || !fields[2].Contains(':') || !IsSeconds(fields[4]) || !IsSeconds(fields[6]))
            return false;
        found.AddField(fields[ClassicStatus], MentionRole.Answered);
        found.AddField(fields[ClassicStatus + 1], MentionRole.FromUpstream);
        return true;
    }

    // 2025-01-15T07:12:09.500404Z
    private static bool IsTime(ReadOnlySpan<char> text) =>
        text.Length > 28 && text[4] is '-' && text[7] is '-' && text[10] is 'T' && text[19] is '.' && text[..28].Contains('Z') && text[..4].IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsStatus(ReadOnlySpan<char> text) => text is "0" or "-" || text.Length == 3 && text.IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsSeconds(ReadOnlySpan<char> text) => text is "-1" || text.Contains('.') && !text.ContainsAnyExcept(Seconds);
}
