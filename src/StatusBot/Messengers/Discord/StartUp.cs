using Microsoft.Extensions.Options;
using StatusBot.Discord.Model;
using StatusBot.Discord.Rest;
using StatusBot.Hosting;

namespace StatusBot.Messengers.Discord;

/// <summary>
/// What is done once, beside the work: register the commands, hold the application's settings against ours, print the invite link.
/// Nothing of it keeps the bot from answering.
/// </summary>
internal sealed class StartUp(CommandRegistrar registrar, ApplicationRest rest, IOptions<DiscordOptions> options, ILogger<StartUp> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var differences = await registrar.RegisterAsync(dryRun: false, stoppingToken);
            logger.Registered(differences.Count == 0 ? "as they should be" : string.Join(", ", differences));
            logger.InviteLink((await registrar.ApplicationIdAsync(stoppingToken)).ToString());

            var application = await rest.GetApplicationAsync(stoppingToken);
            Check(application);
        }
        catch (Exception problem) when (problem is DiscordException or DiscordRuleException or HttpRequestException or System.Text.Json.JsonException)
        {
            logger.NotRegistered(problem.Message);
        }
        catch (OperationCanceledException)
        {
            // The bot stops.
        }
    }

    private void Check(ApplicationInfo application)
    {
        if (options.Value.WayIn is WayIn.Gateway && application.InteractionsEndpointUrl is not null)
            logger.EndpointIsSet();
        if (options.Value.WayIn is WayIn.Http && application.VerifyKey is { } key && !key.Equals(options.Value.PublicKey?.Trim(), StringComparison.OrdinalIgnoreCase))
            logger.KeyIsAnothers();
    }
}
