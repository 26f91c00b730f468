using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StatusBot.StandIn.Gateway;
using StatusBot.StandIn.Rest;

namespace StatusBot.StandIn;

/// <summary>
/// Plays Discord on the loopback: its REST API and its Gateway, as strict and less forgiving, with faults on demand. Whatever
/// Discord would refuse or punish is in <see cref="Violations"/>.
/// </summary>
public sealed class DiscordStandIn : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly CancellationTokenSource _stopping = new();
    private readonly StandInOptions _options;
    private readonly Journal _journal;
    private readonly Snowflakes _ids;
    private readonly GatewayServer _gateway;
    private readonly Interactions _interactions;
    private readonly CommandStore _commands;
    private readonly Application _application;
    private int _isDisposed;

    private DiscordStandIn(StandInOptions options)
    {
        _options = options;
        _journal = new Journal(options.TimeProvider);
        _ids = new Snowflakes(options.TimeProvider);
        ApplicationId = _ids.Next();
        Token = $"{RandomNumberGenerator.GetHexString(24)}.{RandomNumberGenerator.GetHexString(6)}.{RandomNumberGenerator.GetHexString(38)}";
        _gateway = new GatewayServer(options, _journal, Faults, Token, ApplicationId);
        Faults.Gateway = _gateway;
        _interactions = new Interactions(options, _journal, _ids, ApplicationId);
        _commands = new CommandStore(options, _ids);
        _application = new Application(options, ApplicationId);
        var rest = new RestApi(options, _journal, Faults, _interactions, _commands, _application, Token, ApplicationId)
        {
            Gateway = _gateway.Described,
            TokenHolds = () => _gateway.TokenHolds,
        };

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        _server = builder.Build();
        _server.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.Zero });
        _server.Run(context => ServeAsync(context, rest));
    }

    /// <summary>Where the REST API is: <c>http://127.0.0.1:PORT/api/v10</c>.</summary>
    public Uri ApiUrl { get; private set; } = new("http://127.0.0.1/api/v10");

    /// <summary>The only bot token that is accepted.</summary>
    public string Token { get; }

    /// <summary>The application's id, which is also the bot user's.</summary>
    public string ApplicationId { get; }

    /// <summary>What goes wrong.</summary>
    public FaultPlan Faults { get; } = new();

    /// <summary>Everything that Discord would refuse or punish.</summary>
    public IReadOnlyList<Violation> Violations => _journal.Violations;

    /// <summary>The requests to the REST API.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _journal.Requests;

    /// <summary>The sessions of the Gateway, also those that have ended.</summary>
    public IReadOnlyList<GatewaySession> Sessions => _gateway.Sessions;

    /// <summary>How every connection to the Gateway ended, also those that never had a session.</summary>
    public IReadOnlyList<GatewayClose> Closes => _journal.Closes;

    /// <summary>How often a client has identified.</summary>
    public int Identifies => _gateway.Identifies;

    /// <summary>How many connections to the Gateway were opened.</summary>
    public int Connections => _gateway.Opened;

    /// <summary>Starts it on a free port.</summary>
    public static async Task<DiscordStandIn> StartAsync(StandInOptions? options = null)
    {
        var standIn = new DiscordStandIn(options ?? new StandInOptions());
        await standIn._server.StartAsync();
        var address = new Uri(standIn._server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        standIn.ApiUrl = new Uri(address, "/api/v10");
        standIn._gateway.Url = new UriBuilder(address) { Scheme = "ws", Path = "/gateway" }.Uri;
        return standIn;
    }

    /// <summary>
    /// Sends an interaction over the Gateway to the shard that its guild belongs to, once that shard has a session. Id, token,
    /// application id and version are filled in.
    /// </summary>
    public async Task<SentInteraction> SendAsync(JsonObject interaction, CancellationToken ct = default)
    {
        var filled = Filled(interaction, isNew: true);
        var sent = new SentInteraction(filled, _options.TimeProvider);
        _interactions.Add(sent);
        if (_application.InteractionsEndpointUrl is null)
        {
            var shown = filled.DeepClone().AsObject();
            if (_options.Sprinkles)
                shown["x_unknown"] = new JsonObject { ["x"] = new JsonArray(1, null) };
            await _gateway.DispatchAsync(_gateway.ShardOf((string?)filled["guild_id"]), shown, sent, ct);
        }
        else
        {
            sent.Excused = true; // the Gateway is silent while an endpoint is set
        }

        Limit(sent);
        return sent;
    }

    /// <summary>
    /// Registers an interaction that the caller posts to the bot's endpoint. What it lacks of id, token, application id and
    /// version is filled in, in <paramref name="interaction"/> itself.
    /// </summary>
    public SentInteraction Track(JsonObject interaction)
    {
        foreach (var (key, value) in Filled(interaction, isNew: false))
            interaction[key] ??= value?.DeepClone();
        var sent = new SentInteraction(interaction.DeepClone().AsObject(), _options.TimeProvider);
        _interactions.Add(sent);
        Limit(sent);
        return sent;
    }

    /// <summary>Takes the body of the endpoint's response as the first answer; null when it is accepted, else Discord's error.</summary>
    public JsonObject? TakeBody(SentInteraction interaction, JsonNode body)
    {
        var reply = _interactions.Callback(interaction.Id, interaction.Token, body, withResponse: false, _options.TimeProvider.GetTimestamp());
        if (reply.Rule is not null)
            _journal.Violates(reply.Rule, reply.Detail ?? "");
        return reply.Status < 400 ? null : reply.Json!.AsObject();
    }

    /// <summary>The registered commands of a guild, or the global ones.</summary>
    public IReadOnlyList<JsonObject> Commands(string? guildId = null) =>
        [.. _commands.List(guildId, withLocalizations: true).Select(command => command!.AsObject())];

    /// <summary>Waits until every shard is connected and has a session.</summary>
    public Task ReadyAsync(CancellationToken ct = default) => _gateway.ReadyAsync(ct);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
            return;
        await _stopping.CancelAsync();
        _interactions.Abandon();
        await _server.StopAsync();
        await _server.DisposeAsync();
        _stopping.Dispose();
    }

    private async Task ServeAsync(HttpContext context, RestApi rest)
    {
        try
        {
            var path = context.Request.Path.Value?.TrimEnd('/');
            if (path is "/gateway" or "/resume")
                await _gateway.ServeAsync(context, path is "/resume", _stopping.Token);
            else
                await rest.AnswerAsync(context, _stopping.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            context.Abort(); // the client has gone, or the stand-in stops
        }
    }

    private JsonObject Filled(JsonObject interaction, bool isNew)
    {
        var filled = interaction.DeepClone().AsObject();
        if (filled["type"] is null)
            throw new ArgumentException("An interaction has a type.", nameof(interaction));
        if (isNew)
        {
            filled.Remove("id");
            filled.Remove("token");
        }

        filled["id"] ??= _ids.Next();
        filled["token"] ??= RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 200);
        filled["application_id"] = ApplicationId;
        filled["version"] = 1;
        filled["app_permissions"] ??= "2248473465835073";
        filled["entitlements"] ??= new JsonArray();
        filled["authorizing_integration_owners"] ??= new JsonObject { ["0"] = filled["guild_id"]?.DeepClone() ?? "0" };
        return filled;
    }

    private void Limit(SentInteraction sent)
    {
        var limit = _options.TimeProvider.CreateTimer(
            _ =>
            {
                if (sent.TimeOut(_options.ResponseLimit) && !sent.Excused && !sent.Connection.IsCancellationRequested && _stopping is { IsCancellationRequested: false })
                    _journal.Violates("interaction.unanswered", $"{sent} of type {sent.Type} had no answer in {_options.ResponseLimit.TotalSeconds} s");
            },
            null, _options.ResponseLimit - sent.Age is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        lock (sent.Gate)
        {
            sent.Limit = limit;
            if (sent.ResponseType is not null || sent.TimedOut)
                limit.Dispose();
        }
    }
}
