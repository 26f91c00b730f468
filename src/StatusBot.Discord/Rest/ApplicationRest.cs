using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using StatusBot.Discord.Model;

namespace StatusBot.Discord.Rest;

/// <summary>What a bot asks and says of itself, with its token: the application, its commands, the way to the gateway.</summary>
public sealed class ApplicationRest
{
    private readonly RestSender _sender;

    /// <summary>A client of an API.</summary>
    /// <param name="http">A client of <see cref="DiscordHttp"/>.</param>
    /// <param name="token">The bot's token.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Sees route templates, never a token.</param>
    public ApplicationRest(HttpClient http, BotToken token, TimeProvider time, ILogger<ApplicationRest> logger) =>
        _sender = new RestSender(http, token, time, logger);

    /// <summary>The application that the token belongs to.</summary>
    /// <exception cref="DiscordException">Discord refused.</exception>
    public Task<ApplicationInfo> GetApplicationAsync(CancellationToken cancellationToken) =>
        GetAsync(DiscordRoute.Get($"/applications/@me"), DiscordJson.Default.ApplicationInfo, cancellationToken);

    /// <summary>Where the gateway is, and how many sessions may be started.</summary>
    /// <exception cref="DiscordException">Discord refused.</exception>
    public Task<GatewayBot> GetGatewayAsync(CancellationToken cancellationToken) =>
        GetAsync(DiscordRoute.Get($"/gateway/bot"), DiscordJson.Default.GatewayBot, cancellationToken);

    /// <summary>The registered commands, localisations included.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="guildId">A server, or null for the global commands.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="DiscordException">Discord refused.</exception>
    public Task<IReadOnlyList<ApplicationCommand>> GetCommandsAsync(Snowflake applicationId, Snowflake? guildId, CancellationToken cancellationToken) =>
        GetAsync(
            guildId is { } guild
                ? DiscordRoute.Get($"/applications/{applicationId}/guilds/{guild}/commands?with_localizations=true")
                : DiscordRoute.Get($"/applications/{applicationId}/commands?with_localizations=true"),
            DiscordJson.Default.IReadOnlyListApplicationCommand,
            cancellationToken);

    /// <summary>Registers commands; all others of this scope are removed.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="guildId">A server, or null for everywhere.</param>
    /// <param name="commands">The commands.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="DiscordException">Discord refused.</exception>
    /// <exception cref="DiscordRuleException">Discord would refuse them.</exception>
    public Task PutCommandsAsync(Snowflake applicationId, Snowflake? guildId, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellationToken)
    {
        if (CommandRules.Check(commands) is { Count: > 0 } violations)
            throw new DiscordRuleException(violations);

        var route = guildId is { } guild
            ? DiscordRoute.Put($"/applications/{applicationId}/guilds/{guild}/commands")
            : DiscordRoute.Put($"/applications/{applicationId}/commands");
        var json = JsonSerializer.SerializeToUtf8Bytes(commands, DiscordJson.Default.IReadOnlyListApplicationCommand);
        return _sender.SendAsync(route, json, authorized: true, Persistence.Patient, cancellationToken);
    }

    private Task<T> GetAsync<T>(DiscordRoute route, JsonTypeInfo<T> type, CancellationToken cancellationToken) => _sender.SendAsync(
        route,
        json: null,
        authorized: true,
        Persistence.Patient,
        async (body, token) => await JsonSerializer.DeserializeAsync(body, type, token)
            ?? throw new JsonException($"{route} was answered with null."),
        cancellationToken);
}
