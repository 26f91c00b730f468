using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using StatusBot.Catalog;
using StatusBot.Commands;
using StatusBot.Conversation;
using StatusBot.Discord.Model;
using StatusBot.Messengers.Discord;

namespace StatusBot.Tests.Support;

/// <summary>
/// The bot by its public door: Discord's interaction JSON in, Discord's answer JSON out. Every answer that passes is held
/// against Discord's schema and against the documented rules.
/// </summary>
internal static class Bot
{
    /// <summary>Who asks, unless a test says otherwise.</summary>
    public const string Asker = "80351110224678912";

    /// <summary>Somebody else.</summary>
    public const string Stranger = "53908232506183680";

    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddLogging()
        .AddSingleton<IStatusCatalog>(StatusCatalog.Load())
        .AddCommands()
        .AddSingleton<IAttachmentSource, NoFiles>()
        .AddSingleton<DiscordMessenger>()
        .BuildServiceProvider();

    /// <summary>What the bot knows.</summary>
    public static IStatusCatalog Catalog => Services.GetRequiredService<IStatusCatalog>();

    /// <summary>The commands as they are registered.</summary>
    public static IReadOnlyList<ApplicationCommand> Commands => WireCommands.Of(Services.GetRequiredService<CommandTable>(), isGlobal: true);

    /// <summary>The bot behind a messenger that gets attachments from somewhere else.</summary>
    public static DiscordMessenger Messenger(IAttachmentSource files) => new(Services.GetRequiredService<CommandDispatcher>(), files);

    /// <summary>Uses a slash command.</summary>
    public static Task<BotAnswer> Slash(string command, object? options = null, string locale = "en-US", string person = Asker) =>
        Receives(Interactions.Slash(command, options, locale, person));

    /// <summary>Types into an option.</summary>
    public static async Task<IReadOnlyList<(string Name, string Value)>> Types(string command, string option, string text, string locale = "en-US")
    {
        var answer = await Receives(Interactions.Typing(command, option, text, locale));
        return [.. answer.Json["data"]!["choices"]!.AsArray().Select(choice => ((string)choice!["name"]!, (string)choice["value"]!))];
    }

    /// <summary>Presses a button, or chooses in a menu.</summary>
    public static Task<BotAnswer> Presses(string customId, string? chosen = null, string locale = "en-US", string person = Asker) =>
        Receives(Interactions.Component(customId, chosen, locale, person));

    /// <summary>Uses a command of a message's menu on a message.</summary>
    public static Task<BotAnswer> Uses(string command, JsonObject message, string locale = "en-US", IAttachmentSource? files = null) =>
        Receives(Interactions.OnMessage(command, message, locale), files);

    /// <summary>Sends an interaction as Discord would.</summary>
    public static async Task<BotAnswer> Receives(JsonObject interaction, IAttachmentSource? files = null)
    {
        var read = JsonSerializer.Deserialize(interaction.ToJsonString(), DiscordJson.Default.Interaction)!;
        var messenger = files is null ? Services.GetRequiredService<DiscordMessenger>() : Messenger(files);
        var answer = await messenger.AnswerAsync(read, TestContext.Current.CancellationToken);
        var json = JsonSerializer.SerializeToElement(answer.Response, DiscordJson.Default.InteractionResponse);

        Assert.Empty(MessageRules.Check(answer.Response));
        Assert.Empty(DiscordSchema.Callback.Errors(json));
        return new BotAnswer(JsonObject.Create(json)!, answer.DeletesOriginal);
    }
}

/// <summary>Discord's interactions, as its documentation shows them.</summary>
internal static class Interactions
{
    public static JsonObject Slash(string command, object? options, string locale = "en-US", string person = Bot.Asker) =>
        Frame(2, locale, person, new JsonObject
        {
            ["id"] = "771825006014889984",
            ["type"] = 1,
            ["name"] = command,
            ["options"] = Options(options),
        });

    public static JsonObject OnMessage(string command, JsonObject message, string locale = "en-US")
    {
        var id = (string?)message["id"] ?? "1127984240000000001";
        return Frame(2, locale, Bot.Asker, new JsonObject
        {
            ["id"] = "771825006014889985",
            ["type"] = 3,
            ["name"] = command,
            ["target_id"] = id,
            ["resolved"] = new JsonObject { ["messages"] = new JsonObject { [id] = message.DeepClone() } },
        });
    }

    public static JsonObject Typing(string command, string option, string text, string locale = "en-US") =>
        Frame(4, locale, Bot.Asker, new JsonObject
        {
            ["id"] = "771825006014889984",
            ["type"] = 1,
            ["name"] = command,
            ["options"] = new JsonArray(new JsonObject { ["type"] = 3, ["name"] = option, ["value"] = text, ["focused"] = true }),
        });

    public static JsonObject Component(string customId, string? chosen, string locale = "en-US", string person = Bot.Asker)
    {
        var data = new JsonObject { ["custom_id"] = customId, ["component_type"] = chosen is null ? 2 : 3 };
        if (chosen is not null)
            data["values"] = new JsonArray(chosen);
        var interaction = Frame(3, locale, person, data);
        interaction["message"] = new JsonObject { ["id"] = "1127984240000000001", ["flags"] = 0 };
        return interaction;
    }

    // In a server the person stands in member.user.
    private static JsonObject Frame(int type, string locale, string person, JsonObject data) => new()
    {
        ["id"] = "846462639134605312",
        ["application_id"] = "845027738276462632",
        ["type"] = type,
        ["token"] = "aW50ZXJhY3Rpb246ODQ2NDYyNjM5MTM0NjA1MzEy",
        ["version"] = 1,
        ["guild_id"] = "290926798626357999",
        ["channel_id"] = "645027906669510667",
        ["locale"] = locale,
        ["guild_locale"] = "en-US",
        ["context"] = 0,
        ["member"] = new JsonObject { ["user"] = new JsonObject { ["id"] = person, ["username"] = "dev" }, ["permissions"] = "0" },
        ["data"] = data,
    };

    private static JsonArray Options(object? options) =>
        [.. (options?.GetType().GetProperties() ?? []).Select(property => new JsonObject
        {
            ["type"] = 3,
            ["name"] = property.Name,
            ["value"] = (string?)property.GetValue(options),
        })];
}
