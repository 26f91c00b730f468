using System.Globalization;

namespace StatusBot.Catalog.Reading.Formats;

/// <summary>
/// Access logs of nginx that have the upstream's status at a place of its own: ingress-nginx ("Log format"), and combined with
/// <c>"$upstream_addr" "$upstream_status"</c> added, every field quoted or not.
/// </summary>
internal sealed class NginxLines : ILineReader
{
    /// <inheritdoc/>
    public bool Read(ReadOnlySpan<char> line, Findings found)
    {
        if (StatusIn(line) is not { } status || !TryUpstream(line, out var upstream))
            return false;
        found.Add(status);
        Span<int> seen = stackalloc int[8];
        var count = 0;
        foreach (var range in upstream.Split(' '))
        {
            // Tried twice with the same end, it is one status of one field.
            if (int.TryParse(upstream[range].TrimEnd(','), NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code >= 100 && count < seen.Length && !seen[..count].Contains(code))
            {
                seen[count++] = code;
                found.Add(code);
            }
        }

        return true;
    }

    /// <summary>The status behind the request: <c>"GET /a HTTP/1.1" 502 552</c>, <c>"GET /a HTTP/1.1" "502" "552"</c>.</summary>
    public static int? StatusIn(ReadOnlySpan<char> line)
    {
        var at = line.IndexOf(" HTTP/");
        var close = at < 0 ? -1 : line[at..].IndexOf("\" ");
        if (close < 0)
            return null;
        var rest = line[(at + close + 2)..].TrimStart('"');
        return rest.Length >= 3 && int.TryParse(rest[..3], NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status >= 100 && (rest.Length == 3 || rest[3] is ' ' or '"') ? status : null;
    }

    /// <summary>The upstream's statuses, one for each server that was asked.</summary>
    public static bool TryUpstream(ReadOnlySpan<char> line, out ReadOnlySpan<char> statuses)
    {
        statuses = default;
        var fields = Columns.Spaced(line.TrimEnd());
        // ingress-nginx: … [shop-web-80] [] 10.0.0.1:80, 10.0.0.2:80 0, 512 0.000, 0.003 502, 200 1f3c…
        if (line.Contains("] [", StringComparison.Ordinal) && fields.Count >= 6 && fields[fields.Count - 1].Length == 32)
        {
            var end = fields.Count - 1;
            var from = end;
            while (from > 0 && AreStatuses(fields[from - 1].TrimEnd(',')))
                from--;
            if (from == end)
                return false;
            statuses = fields.Between(from, end - 1);
            return true;
        }

        // … "10.1.0.11:8080, 10.1.0.12:8080" "502, 200" …
        for (var i = 1; i < fields.Count; i++)
        {
            if (IsServers(fields[i - 1]) && AreStatuses(fields[i]))
            {
                statuses = fields[i];
                return true;
            }
        }

        return false;
    }

    private static bool AreStatuses(ReadOnlySpan<char> field)
    {
        if (field is "-")
            return true;
        foreach (var range in field.Split(' '))
        {
            var status = field[range].TrimEnd(',');
            if (status is not ("-" or ":") && (status.Length != 3 || status.ContainsAnyExceptInRange('0', '9')))
                return false;
        }

        return field.Length > 0;
    }

    private static bool IsServers(ReadOnlySpan<char> field)
    {
        var last = field[(field.LastIndexOf(' ') + 1)..];
        var colon = last.LastIndexOf(':');
        return last.StartsWith("unix:") || colon > 0 && colon < last.Length - 1 && !field.Contains('/') && !last[(colon + 1)..].ContainsAnyExceptInRange('0', '9');
    }
}
