using System.Collections.Concurrent;
using System.Diagnostics;
using StatusBot.EndToEnd.Tests.Support;
using StatusBot.StandIn;

namespace StatusBot.Chaos;

/// <summary>The bot as a process, the stand-in, people, and mischief.</summary>
public sealed class ChaosRun
{
    private const int MostInFlight = 24;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SettleLimit = TimeSpan.FromSeconds(130);

    // Longer than three seconds and two retries: what could still come has come by then.
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(5);

    // What is left of an attempt's 1.2 seconds, or of the three, is still ample.
    private static readonly TimeSpan MostStall = TimeSpan.FromSeconds(0.5);

    private readonly ChaosOptions _options;
    private readonly DiscordStandIn _discord;
    private readonly ChaosReport _report;
    private readonly Secrets _secrets = new();
    private readonly Stalls _stalls;
    private readonly ConcurrentQueue<Talk> _open = new();

    private ChaosRun(ChaosOptions options, DiscordStandIn discord, Stalls stalls) =>
        (_options, _discord, _stalls, _report) = (options, discord, stalls, new ChaosReport(options));

    /// <summary>Runs it, and reports.</summary>
    public static async Task<ChaosReport> RunAsync(ChaosOptions options, CancellationToken stop)
    {
        var clock = new JumpingClock();
        var stalls = new Stalls(); // counts from the stand-in's start, as its violations do
        await using var discord = await DiscordStandIn.StartAsync(new StandInOptions
        {
            Shards = options.Shards,
            MaxConcurrency = Math.Min(2, options.Shards),
            SessionStartRemaining = options.SessionStarts.Left,
            SessionStartResetAfterMs = (int)options.SessionStarts.RestoredAfter.TotalMilliseconds,
            Guilds = [.. Enumerable.Range(0, options.Shards).Select(shard => Traffic.GuildOf(shard, options.Shards))],
            TimeProvider = clock,
        });
        await using var bot = await RunningBot.StartAsync(new Dictionary<string, string>
        {
            ["Discord__Token"] = discord.Token,
            ["Discord__ApplicationId"] = discord.ApplicationId,
            ["Discord__ApiUrl"] = discord.ApiUrl.ToString(),
            ["Discord__Shards"] = $"{options.Shards}",
            ["Logging__LogLevel__Default"] = "Trace", // the more it says, the more it could give away
            ["Logging__LogLevel__Microsoft"] = "Trace",
        });
        return await new ChaosRun(options, discord, stalls).RunAsync(bot, new Mischief(options, discord.Faults, clock), stop);
    }

    private async Task<ChaosReport> RunAsync(RunningBot bot, Mischief mischief, CancellationToken stop)
    {
        await _discord.ReadyAsync(stop).WaitAsync(StartLimit, stop);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var memory = new Memory(bot);
        var watching = Task.WhenAll(memory.WatchAsync(ended.Token), _stalls.WatchAsync(ended.Token));
        var people = Enumerable.Range(0, _options.Shards).Select(shard => TalkAsync(shard, enough.Token)).ToArray();

        enough.CancelAfter(_options.Duration);
        await mischief.DealAsync(enough.Token);

        // What was sent while a session was missing arrives when there is one again; then all is quiet.
        _discord.Faults.Clear();
        var isReady = await EndsAsync(_discord.ReadyAsync(stop), SettleLimit);
        await EndsAsync(Task.WhenAll(people), SettleLimit);
        await Task.Delay(Afterwards, stop);
        await ended.CancelAsync();
        await watching;

        while (_open.TryDequeue(out var one))
            Judge(one);
        foreach (var session in _discord.Sessions)
            _secrets.Add(session.Id);
        _secrets.Add(_discord.Token);

        if (bot.HasEnded || !isReady)
            _report.Break(bot.HasEnded ? "the bot has ended" : "the bot did not get all its sessions back");
        var exitCode = bot.HasEnded ? 1 : await bot.TerminateAsync();
        if (exitCode != 0)
            _report.Break($"the bot ended with {exitCode}");
        _report.Conclude(_discord, memory, mischief.Dealt, _stalls, bot.Lines.Count(_secrets.IsIn), bot.Lines.Count);
        return _report;
    }

    private static async Task<bool> EndsAsync(Task task, TimeSpan limit)
    {
        await task.WaitAsync(limit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return task.IsCompletedSuccessfully;
    }

    // One shard's people. They pause while it has no session, as Discord has nobody to send to then.
    private async Task TalkAsync(int shard, CancellationToken enough)
    {
        var traffic = new Traffic(_options.Seed + shard, Traffic.GuildOf(shard, _options.Shards));
        var places = new SemaphoreSlim(MostInFlight);
        var answers = new ConcurrentBag<Task>();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds((double)_options.Shards / _options.PerSecond));
        while (!enough.IsCancellationRequested)
        {
            await timer.WaitForNextTickAsync(CancellationToken.None);
            await places.WaitAsync(CancellationToken.None);
            var (interaction, isRight) = traffic.Next();
            var sent = await _discord.SendAsync(interaction, CancellationToken.None);
            _secrets.Add(sent.Token);
            answers.Add(FollowAsync(new Talk(sent, Stopwatch.GetTimestamp(), isRight), traffic, places));
        }

        await Task.WhenAll(answers);
    }

    private async Task FollowAsync(Talk talk, Traffic traffic, SemaphoreSlim places)
    {
        var outcome = await talk.Sent.Outcome;
        places.Release();
        if (outcome is { Answered: true, ResponseType: 4 } && talk.Sent.Messages is [var message, ..])
            traffic.Show(message);

        await Task.Delay(Afterwards);
        if (outcome.Answered)
            Judge(talk);
        else
            _open.Enqueue(talk); // whether it reached the bot may still become known
    }

    private void Judge(Talk talk)
    {
        var outcome = talk.Sent.Outcome.Result;
        var stood = _stalls.Within(talk.SentAt, talk.SentAt + (Stopwatch.Frequency * (long)Afterwards.TotalSeconds)) > MostStall;
        _report.Add(talk.Sent, outcome, Verdict.Of(talk.Sent, outcome, stood), isRight: !outcome.Answered || talk.IsRight(outcome), stood);
    }

    /// <summary>An interaction, when it was sent, and what its answer has to be.</summary>
    private sealed record Talk(SentInteraction Sent, long SentAt, Func<InteractionOutcome, bool> IsRight);
}
