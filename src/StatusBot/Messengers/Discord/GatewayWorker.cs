using System.Net;
using Microsoft.Extensions.Options;
using StatusBot.Discord.Gateway;
using StatusBot.Discord.Interactions;
using StatusBot.Discord.Model;
using StatusBot.Discord.Rest;
using StatusBot.Hosting;

namespace StatusBot.Messengers.Discord;

/// <summary>Feeds the gateway's interactions to the bot, for as long as the program runs.</summary>
internal sealed class GatewayWorker(
    GatewayClient gateway,
    InteractionHandler handler,
    Rehearsal rehearsal,
    InteractionWebhook webhook,
    SeenInteractions seen,
    FatalEnd fatal,
    IOptions<DiscordOptions> options,
    TimeProvider time,
    ILogger<GatewayWorker> logger) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LastAnswersLimit = TimeSpan.FromSeconds(6);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var rehearsed = Task.Run(rehearsal.RunAsync, CancellationToken.None);
        for (var pause = TimeSpan.FromSeconds(2); !stoppingToken.IsCancellationRequested; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks)))
        {
            try
            {
                await gateway.RunAsync(options.Value.Shards, HandleAsync, rehearsed, stoppingToken);
            }
            catch (GatewayFatalException end)
            {
                fatal.Because(end.Message);
                return;
            }
            catch (DiscordException refused) when (refused.Status is HttpStatusCode.Unauthorized)
            {
                fatal.Because(CloseCodes.Advice(4004));
                return;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception problem) when (problem is DiscordException or HttpRequestException or System.Text.Json.JsonException)
            {
                logger.Unreachable(problem.Message, (long)pause.TotalMilliseconds);
                await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await FinishAsync();
    }

    private Task HandleAsync(Interaction interaction) => seen.IsNew(interaction.Id)
        ? handler.TrackAsync(async () =>
        {
            var rest = await handler.AnswerAsync(
                interaction,
                response => webhook.RespondAsync(interaction.Id, interaction.Token, response, CancellationToken.None));
            if (rest is not null)
                await rest();
        })
        : Task.CompletedTask;

    // The session is closed; what had arrived before is still answered.
    private async Task FinishAsync()
    {
        var began = time.GetTimestamp();
        while (handler.UnderWay > 0 && time.GetElapsedTime(began) < LastAnswersLimit)
            await Task.Delay(TimeSpan.FromMilliseconds(20), time);
    }
}
