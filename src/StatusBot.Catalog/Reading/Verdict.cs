namespace StatusBot.Catalog.Reading;

/// <summary>Where on the way between a client and the server that has the answer something was decided.</summary>
public enum FailurePoint
{
    /// <summary>The client gave up or went away before it had its answer.</summary>
    Client,

    /// <summary>The request did not arrive whole, in time or well-formed at the first server.</summary>
    RequestLink,

    /// <summary>A proxy, load balancer, firewall or gateway decided by itself, without asking the server behind it.</summary>
    Gateway,

    /// <summary>A proxy could not connect to the server behind it, or lost it before there was an answer.</summary>
    Connect,

    /// <summary>The server behind a proxy had the request and was too slow.</summary>
    UpstreamSlow,

    /// <summary>The server behind the proxy answered that itself; what stands in front passed it on.</summary>
    Upstream,

    /// <summary>Nothing is broken: a challenge, redirect or negotiation that then went through.</summary>
    Challenge,

    /// <summary>Nothing failed.</summary>
    Nothing,
}

/// <summary>What the fields of the evidence together say: where it went wrong, and by which field one sees it.</summary>
/// <param name="Where">Where.</param>
/// <param name="Product">The product whose field it is; null where it is no product's.</param>
/// <param name="Field">The field and its value in words of ours, such as <c>target_status_code -</c>; nothing else of the text is in it.</param>
/// <param name="Code">The status that it is about; null for none.</param>
public sealed record Verdict(FailurePoint Where, string? Product, string Field, int? Code);
