using System.Globalization;
using StatusBot.Chaos;

var options = args.Contains("--long") ? ChaosOptions.AtLength : ChaosOptions.InShort;
if (Argument("--seed") is { } seed)
    options = options with { Seed = seed };
if (Argument("--seconds") is { } seconds)
    options = options with { Duration = TimeSpan.FromSeconds(seconds) };
if (Argument("--per-second") is { } perSecond)
    options = options with { PerSecond = perSecond };

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
var report = await ChaosRun.RunAsync(options, stop.Token);
Console.WriteLine(report);
return report.BrokenPromises.Count == 0 ? 0 : 1;

int? Argument(string name) =>
    Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : null;
