using System.Collections;
using System.Runtime.CompilerServices;

namespace StatusBot.Discord.Gateway;

/// <summary>What a session wants done.</summary>
internal abstract record Effect
{
    private Effect()
    {
    }

    /// <summary>Connect.</summary>
    /// <param name="ResumeUrl">Where to, or null for the gateway's own address.</param>
    /// <param name="Pause">How long to wait first.</param>
    /// <param name="Failures">How many attempts have failed before.</param>
    public sealed record Connect(Uri? ResumeUrl, Pause Pause, int Failures) : Effect;

    /// <summary>Close the connection.</summary>
    public sealed record Close(CloseCode Code) : Effect;

    /// <summary>Give a signal every interval, the first one somewhere within it.</summary>
    public sealed record Beat(TimeSpan Interval) : Effect;

    /// <summary>Give a signal when this does not come in time.</summary>
    public sealed record Expect(Wait Wait) : Effect;

    /// <summary>Give a signal when a new session may be started.</summary>
    public sealed record AskToIdentify : Effect;

    /// <summary>Op 2.</summary>
    public sealed record SendIdentify : Effect;

    /// <summary>Op 6.</summary>
    public sealed record SendResume(ResumePoint Point) : Effect;

    /// <summary>Op 1.</summary>
    public sealed record SendHeartbeat(long? Sequence) : Effect;

    /// <summary>Say that events arrive.</summary>
    public sealed record ReportLive(bool Resumed) : Effect;

    /// <summary>End the bot: trying again would not help.</summary>
    public sealed record Stop(int Code) : Effect;
}

/// <summary>Effects in their order.</summary>
[CollectionBuilder(typeof(Effects), nameof(Of))]
internal sealed class Effects : IReadOnlyList<Effect>
{
    private readonly Effect[] _effects;

    private Effects(Effect[] effects) => _effects = effects;

    /// <summary>Nothing to do.</summary>
    public static Effects None { get; } = new([]);

    public int Count => _effects.Length;

    public Effect this[int index] => _effects[index];

    public static Effects Of(ReadOnlySpan<Effect> effects) => new(effects.ToArray());

    public static implicit operator Effects(Effect effect) => new([effect]);

    public IEnumerator<Effect> GetEnumerator() => ((IEnumerable<Effect>)_effects).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>How long to wait before connecting.</summary>
internal enum Pause
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Up to a second, so that not all bots come back at the same moment.</summary>
    Short,

    /// <summary>1 to 60 seconds, doubling with each failure, with jitter.</summary>
    Backoff,

    /// <summary>Five seconds and some, after which a new session may be started again.</summary>
    BeforeIdentify,
}

/// <summary>What is waited for.</summary>
internal enum Wait
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>HELLO.</summary>
    Hello,

    /// <summary>READY, RESUMED, or an event that is replayed.</summary>
    Ready,
}

/// <summary>Codes that we close with.</summary>
internal enum CloseCode
{
    /// <summary>Ends the session; the bot goes offline.</summary>
    Normal = 1000,

    /// <summary>Any code but 1000 and 1001 keeps the session for a while.</summary>
    KeepsSession = 4000,
}
