using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace StatusBot.EndToEnd.Tests.Support;

/// <summary>The bot as its own process, started as a user starts it.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(15);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private RunningBot(Process process) => _process = process;

    /// <summary>What it has written so far, both streams, in order.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>The memory that it occupies now and has occupied at most, in bytes.</summary>
    public (long Now, long Peak) Resident
    {
        get
        {
            _process.Refresh();
            return (_process.WorkingSet64, _process.PeakWorkingSet64);
        }
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private init; } = new("http://127.0.0.1:5080");

    /// <summary>Starts it on a free port of the loopback and waits until it answers.</summary>
    public static async Task<RunningBot> StartAsync(IReadOnlyDictionary<string, string>? environment = null)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var bot = Start(["--urls", address.ToString()], environment, address);
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = address };
        for (var start = Stopwatch.StartNew(); !await AnswersAsync(http);)
        {
            if (start.Elapsed > StartLimit || bot._process.HasExited)
                throw new TimeoutException($"The bot does not answer. It wrote: {string.Join('\n', bot.Lines)}");
            await Task.Delay(20);
        }

        return bot;
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int ExitCode, IReadOnlyList<string> Lines)> RunAsync(string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        await using var bot = Start(arguments, environment, new Uri("http://127.0.0.1:5080"));
        await bot._process.WaitForExitAsync().WaitAsync(StartLimit);
        bot._process.WaitForExit(); // until both streams have been read to their end
        return (bot._process.ExitCode, bot.Lines);
    }

    /// <summary>Waits until it has written something.</summary>
    public async Task SaysAsync(string text)
    {
        for (var start = Stopwatch.StartNew(); !Lines.Any(line => line.Contains(text, StringComparison.Ordinal));)
        {
            if (start.Elapsed > StartLimit)
                throw new TimeoutException($"The bot never said \"{text}\". It wrote: {string.Join('\n', Lines)}");
            await Task.Delay(20);
        }
    }

    /// <summary>Waits for its end.</summary>
    public async Task<int> EndsAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(StartLimit);
        _process.WaitForExit(); // until both streams have been read to their end
        return _process.ExitCode;
    }

    /// <summary>Asks it to stop, as an operator or an orchestrator does.</summary>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync().WaitAsync(StopLimit);
        _process.WaitForExit(); // until both streams have been read to their end
        return _process.ExitCode;
    }

    /// <summary>Ends it without asking.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            return (await http.GetAsync("/health/live")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static RunningBot Start(string[] arguments, IReadOnlyDictionary<string, string>? environment, Uri address)
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

        var bot = new RunningBot(new Process { StartInfo = start }) { Address = address };
        bot._process.OutputDataReceived += (_, line) => bot.Read(line.Data);
        bot._process.ErrorDataReceived += (_, line) => bot.Read(line.Data);
        bot._process.Start();
        bot._process.BeginOutputReadLine();
        bot._process.BeginErrorReadLine();
        return bot;
    }

    private void Read(string? line)
    {
        if (line is not null)
            _lines.Enqueue(line);
    }
}
