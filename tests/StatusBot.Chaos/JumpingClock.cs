namespace StatusBot.Chaos;

/// <summary>Discord's clock, which may be hours from the bot's and changes its mind; time that passes still passes.</summary>
internal sealed class JumpingClock : TimeProvider
{
    private long _offset;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref _offset));

    public void JumpTo(TimeSpan offset) => Volatile.Write(ref _offset, offset.Ticks);
}
