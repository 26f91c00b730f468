using Microsoft.Extensions.Options;
using StatusBot.Catalog.Checks;
using StatusBot.Messengers.Discord;
using StatusBot.Messengers.Terminal;

namespace StatusBot.Hosting;

/// <summary>What the program can be asked for instead of running the bot.</summary>
internal static class Verbs
{
    /// <summary><c>health</c>: asks the program that runs beside this one.</summary>
    public static bool Health(string[] args) => args is ["health", ..];

    /// <summary><c>catalog check</c>: reads the data files as their author.</summary>
    public static bool CatalogCheck(string[] args) => args is ["catalog", "check", ..];

    /// <summary>Any other word, and help: asks the bot in the terminal. A setting is no word, not even <c>Discord:Mode=http</c>.</summary>
    public static bool Terminal(string[] args) =>
        args is [{ Length: > 0 } first, ..]
        && !Health(args)
        && !CatalogCheck(args)
        && (TerminalParser.LeadingOptions.Contains(first) || (first[0] is not ('-' or '/') && !first.Contains('=', StringComparison.Ordinal)));

    /// <summary><c>--register</c>: registers the commands and ends.</summary>
    public static bool Register(string[] args) => args.Contains("--register");

    /// <summary><c>--dry-run</c>: only says what it would do.</summary>
    public static bool DryRun(string[] args) => args.Contains("--dry-run");

    /// <summary>Reads the data files of a folder, or of the source tree that one stands in, and prints what is wrong with them.</summary>
    /// <returns>The exit code: 0 when nothing is wrong.</returns>
    public static async Task<int> CheckCatalogAsync(string? folder)
    {
        if ((folder ?? DataFolder()) is not { } data || !Directory.Exists(data))
        {
            await Console.Error.WriteLineAsync("There is no folder of data files here. Name it: catalog check src/StatusBot.Catalog/Data");
            return 1;
        }

        var findings = CatalogInspection.Run(data, out var summary);
        foreach (var finding in findings)
            Console.WriteLine(finding);
        Console.WriteLine(findings.Count == 0 ? $"Nothing is wrong. {summary}" : $"Wrong: {findings.Count}. {summary}");
        return findings.Count == 0 ? 0 : 1;
    }

    private static string? DataFolder()
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "src", "StatusBot.Catalog", "Data");
            if (Directory.Exists(data))
                return data;
        }

        return null;
    }

    /// <summary>Registers the commands.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="OptionsValidationException">The options contradict each other.</exception>
    public static async Task<int> RegisterAsync(this WebApplication app, bool dryRun)
    {
        _ = app.Services.GetRequiredService<IOptions<DiscordOptions>>().Value;
        if (app.Services.GetService<CommandRegistrar>() is { } registrar)
            return await registrar.RunAsync(dryRun, app.Lifetime.ApplicationStopping);

        await Console.Error.WriteLineAsync("Registering commands needs the bot's token. Set Discord:Token.");
        return 1;
    }
}
