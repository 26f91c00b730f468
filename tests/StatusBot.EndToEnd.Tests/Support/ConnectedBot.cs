using System.Text.Json.Nodes;
using StatusBot.StandIn;


namespace StatusBot.EndToEnd.Tests.Support;

/// <summary>The bot in gateway mode, connected to the stand-in.</summary>
internal sealed class ConnectedBot : IAsyncDisposable
{
    private ConnectedBot(DiscordStandIn discord, RunningBot bot) => (Discord, Bot) = (discord, bot);

    /// <summary>The stand-in.</summary>
    public DiscordStandIn Discord { get; }

    /// <summary>The bot's process.</summary>
    public RunningBot Bot { get; }

    /// <summary>What the bot needs to know of a stand-in.</summary>
    public static Dictionary<string, string> Settings(DiscordStandIn discord) => new()
    {
        ["Discord__Token"] = discord.Token,
        ["Discord__ApplicationId"] = discord.ApplicationId,
        ["Discord__ApiUrl"] = discord.ApiUrl.ToString(),
    };

    /// <summary>Starts both and waits until every shard has its session.</summary>
    /// <param name="options">What kind of Discord it is.</param>
    /// <param name="more">More settings of the bot.</param>
    /// <param name="before">Plans what goes wrong before the bot connects.</param>
    public static async Task<ConnectedBot> StartAsync(
        StandInOptions? options = null, IReadOnlyDictionary<string, string>? more = null, Action<FaultPlan>? before = null)
    {
        var discord = await DiscordStandIn.StartAsync(options);
        before?.Invoke(discord.Faults);
        var settings = Settings(discord);
        if (options is { Shards: > 1 and var shards })
            settings["Discord__Shards"] = $"{shards}";
        foreach (var (name, value) in more ?? new Dictionary<string, string>())
            settings[name] = value;

        var bot = await RunningBot.StartAsync(settings);
        await discord.ReadyAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        return new ConnectedBot(discord, bot);
    }

    /// <summary>Uses <c>/status</c> in a server.</summary>
    public Task<SentInteraction> AskAsync(string code) => Discord.SendAsync(Status(code), TestContext.Current.CancellationToken);

    /// <summary>A use of <c>/status</c>, as Discord sends it.</summary>
    public static JsonObject Status(string code) => new()
    {
        ["type"] = 2,
        ["guild_id"] = "290926798626357999",
        ["channel_id"] = "645027906669510667",
        ["locale"] = "en-US",
        ["context"] = 0,
        ["member"] = new JsonObject { ["user"] = new JsonObject { ["id"] = "80351110224678912", ["username"] = "dev" }, ["permissions"] = "0" },
        ["data"] = new JsonObject
        {
            ["id"] = "771825006014889984",
            ["name"] = "status",
            ["type"] = 1,
            ["options"] = new JsonArray(new JsonObject { ["type"] = 3, ["name"] = "code", ["value"] = code }),
        },
    };

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Discord.DisposeAsync();
    }
}
