using System.Buffers;
using System.Globalization;

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
        if (!IsAlb(line))
            return false;

        var fields = Columns.Spaced(line);
        if (fields.Count <= AlbStatus + 1)
            return false;
        found.AddField(fields[AlbStatus]);
        found.AddField(fields[AlbStatus + 1]);
        found.AddField(fields[AlbTargetStatuses]);
        return true;
    }

    /// <summary>The balancer's own status and the target's, which is null where there is none; null for any other line.</summary>
    public static (int? Own, int? Target)? StatusesIn(ReadOnlySpan<char> line)
    {
        if (!IsAlb(line))
            return null;
        var fields = Columns.Spaced(line);
        return (Status(fields[AlbStatus]), Status(fields[AlbStatus + 1]));
    }

    private static int? Status(ReadOnlySpan<char> field) =>
        field.Length == 3 && int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : null;

    private static bool IsAlb(ReadOnlySpan<char> line) =>
        line.IndexOf(' ') is var space and >= 2 and <= 5 && line[..space] is "http" or "https" or "h2" or "ws" or "wss" or "grpcs" && IsTime(line[(space + 1)..]);

    private static bool ReadClassic(ReadOnlySpan<char> line, Findings found)
    {
        var fields = Columns.Spaced(line);
        if (fields.Count < ClassicStatus + 4 || !IsStatus(fields[ClassicStatus]) || !IsStatus(fields[ClassicStatus + 1]) || !fields[2].Contains(':') || !IsSeconds(fields[4]) || !IsSeconds(fields[6]))
            return false;
        found.AddField(fields[ClassicStatus]);
        found.AddField(fields[ClassicStatus + 1]);
        return true;
    }

    // 2025-01-15T07:12:09.500404Z
    private static bool IsTime(ReadOnlySpan<char> text) =>
        text.Length > 28 && text[4] is '-' && text[7] is '-' && text[10] is 'T' && text[19] is '.' && text[..28].Contains('Z') && text[..4].IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsStatus(ReadOnlySpan<char> text) => text is "0" or "-" || text.Length == 3 && text.IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsSeconds(ReadOnlySpan<char> text) => text is "-1" || text.Contains('.') && !text.ContainsAnyExcept(Seconds);
}
