using System.Net;
using Microsoft.Extensions.Options;
using StatusBot.Conversation;
using StatusBot.Discord;
using StatusBot.Discord.Model;
using StatusBot.Discord.Rest;
using StatusBot.Hosting;

namespace StatusBot.Messengers.Discord;

/// <summary>Registers the commands: reads what is there, compares, and puts only where something differs.</summary>
internal sealed class CommandRegistrar(ApplicationRest rest, CommandTable commands, IOptions<DiscordOptions> options)
{
    /// <summary>Registers them.</summary>
    /// <param name="dryRun">Only says what it would do.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>One line for each difference; empty when there is none.</returns>
    /// <exception cref="DiscordException">Discord refused.</exception>
    public async Task<IReadOnlyList<string>> RegisterAsync(bool dryRun, CancellationToken cancellationToken)
    {
        var application = await ApplicationIdAsync(cancellationToken);
        Snowflake? guild = Snowflake.TryParse(options.Value.GuildId, out var id) ? id : null;
        var wanted = WireCommands.Of(commands, isGlobal: guild is null);
        var present = await rest.GetCommandsAsync(application, guild, cancellationToken);

        var differences = CommandDifference.Between(present, wanted);
        if (differences.Count > 0 && !dryRun)
            await rest.PutCommandsAsync(application, guild, wanted, cancellationToken);
        return differences;
    }

    /// <summary>The application's id: as configured, as the token says, or as Discord says.</summary>
    public async Task<Snowflake> ApplicationIdAsync(CancellationToken cancellationToken)
    {
        if (Snowflake.TryParse(options.Value.ApplicationId, out var configured))
            return configured;
        return Snowflake.TryParse(BotToken.Parse(options.Value.Token)?.ApplicationId(), out var told)
            ? told
            : (await rest.GetApplicationAsync(cancellationToken)).Id;
    }

    /// <summary>The <c>--register</c> verb.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(bool dryRun, CancellationToken cancellationToken)
    {
        try
        {
            var differences = await RegisterAsync(dryRun, cancellationToken);
            foreach (var difference in differences)
                Console.WriteLine(difference);
            Console.WriteLine(differences.Count == 0 ? "The commands are as they should be." : dryRun ? "Nothing was changed." : "The commands are registered.");
            return 0;
        }
        catch (DiscordException refused) when (refused.Status is HttpStatusCode.Unauthorized)
        {
            await Console.Error.WriteLineAsync("Discord refused the bot's token. Copy a new one from the application's Bot page in Discord's developer portal and set Discord:Token.");
            return 1;
        }
        catch (Exception problem) when (problem is DiscordException or HttpRequestException)
        {
            await Console.Error.WriteLineAsync($"The commands could not be registered: {problem.Message}");
            return 1;
        }
    }
}
