using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace StatusBot.Load;

/// <summary>A program to measure: how it is started.</summary>
internal sealed record TargetProgram(string Name, string[] Command);

/// <summary>A running program: what it costs. Everything is on the loopback.</summary>
internal sealed class Target : IDisposable
{
    private readonly Process _process;
    private readonly long _started = Stopwatch.GetTimestamp();

    private Target(TargetProgram program, int port, IReadOnlyDictionary<string, string> settings)
    {
        Address = new Uri($"http://127.0.0.1:{port}");
        // An AOT build has no use for "dotnet" and none for the shell; the log goes nowhere, as it would cost the bot alone.
        var start = new ProcessStartInfo(program.Command[0], [.. program.Command[1..], "--urls", Address.ToString()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, line) => Console.Error.Write(line.Data is { } text ? $"{program.Name}: {text}{Environment.NewLine}" : "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>How long ago it was started.</summary>
    public TimeSpan Age => Stopwatch.GetElapsedTime(_started);

    /// <summary>The CPU time that it has used.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Its resident memory, in MB.</summary>
    public double Resident
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    /// <summary>Starts a program in HTTP mode.</summary>
    public static Target StartHttp(TargetProgram program, string publicKey) =>
        new(program, FreePort(), new Dictionary<string, string> { ["Discord__Mode"] = "http", ["Discord__PublicKey"] = publicKey });

    /// <summary>Starts a program in gateway mode.</summary>
    public static Target StartGateway(TargetProgram program, Uri apiUrl) =>
        new(program, FreePort(), new Dictionary<string, string>
        {
            ["Discord__Mode"] = "gateway",
            ["Discord__Token"] = GatewayLoad.Token,
            ["Discord__ApiUrl"] = apiUrl.ToString(),
        });

    /// <summary>Waits until its health says that it is ready, and says how long it took from its start.</summary>
    public async Task<TimeSpan> ReadyAsync()
    {
        while (!_process.HasExited && Age < TimeSpan.FromSeconds(30))
        {
            try
            {
                using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, Address.Port);
                await socket.SendAsync("GET /health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n"u8.ToArray());
                var answer = new byte[64];
                if (await socket.ReceiveAsync(answer) > 12 && answer.AsSpan(9, 3).SequenceEqual("200"u8))
                    return Age;
            }
            catch (SocketException)
            {
                // Not yet.
            }

            await Task.Delay(1);
        }

        throw new InvalidOperationException($"{_process.StartInfo.FileName} does not get ready.");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
