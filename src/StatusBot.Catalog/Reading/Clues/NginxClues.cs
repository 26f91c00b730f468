using System.Globalization;
using StatusBot.Catalog.Reading.Formats;

namespace StatusBot.Catalog.Reading.Clues;

/// <summary>
/// nginx and ingress-nginx: <c>$status</c> beside <c>$upstream_status</c> (ngx_http_upstream_module), by whatever name or at whatever place
/// a log format has it. Where the upstream gave no answer in time or at all, nginx writes its own 504 or 502 there.
/// </summary>
internal sealed class NginxClues : IClueReader
{
    private const string Product = "nginx";

    private static readonly string[] UpstreamNames = ["upstream_status", "us", "ups_status", "upstatus"];

    /// <inheritdoc/>
    public void Read(ReadOnlySpan<char> line, CaseNotes notes)
    {
        foreach (var name in UpstreamNames)
        {
            if (NamedFields.Status(line, name) is { } upstream && (NamedFields.Status(line, "status") ?? NginxLines.StatusIn(line)) is { } named)
            {
                Conclude(named, upstream, notes);
                return;
            }
        }

        if (NginxLines.StatusIn(line) is { } status)
            Conclude(status, NginxLines.TryUpstream(line, out var statuses) ? LastOf(statuses) : null, notes);
    }

    private static void Conclude(int status, int? upstream, CaseNotes notes)
    {
        if (status >= 100)
            notes.End(status);
        if (status < 400)
            return;
        var field = upstream switch
        {
            null => string.Create(CultureInfo.InvariantCulture, $"status {status}"),
            0 => "upstream_status -",
            _ => string.Create(CultureInfo.InvariantCulture, $"upstream_status {upstream}"),
        };
        FailurePoint? where = (status, upstream) switch
        {
            (499, _) => FailurePoint.Client,
            (_, null) => null,
            (400 or 408 or 414 or (>= 494 and <= 497), 0) => FailurePoint.RequestLink,
            (504, 504) => FailurePoint.UpstreamSlow,
            (502, 502) => FailurePoint.Connect,
            (_, 0) => FailurePoint.Gateway,
            _ => FailurePoint.Upstream,
        };
        if (where is { } point)
            notes.Add(point, Product, field, status);
    }

    // Of several servers that were asked the last one counts; 0 for none.
    private static int LastOf(ReadOnlySpan<char> statuses) =>
        int.TryParse(statuses[(statuses.LastIndexOf(' ') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : 0;
}
