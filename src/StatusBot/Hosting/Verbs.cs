using Microsoft.Extensions.Options;
using StatusBot.Messengers.Discord;

namespace StatusBot.Hosting;

/// <summary>What the program can be asked for instead of running the bot.</summary>
internal static class Verbs
{
    /// <summary><c>health</c>: asks the program that runs beside this one.</summary>
    public static bool Health(string[] args) => args is ["health", ..];

    /// <summary><c>--register</c>: registers the commands and ends.</summary>
    public static bool Register(string[] args) => args.Contains("--register");

    /// <summary><c>--dry-run</c>: only says what it would do.</summary>
    public static bool DryRun(string[] args) => args.Contains("--dry-run");

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
