using System.Buffers;

namespace StatusBot.Catalog.Reading.Clues;

/// <summary>Texts of errors that say where it happened, whichever log they stand in.</summary>
internal sealed class ErrorTextClues : IClueReader
{
    private sealed record Known(string Text, FailurePoint Where, string? Product);

    private static readonly Known[] Texts =
    [
        new("client sent plain HTTP request to HTTPS port", FailurePoint.RequestLink, "nginx"),
        new("client sent no required SSL certificate", FailurePoint.RequestLink, "nginx"),
        new("client SSL certificate verify error", FailurePoint.RequestLink, "nginx"),
        new("client sent too long header", FailurePoint.RequestLink, "nginx"),
        new("client sent invalid", FailurePoint.RequestLink, "nginx"),
        new("client timed out", FailurePoint.RequestLink, "nginx"),
        new("client prematurely closed connection", FailurePoint.Client, "nginx"),
        new("client intended to send too large body", FailurePoint.Gateway, "nginx"),
        new("limiting requests, excess", FailurePoint.Gateway, "nginx"),
        new("limiting connections by zone", FailurePoint.Gateway, "nginx"),
        new("access forbidden by rule", FailurePoint.Gateway, "nginx"),
        new("no live upstreams", FailurePoint.Gateway, "nginx"),
        new("Connection refused) while connecting to upstream", FailurePoint.Connect, "nginx"),
        new("timed out) while connecting to upstream", FailurePoint.Connect, "nginx"),
        new("timed out) while reading response header from upstream", FailurePoint.UpstreamSlow, "nginx"),
        new("timed out) while reading upstream", FailurePoint.UpstreamSlow, "nginx"),
        new("upstream prematurely closed connection", FailurePoint.Connect, "nginx"),
        new("upstream sent too big header", FailurePoint.Connect, "nginx"),
        new("upstream sent invalid header", FailurePoint.Connect, "nginx"),
        new("upstream sent no valid HTTP", FailurePoint.Connect, "nginx"),
        new("Connection reset by peer) while reading response header from upstream", FailurePoint.Connect, "nginx"),
        new("upstream connect error or disconnect/reset before headers", FailurePoint.Connect, "Envoy"),
        new("no healthy upstream", FailurePoint.Gateway, "Envoy"),
        new("upstream request timeout", FailurePoint.UpstreamSlow, "Envoy"),
        new("rbac_access_denied", FailurePoint.Gateway, "Envoy"),
        new("denied_by_security_policy", FailurePoint.Gateway, "Google Cloud load balancer"),
        new("failed_to_pick_backend", FailurePoint.Gateway, "Google Cloud load balancer"),
        new("failed_to_connect_to_backend", FailurePoint.Connect, "Google Cloud load balancer"),
        new("backend_connection_closed_before_data_sent_to_client", FailurePoint.Connect, "Google Cloud load balancer"),
        new("backend_timeout", FailurePoint.UpstreamSlow, "Google Cloud load balancer"),
        new("response_sent_by_backend", FailurePoint.Upstream, "Google Cloud load balancer"),
        new("client_disconnected_before_any_response", FailurePoint.Client, "Google Cloud load balancer"),
        new("ClientCommError", FailurePoint.Client, "CloudFront"),
        new("ClientGeoBlocked", FailurePoint.Gateway, "CloudFront"),
        new("OriginConnectError", FailurePoint.Connect, "CloudFront"),
        new("OriginDnsError", FailurePoint.Connect, "CloudFront"),
        new("OriginCommError", FailurePoint.Connect, "CloudFront"),
        new("OriginReadTimeout", FailurePoint.UpstreamSlow, "CloudFront"),
        new("ERRORINFO_UPSTREAM_NO_LIVE", FailurePoint.Gateway, "Azure Application Gateway"),
        new("ERRORINFO_UPSTREAM_TIMED_OUT", FailurePoint.UpstreamSlow, "Azure Application Gateway"),
        new("ERRORINFO_UPSTREAM_CLOSED_CONNECTION", FailurePoint.Connect, "Azure Application Gateway"),
        new("ERRORINFO_CLIENT_CLOSED_REQUEST", FailurePoint.Client, "Azure Application Gateway"),
        new("ERRORINFO_CLIENT_TIMED_OUT", FailurePoint.RequestLink, "Azure Application Gateway"),
        new("Endpoint request timed out", FailurePoint.UpstreamSlow, "API Gateway"),
        new("HTTP probe failed with statuscode", FailurePoint.Upstream, "Kubernetes"),
        new("connect: connection refused", FailurePoint.Connect, null),
        new("ECONNREFUSED", FailurePoint.Connect, null),
        new("AH01114", FailurePoint.Connect, "Apache"),
        new("AH00957", FailurePoint.Connect, "Apache"),
        new("AH01102", FailurePoint.Connect, "Apache"),
        new("AH00898", FailurePoint.Connect, "Apache"),
        new("AH01075", FailurePoint.UpstreamSlow, "Apache"),
        new("The timeout specified has expired", FailurePoint.UpstreamSlow, "Apache"),
    ];

    private static readonly SearchValues<string> Any = SearchValues.Create([.. Texts.Select(known => known.Text)], StringComparison.Ordinal);

    /// <inheritdoc/>
    public void Read(ReadOnlySpan<char> line, CaseNotes notes)
    {
        if (!line.ContainsAny(Any))
            return;
        foreach (var known in Texts)
        {
            if (line.Contains(known.Text, StringComparison.Ordinal))
                notes.Add(known.Where, known.Product, known.Text.Replace(") while", ", while", StringComparison.Ordinal));
        }
    }
}
