using System.Globalization;
using System.Text.Json.Nodes;

namespace StatusBot.StandIn;

/// <summary>Something that Discord would refuse or punish.</summary>
/// <param name="Rule">Its short name, such as <c>callback.twice</c>.</param>
/// <param name="Detail">What happened; never a token.</param>
/// <param name="At">When, since the start.</param>
public sealed record Violation(string Rule, string Detail, TimeSpan At)
{
    /// <summary>Rule and detail.</summary>
    public override string ToString() => $"{Rule}: {Detail}";
}

/// <summary>A request to the REST API.</summary>
/// <param name="Method">The method.</param>
/// <param name="Template">The path with the names of its parts; never the filled path, which may hold a token.</param>
/// <param name="Status">The status of the answer; null when there was none.</param>
/// <param name="Code">Discord's error code, if there was an error.</param>
/// <param name="HasAuthorization">Whether an Authorization header came with it.</param>
/// <param name="UserAgent">Its User-Agent.</param>
/// <param name="ContentType">Its Content-Type.</param>
/// <param name="At">When it came, since the start.</param>
/// <param name="Took">How long the answer took.</param>
public sealed record RecordedRequest(
    string Method, string Template, int? Status, int? Code, bool HasAuthorization, string? UserAgent, string? ContentType, TimeSpan At, TimeSpan Took)
{
    /// <summary>Method, template and status.</summary>
    public override string ToString() =>
        $"{Method} {Template} {Status?.ToString(CultureInfo.InvariantCulture) ?? "no answer"}{(Code is { } code ? string.Create(CultureInfo.InvariantCulture, $" ({code})") : "")}";
}

/// <summary>How a connection to the Gateway ended.</summary>
/// <param name="Shard">The shard, where the client had said which.</param>
/// <param name="Code">The close code; 1005 for a close without one, 1006 for a connection that was lost.</param>
/// <param name="ByClient">Whether the client ended it.</param>
/// <param name="Reason">Why, where something is known.</param>
/// <param name="At">When, since the start.</param>
public sealed record GatewayClose(int? Shard, int Code, bool ByClient, string Reason, TimeSpan At);

/// <summary>A session of the Gateway as it stands: from Identify over its resumes to its end.</summary>
public sealed record GatewaySession
{
    /// <summary>Discord's name for it.</summary>
    public required string Id { get; init; }

    /// <summary>Its shard.</summary>
    public required int Shard { get; init; }

    /// <summary>The intents that it identified with.</summary>
    public required long Intents { get; init; }

    /// <summary>The presence that it shows, if any was sent.</summary>
    public JsonObject? Presence { get; init; }

    /// <summary>The sequence number of its last dispatch.</summary>
    public required int LastSequence { get; init; }

    /// <summary>How often it was resumed.</summary>
    public required int Resumes { get; init; }

    /// <summary>Dispatches replayed by those resumes.</summary>
    public required int Replayed { get; init; }

    /// <summary>Heartbeats received.</summary>
    public required int Heartbeats { get; init; }

    /// <summary>Heartbeats that did not come in time.</summary>
    public required int MissedHeartbeats { get; init; }

    /// <summary>Whether a connection carries it now.</summary>
    public required bool IsConnected { get; init; }

    /// <summary>Whether it can no longer be resumed.</summary>
    public required bool HasEnded { get; init; }

    /// <summary>Whether its last connection is compressed.</summary>
    public required bool IsCompressed { get; init; }

    /// <summary>How its connections ended, in order.</summary>
    public required IReadOnlyList<GatewayClose> Closes { get; init; }
}
