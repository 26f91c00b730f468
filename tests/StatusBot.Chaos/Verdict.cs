using System.Globalization;
using StatusBot.StandIn;

namespace StatusBot.Chaos;

/// <summary>What became of an interaction.</summary>
internal enum Fate
{
    /// <summary>Answered in time.</summary>
    Answered,

    /// <summary>The bot tried, when the three seconds were over.</summary>
    Late,

    /// <summary>Never answered.</summary>
    Lost,
}

/// <summary>An interaction's fate, and the reason where it was not answered.</summary>
/// <param name="Fate">What became of it.</param>
/// <param name="Reason">Why, unless it was answered.</param>
/// <param name="IsExcused">Whether the reason is Discord's or the network's; else a promise is broken.</param>
internal sealed record Verdict(Fate Fate, string Reason, bool IsExcused)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    // What comes to the bot with less than this left is nobody's fault; with more, the bot has to make it.
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(1);

    /// <summary>Judges an interaction whose outcome is known, when all that could still come has come.</summary>
    public static Verdict Of(SentInteraction sent, InteractionOutcome outcome, bool machineStood)
    {
        if (outcome.Answered)
            return new Verdict(Fate.Answered, "", IsExcused: true);

        var (attempts, deliveries, faults) = (sent.Attempts, sent.Deliveries, string.Join(", ", sent.Faults.Distinct().Order(StringComparer.Ordinal)));
        if (attempts.Count == 0)
        {
            return sent.HasReachedClient ? new Verdict(Fate.Lost, "it reached the bot, which never answered", IsExcused: false)
                : sent.HasLostConnection ? new Verdict(Fate.Lost, "never reached the bot: its session ended before", IsExcused: true)
                : new Verdict(Fate.Lost, "was sent to a connection that lives, and never taken note of", IsExcused: false);
        }

        var fate = attempts[0] > Limit ? Fate.Late : Fate.Lost;
        if (faults.Length > 0)
            return new Verdict(fate, $"faults: {faults}", IsExcused: true);
        if (machineStood)
            return new Verdict(fate, "the machine stood still for more than half a second", IsExcused: true);
        var came = deliveries.LastOrDefault(delivery => delivery <= attempts[0]);
        return came > Limit - Enough
            ? new Verdict(fate, "reached the bot by a replay, with less than a second left or none", IsExcused: true)
            : new Verdict(fate, string.Create(CultureInfo.InvariantCulture, $"came after {came.TotalSeconds:0.0} s, tried after {attempts[0].TotalSeconds:0.0} s"), IsExcused: false);
    }
}
