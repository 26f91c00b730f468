using System.Globalization;
using System.Text;
using StatusBot.StandIn;

namespace StatusBot.Chaos;

/// <summary>What a run came to: figures, reasons, and the promises that were broken, of which there must be none.</summary>
public sealed class ChaosReport
{
    private const int MostShown = 20;

    // The longest of the times that these rules measure, and the least that they tolerate.
    private static readonly TimeSpan LooksBack = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan MostStall = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly ChaosOptions _options;
    private readonly SortedDictionary<string, int> _reasons = new(StringComparer.Ordinal);
    private readonly List<string> _broken = [];
    private readonly HashSet<string> _stood = new(StringComparer.Ordinal);
    private readonly List<double> _milliseconds = [];
    private IReadOnlyDictionary<string, int> _dealt = new Dictionary<string, int>();
    private IReadOnlyList<Violation> _violations = [];
    private TimeSpan _stalled;
    private long _growth;

    internal ChaosReport(ChaosOptions options) => _options = options;

    /// <summary>Interactions that were sent.</summary>
    public int Sent { get; private set; }

    /// <summary>Those that reached the bot for certain.</summary>
    public int Reached { get; private set; }

    /// <summary>Those that were answered within three seconds.</summary>
    public int Answered { get; private set; }

    /// <summary>Those that the bot tried to answer when the three seconds were over.</summary>
    public int Late { get; private set; }

    /// <summary>Those that were not answered otherwise.</summary>
    public int Lost { get; private set; }

    /// <summary>Those that the bot answered once more after its answer had been confirmed.</summary>
    public int AnsweredTwice { get; private set; }

    /// <summary>How often a session was resumed.</summary>
    public int Resumed { get; private set; }

    /// <summary>How often a new session was begun, beyond the first of each shard.</summary>
    public int Reidentified { get; private set; }

    /// <summary>Lines of the log with a token in them.</summary>
    public int LinesWithTokens { get; private set; }

    /// <summary>The most memory that the bot occupied, in bytes.</summary>
    public long PeakBytes { get; private set; }

    /// <summary>The memory that the bot occupied at the end, in bytes.</summary>
    public long FinalBytes { get; private set; }

    /// <summary>What was promised and not kept.</summary>
    public IReadOnlyList<string> BrokenPromises => _broken;

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            seed {_options.Seed}, {_options.Shards} shards, {_options.Duration.TotalSeconds} s, {_dealt.Values.Sum()} mischiefs of {_dealt.Count} kinds; the machine stood still for {_stalled.TotalSeconds:0.0} s
            sent              {Sent,8:N0}
            reached the bot   {Reached,8:N0}
            answered          {Answered,8:N0}   p50 {Percentile(0.5):N0} ms, p99 {Percentile(0.99):N0} ms, slowest {Percentile(1):N0} ms
            late              {Late,8:N0}
            lost              {Lost,8:N0}

            """);
        foreach (var (reason, count) in _reasons)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {count,6:N0}  {reason}");
        text.Append(CultureInfo.InvariantCulture, $"""
            answered twice    {AnsweredTwice,8:N0}
            resumed           {Resumed,8:N0}
            re-identified     {Reidentified,8:N0}
            violations        {_violations.Count,8:N0}
            lines with tokens {LinesWithTokens,8:N0}
            resident memory   {PeakBytes / 1e6,8:N1} MB at most, {FinalBytes / 1e6:N1} MB at the end, {_growth / 1e6:+0.0;-0.0} MB after the warm-up

            """);
        text.AppendLine(_broken.Count == 0 ? "Every promise was kept." : $"{_broken.Count} promises were broken:");
        foreach (var broken in _broken.Take(MostShown))
            text.AppendLine(CultureInfo.InvariantCulture, $"  {broken}");
        return text.ToString();
    }

    internal void Add(SentInteraction sent, InteractionOutcome outcome, Verdict verdict, bool isRight, bool machineStood)
    {
        lock (_gate)
        {
            Sent++;
            Reached += sent.HasReachedClient ? 1 : 0;
            Answered += verdict.Fate is Fate.Answered ? 1 : 0;
            Late += verdict.Fate is Fate.Late ? 1 : 0;
            Lost += verdict.Fate is Fate.Lost ? 1 : 0;
            if (outcome.Answered)
                _milliseconds.Add(outcome.After.TotalMilliseconds);
            else
                _reasons[$"{verdict.Fate}: {verdict.Reason}"] = _reasons.GetValueOrDefault($"{verdict.Fate}: {verdict.Reason}") + 1;
            // Sent again because its confirmation was late is once in Discord's eyes, and in the bot's.
            if (machineStood)
                _stood.Add(sent.ToString());
            else if (sent is { WasAnsweredAgain: true, Faults.Count: 0 })
                AnsweredTwice++;
            if (!verdict.IsExcused)
                _broken.Add($"{sent}: {verdict.Reason}");
            if (!isRight)
                _broken.Add($"{sent}: the answer is to another question");
        }
    }

    internal void Break(string promise)
    {
        lock (_gate)
            _broken.Add(promise);
    }

    internal void Conclude(DiscordStandIn discord, Memory memory, IReadOnlyDictionary<string, int> dealt, Stalls stalls, int linesWithTokens, int lines)
    {
        (_dealt, _stalled, _growth) = (dealt, stalls.Total, memory.Growth);
        _violations = [.. discord.Violations.Where(violation => !IsOfTheMachine(violation, stalls))];
        (PeakBytes, FinalBytes, LinesWithTokens) = (memory.Peak, memory.Final, linesWithTokens);
        Resumed = discord.Sessions.Sum(session => session.Resumes);
        Reidentified = discord.Identifies - _options.Shards;

        if (AnsweredTwice > 0)
            Break($"{AnsweredTwice} were answered twice");
        if (linesWithTokens > 0)
            Break($"{linesWithTokens} of {lines} lines of the log have a token in them");
        if (_growth > _options.MostGrowth)
            Break(string.Create(CultureInfo.InvariantCulture, $"memory grew by {_growth / 1e6:0.0} MB after the warm-up"));
        foreach (var violation in _violations)
            Break($"violation {violation}");
        if (Answered < Sent / 2 || Sent == 0 || Resumed == 0)
            Break("too little came through: this run proves nothing");
    }

    // What the bot did in time may have come late where nothing ran.
    private bool IsOfTheMachine(Violation violation, Stalls stalls) => violation.Rule switch
    {
        "callback.twice" => _stood.Any(stood => violation.Detail.StartsWith(stood, StringComparison.Ordinal)),
        "heartbeat.late" or "heartbeat.requested" or "identify.concurrency" => stalls.Before(violation.At, LooksBack) > MostStall,
        _ => false,
    };

    private double Percentile(double of)
    {
        if (_milliseconds.Count == 0)
            return 0;
        _milliseconds.Sort();
        return _milliseconds[(int)Math.Min(_milliseconds.Count - 1, _milliseconds.Count * of)];
    }
}
