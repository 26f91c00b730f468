using System.Globalization;
using StatusBot.Catalog.Reading.Formats;

namespace StatusBot.Catalog.Reading.Clues;

/// <summary>AWS's Application Load Balancer: its own status beside the target's ("Access logs for your Application Load Balancer").</summary>
internal sealed class LoadBalancerClues : IClueReader
{
    private const string Product = "AWS ALB";

    /// <inheritdoc/>
    public void Read(ReadOnlySpan<char> line, CaseNotes notes)
    {
        if (LoadBalancerLines.StatusesIn(line) is not ({ } own, var target))
            return;
        notes.End(own);
        if (own < 400 && !(target is null && own >= 300))
            return;
        if (target is { } answered)
        {
            notes.Add(FailurePoint.Upstream, Product, string.Create(CultureInfo.InvariantCulture, $"target_status_code {answered}"), own);
            return;
        }

        notes.Add(
            own switch
            {
                460 => FailurePoint.Client,
                400 or 405 or 408 or 414 or 463 or 464 => FailurePoint.RequestLink,
                502 => FailurePoint.Connect,
                504 => FailurePoint.UpstreamSlow,
                _ => FailurePoint.Gateway,
            },
            Product,
            "target_status_code -",
            own);
    }
}
