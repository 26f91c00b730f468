using System.Text;
using Microsoft.Extensions.Logging.Console;
using StatusBot.Catalog;
using StatusBot.Catalog.Loading;
using StatusBot.Commands;
using StatusBot.Messengers.Terminal;

namespace StatusBot.Hosting;

/// <summary>The process of a command in a terminal: without the host and its server, for which nobody there wants to wait.</summary>
internal static class TerminalProcess
{
    /// <summary>Answers a command line on the process's own streams.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="CatalogException">The catalogue is broken.</exception>
    public static async Task<int> RunAsync(string[] arguments)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var reading = Task.Run(StatusCatalog.Load); // beside the parser, as each takes a while
        var environment = new TerminalEnvironment(Environment.GetEnvironmentVariable);
        var mistakes = environment.Screen(Console.Error, Console.IsErrorRedirected, WindowWidth);
        var call = new TerminalParser(TerminalVerb.All, environment.Language).Parse(arguments);
        if (call is TerminalCall.Wrong wrong)
            return TerminalMessenger.Refuse(wrong, mistakes);

        if (call is TerminalCall.Filter { Verb.Filter: { } filter })
        {
            using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
            await using var lines = new StreamWriter(Console.OpenStandardOutput(), Console.OutputEncoding, bufferSize: 64 * 1024);
            await filter(new JsonLines(await reading), new FilterStreams(input, lines, Console.Error), CancellationToken.None);
            return TerminalMessenger.Answered;
        }

        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning))
            // Standard output is the answer's.
            .Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace)
            .AddCommands()
            .AddTerminal()
            .AddSingleton<IStatusCatalog>(await reading)
            .BuildServiceProvider();
        var output = environment.Screen(Console.Out, Console.IsOutputRedirected, WindowWidth);
        return await services.GetRequiredService<TerminalMessenger>().RunAsync(call, Console.In, output, mistakes, CancellationToken.None);
    }

    private static int WindowWidth()
    {
        try
        {
            return Console.WindowWidth;
        }
        // Not every terminal tells.
        catch (Exception problem) when (problem is IOException or PlatformNotSupportedException)
        {
            return 0;
        }
    }
}
