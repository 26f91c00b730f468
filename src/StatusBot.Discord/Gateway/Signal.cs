namespace StatusBot.Discord.Gateway;

/// <summary>What a session learns of the world.</summary>
internal abstract record Signal
{
    private Signal()
    {
    }

    /// <summary>The bot is to stop.</summary>
    public sealed record StopAsked : Signal;

    /// <summary>The connection is there.</summary>
    public sealed record Opened : Signal;

    /// <summary>The connection could not be made.</summary>
    public sealed record ConnectFailed : Signal;

    /// <summary>The connection is gone.</summary>
    /// <param name="Code">The close code, or null when there was none.</param>
    public sealed record Closed(int? Code) : Signal;

    /// <summary>HELLO, READY or RESUMED did not come in time.</summary>
    public sealed record WaitedTooLong : Signal;

    /// <summary>Op 10.</summary>
    public sealed record Hello(TimeSpan Interval) : Signal;

    /// <summary>A new session may be started now.</summary>
    public sealed record MayIdentify : Signal;

    /// <summary>READY.</summary>
    public sealed record Ready(ResumePoint Point) : Signal;

    /// <summary>RESUMED.</summary>
    public sealed record Resumed : Signal;

    /// <summary>Any event.</summary>
    public sealed record Dispatched(long Sequence) : Signal;

    /// <summary>It is time for a heartbeat.</summary>
    public sealed record HeartbeatDue : Signal;

    /// <summary>Op 11.</summary>
    public sealed record HeartbeatAcknowledged : Signal;

    /// <summary>Op 1.</summary>
    public sealed record HeartbeatAsked : Signal;

    /// <summary>Op 7.</summary>
    public sealed record ReconnectAsked : Signal;

    /// <summary>Op 9.</summary>
    public sealed record SessionInvalid(bool IsResumable) : Signal;
}
