using System.Globalization;

namespace StatusBot.Catalog.Reading.Clues;

/// <summary>Envoy's response flags, behind the status ("Access logging", <c>%RESPONSE_FLAGS%</c>); Istio's sidecars write the same.</summary>
internal sealed class EnvoyClues : IClueReader
{
    private const string Product = "Envoy";

    private static readonly Dictionary<string, FailurePoint> Flags = new(StringComparer.Ordinal)
    {
        ["UF"] = FailurePoint.Connect,
        ["UC"] = FailurePoint.Connect,
        ["UR"] = FailurePoint.Connect,
        ["LR"] = FailurePoint.Connect,
        ["UPE"] = FailurePoint.Connect,
        ["UH"] = FailurePoint.Gateway,
        ["NR"] = FailurePoint.Gateway,
        ["NC"] = FailurePoint.Gateway,
        ["UO"] = FailurePoint.Gateway,
        ["RL"] = FailurePoint.Gateway,
        ["RLSE"] = FailurePoint.Gateway,
        ["UAEX"] = FailurePoint.Gateway,
        ["LH"] = FailurePoint.Gateway,
        ["FI"] = FailurePoint.Gateway,
        ["OM"] = FailurePoint.Gateway,
        ["UT"] = FailurePoint.UpstreamSlow,
        ["DT"] = FailurePoint.UpstreamSlow,
        ["UMSDR"] = FailurePoint.UpstreamSlow,
        ["DC"] = FailurePoint.Client,
        ["DPE"] = FailurePoint.RequestLink,
        ["IH"] = FailurePoint.RequestLink,
        ["SI"] = FailurePoint.RequestLink,
    };

    /// <inheritdoc/>
    public void Read(ReadOnlySpan<char> line, CaseNotes notes)
    {
        // "GET / HTTP/1.1" 503 UF,URX …
        if (!line.StartsWith("[") && !line.Contains("response_flags", StringComparison.Ordinal))
            return;
        ReadOnlySpan<char> flags;
        int status;
        if (NamedFields.TryGet(line, "response_flags", out flags))
        {
            status = NamedFields.Status(line, "response_code") ?? 0;
        }
        else
        {
            var at = line.IndexOf("\" ");
            if (at < 0 || line.Length < at + 6)
                return;
            var rest = line[(at + 2)..];
            var space = rest.IndexOf(' ');
            if (space is < 1 or > 3 || !int.TryParse(rest[..space], NumberStyles.None, CultureInfo.InvariantCulture, out status))
                return;
            rest = rest[(space + 1)..];
            flags = rest.IndexOf(' ') is var end and >= 0 ? rest[..end] : rest;
        }

        if (flags is not "-" && (flags.Length == 0 || flags.ContainsAnyExceptInRange(',', 'Z')))
            return;
        if (status >= 100)
            notes.End(status);
        if (flags is "-")
        {
            if (status >= 400 && line.Contains("via_upstream", StringComparison.Ordinal))
                notes.Add(FailurePoint.Upstream, Product, "via_upstream", status);
            return;
        }

        foreach (var range in flags.Split(','))
        {
            var flag = flags[range].ToString();
            if (Flags.TryGetValue(flag, out var where))
                notes.Add(where, Product, $"response flag {flag}", status >= 100 ? status : null);
        }
    }
}
