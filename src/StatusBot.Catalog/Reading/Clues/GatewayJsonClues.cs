using System.Globalization;

namespace StatusBot.Catalog.Reading.Clues;

/// <summary>Gateways that log by named fields and have the status of the server behind them in a field of its own.</summary>
internal sealed class GatewayJsonClues : IClueReader
{
    private sealed record Pair(string Product, string Own, string Behind);

    private static readonly Pair[] Pairs =
    [
        new("Cloudflare", "EdgeResponseStatus", "OriginResponseStatus"),
        new("Traefik", "DownstreamStatus", "OriginStatus"),
        new("API Gateway", "status", "integrationStatus"),
        new("Azure Application Gateway", "httpStatus", "serverStatus"),
    ];

    /// <inheritdoc/>
    public void Read(ReadOnlySpan<char> line, CaseNotes notes)
    {
        foreach (var pair in Pairs)
        {
            if (NamedFields.Status(line, pair.Behind) is not { } behind || NamedFields.Status(line, pair.Own) is not ({ } own and >= 100))
                continue;
            notes.End(own);
            if (own < 400 || line.Contains("ERRORINFO_", StringComparison.Ordinal))
                return; // Azure's own word for it says more
            var field = string.Create(CultureInfo.InvariantCulture, $"{pair.Behind} {(behind == 0 ? "-" : behind)}");
            notes.Add(behind == 0 ? Alone(own) : FailurePoint.Upstream, pair.Product, behind == 0 && pair.Product is "Cloudflare" ? "OriginResponseStatus 0" : field, own);
            return;
        }

        if (NamedFields.TryGet(line, "statusCode", out _) || !line.StartsWith("{"))
            return;
        if (NamedFields.Status(line, "status") is { } status and >= 100 && !line.Contains("\"title\"", StringComparison.Ordinal))
            notes.End(status);
    }

    private static FailurePoint Alone(int own) => own switch
    {
        499 or 460 => FailurePoint.Client,
        502 or (>= 520 and <= 523) or 525 or 526 or 530 => FailurePoint.Connect,
        504 or 524 => FailurePoint.UpstreamSlow,
        400 or 408 => FailurePoint.RequestLink,
        _ => FailurePoint.Gateway,
    };
}
