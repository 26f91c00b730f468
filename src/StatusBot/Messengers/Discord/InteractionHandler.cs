using System.Net;
using StatusBot.Discord.Model;
using StatusBot.Discord.Rest;

namespace StatusBot.Messengers.Discord;

/// <summary>
/// Answers an interaction within Discord's rules, whatever the transport: once, within three seconds, and with what takes longer
/// as an edit. What follows the first answer is finished before the program ends.
/// </summary>
internal sealed class InteractionHandler(DiscordMessenger messenger, InteractionWebhook webhook, TimeProvider time, ILogger<InteractionHandler> logger)
{
    /// <summary>Discord waits three seconds for the first answer; what is not ready by then is promised at two.</summary>
    private static readonly TimeSpan PromiseAfter = TimeSpan.FromSeconds(2);

    /// <summary>How long an interaction's token works.</summary>
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(15);

    // In HTTP mode Discord may not have read our first answer yet when the next request arrives.
    private static readonly TimeSpan[] UntilStored = [TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    private int _underWay;

    /// <summary>How many interactions are being answered.</summary>
    public int UnderWay => Volatile.Read(ref _underWay);

    /// <summary>Answers an interaction.</summary>
    /// <param name="interaction">The interaction.</param>
    /// <param name="respond">Sends the first answer; called exactly once.</param>
    /// <returns>What is still to do afterwards, or null.</returns>
    public async Task<Func<Task>?> AnswerAsync(Interaction interaction, Func<InteractionResponse, Task> respond)
    {
        var received = time.GetTimestamp();
        // Not cancelled by a stop: what has arrived is answered.
        var answering = messenger.AnswerAsync(interaction, CancellationToken.None);
        if (answering.IsCompletedSuccessfully)
            return await RespondAsync(interaction, answering.Result, respond);

        var pending = answering.AsTask();
        if (await IsDoneWithinAsync(pending, PromiseAfter))
            return await RespondAsync(interaction, await pending, respond);

        var promise = Promise(interaction);
        await respond(promise);
        return () => KeepPromiseAsync(interaction, promise, pending, received);
    }

    /// <summary>Counts an interaction as being answered until it is done with.</summary>
    public async Task TrackAsync(Func<Task> work)
    {
        Interlocked.Increment(ref _underWay);
        try
        {
            await work();
        }
        catch (DiscordException refused) when (refused is { Status: HttpStatusCode.NotFound, Error.Code: 10062 })
        {
            // The three seconds are over, or it was answered elsewhere: nothing more may be sent on this token.
            logger.TooLate();
        }
        catch (Exception problem) when (problem is DiscordException or DiscordRuleException or HttpRequestException or OperationCanceledException)
        {
            logger.NotDelivered(problem.Message);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private async Task<Func<Task>?> RespondAsync(Interaction interaction, DiscordAnswer answer, Func<InteractionResponse, Task> respond)
    {
        await respond(answer.Response);
        return answer.DeletesOriginal
            ? () => WhenStoredAsync(() => webhook.DeleteOriginalAsync(interaction.ApplicationId, interaction.Token, CancellationToken.None))
            : null;
    }

    // Who sees the answer is decided here and cannot be changed afterwards. Choices cannot be promised, and need not be: the
    // conversation completes them without waiting for anything.
    private InteractionResponse Promise(Interaction interaction) => interaction.Type is InteractionType.MessageComponent
        ? InteractionResponse.DeferredUpdate
        : InteractionResponse.DeferredMessage(messenger.WantsPrivacy(interaction));

    private async Task KeepPromiseAsync(Interaction interaction, InteractionResponse promise, Task<DiscordAnswer> pending, long received)
    {
        var answer = await pending;
        if (time.GetElapsedTime(received) >= TokenLifetime)
        {
            logger.TokenExpired();
            return;
        }

        var (application, token) = (interaction.ApplicationId, interaction.Token);
        switch (answer)
        {
            case { DeletesOriginal: true }:
                await WhenStoredAsync(() => webhook.DeleteOriginalAsync(application, token, CancellationToken.None));
                break;
            // Promised to everyone, meant for one: take the promise back and say it privately.
            case { Response: { Type: InteractionResponseType.ChannelMessageWithSource, Data: MessageData { Flags: MessageFlags.Ephemeral } message } }
                when promise.Data is not MessageFlagsPayload { Flags: MessageFlags.Ephemeral }:
                if (promise.Type is InteractionResponseType.DeferredChannelMessageWithSource)
                    await WhenStoredAsync(() => webhook.DeleteOriginalAsync(application, token, CancellationToken.None));
                await webhook.FollowUpAsync(application, token, message, CancellationToken.None);
                break;
            case { Response.Data: MessageData message }:
                await WhenStoredAsync(() => webhook.EditOriginalAsync(application, token, message with { Flags = null }, CancellationToken.None));
                break;
        }
    }

    private async Task WhenStoredAsync(Func<Task> send)
    {
        foreach (var pause in UntilStored)
        {
            try
            {
                await send();
                return;
            }
            catch (DiscordException refused) when (InteractionWebhook.IsTooEarly(refused))
            {
                await Task.Delay(pause, time);
            }
        }

        await send();
    }

    private async Task<bool> IsDoneWithinAsync(Task pending, TimeSpan limit)
    {
        using var enough = new CancellationTokenSource();
        var done = await Task.WhenAny(pending, Task.Delay(limit, time, enough.Token)) == pending;
        await enough.CancelAsync();
        return done;
    }
}

internal static partial class DiscordLog // ids 500-599; next free: 512
{
    [LoggerMessage(500, LogLevel.Warning, "An interaction could not be answered in time; nothing more is sent on it")]
    public static partial void TooLate(this ILogger logger);

    [LoggerMessage(501, LogLevel.Warning, "An answer could not be delivered: {Problem}")]
    public static partial void NotDelivered(this ILogger logger, string problem);

    [LoggerMessage(502, LogLevel.Warning, "An answer came after its fifteen minutes; nothing is sent")]
    public static partial void TokenExpired(this ILogger logger);

    [LoggerMessage(503, LogLevel.Information, "Invite the bot: https://discord.com/oauth2/authorize?client_id={ApplicationId}&scope=applications.commands")]
    public static partial void InviteLink(this ILogger logger, string applicationId);

    [LoggerMessage(504, LogLevel.Information, "Commands: {Summary}")]
    public static partial void Registered(this ILogger logger, string summary);

    [LoggerMessage(505, LogLevel.Error, "The commands could not be registered: {Problem}")]
    public static partial void NotRegistered(this ILogger logger, string problem);

    [LoggerMessage(506, LogLevel.Warning, "The application has an interactions endpoint URL, so Discord sends nothing over the gateway. Remove it in the developer portal, or set Discord:Mode to http")]
    public static partial void EndpointIsSet(this ILogger logger);

    [LoggerMessage(507, LogLevel.Warning, "Discord cannot be reached ({Problem}); next try in {DelayMs} ms")]
    public static partial void Unreachable(this ILogger logger, string problem, long delayMs);

    [LoggerMessage(508, LogLevel.Information, "Interactions are answered at POST /interactions; give Discord this program's public address with that path")]
    public static partial void HttpModeIsOpen(this ILogger logger);

    [LoggerMessage(509, LogLevel.Warning, "Discord:PublicKey is not the key of the token's application: Discord's requests will be refused. Copy it again from General Information")]
    public static partial void KeyIsAnothers(this ILogger logger);

    [LoggerMessage(510, LogLevel.Information, "No token is set, so the commands are not registered from here. Set Discord:Token once and run with --register")]
    public static partial void CannotRegister(this ILogger logger);

    [LoggerMessage(511, LogLevel.Warning, "An attachment did not arrive: {Reason}")]
    public static partial void AttachmentDidNotArrive(this ILogger logger, string reason);
}
