using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace StatusBot.EndToEnd.Tests.Support;

/// <summary>The bot as its own process, started as a user starts it.</summary>
internal sealed partial class RunningBot : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(15);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningBot(Process process) => _process = process;

    /// <summary>What it has written so far, both streams, in order.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>Where its local channel is.</summary>
    public Uri Address => _address.Task.Result;

    /// <summary>Starts it on a free port of the loopback and waits until it says where it listens.</summary>
    public static async Task<RunningBot> StartAsync(IReadOnlyDictionary<string, string>? environment = null)
    {
        var bot = Start(["--urls", "http://127.0.0.1:0"], environment);
        await bot._address.Task.WaitAsync(StartLimit);
        return bot;
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int ExitCode, IReadOnlyList<string> Lines)> RunAsync(string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        await using var bot = Start(arguments, environment);
        await bot._process.WaitForExitAsync().WaitAsync(StartLimit);
        bot._process.WaitForExit(); // until both streams have been read to their end
        return (bot._process.ExitCode, bot.Lines);
    }

    /// <summary>Asks it to stop, as an operator or an orchestrator does.</summary>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync().WaitAsync(StopLimit);
        _process.WaitForExit(); // until both streams have been read to their end
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static RunningBot Start(string[] arguments, IReadOnlyDictionary<string, string>? environment)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "StatusBot.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            // From any folder: the program finds its files beside itself.
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;

        var bot = new RunningBot(new Process { StartInfo = start });
        bot._process.OutputDataReceived += (_, line) => bot.Read(line.Data);
        bot._process.ErrorDataReceived += (_, line) => bot.Read(line.Data);
        bot._process.Start();
        bot._process.BeginOutputReadLine();
        bot._process.BeginErrorReadLine();
        return bot;
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        _lines.Enqueue(line);
        if (AddressInLog().Match(line) is { Success: true } match)
            _address.TrySetResult(new Uri(match.Value));
    }

    [GeneratedRegex(@"http://[a-z0-9.:\[\]]+")]
    private static partial Regex AddressInLog();
}
