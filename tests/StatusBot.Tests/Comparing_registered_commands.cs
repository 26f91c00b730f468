using System.Text.Json;
using System.Text.Json.Nodes;
using StatusBot.Discord.Model;
using StatusBot.Messengers.Discord;
using StatusBot.Tests.Support;

namespace StatusBot.Tests;

/// <summary>A second start with the same commands puts nothing; whatever differs is named.</summary>
public sealed class Comparing_registered_commands
{
    [Fact]
    public void As_Discord_returns_them_finds_no_difference()
    {
        // Discord gives ids and a version, fills in defaults, and leaves out localisations that equal the default.
        var returned = JsonSerializer.SerializeToNode(Bot.Commands, DiscordJson.Default.IReadOnlyListApplicationCommand)!.AsArray();
        foreach (var command in returned)
        {
            command!["id"] = "1";
            command["version"] = "2";
            command["nsfw"] = false;
            command["default_member_permissions"] = null;
            command["dm_permission"] = true;
            command["contexts"] = new JsonArray(2, 0, 1);
            command["name_localizations"]!.AsObject().Remove("en-US");
            if ((int)command["type"]! == 3)
                command["description"] = ""; // instead of none
            foreach (var option in command["options"]?.AsArray() ?? [])
            {
                option!["required"] ??= false;
                option["autocomplete"] ??= false;
                option["description_localizations"]!.AsObject().Remove("en-US");
            }
        }

        Assert.Empty(CommandDifference.Between(Read(returned), Bot.Commands));
    }

    [Fact]
    public void Tells_a_command_for_messages_from_a_typed_one_of_the_same_name()
    {
        var present = Bot.Commands
            .Select(command => command.Type is ApplicationCommandType.Message ? command with { Type = ApplicationCommandType.ChatInput } : command)
            .ToArray();

        Assert.Equal(["+ Explain status codes", "- Explain status codes"], CommandDifference.Between(present, Bot.Commands));
    }

    [Fact]
    public void Names_what_is_to_come_to_go_and_to_change()
    {
        var present = Bot.Commands
            .Where(command => command.Name != "about")
            .Select(command => command.Name == "list" ? command with { Description = "old" } : command)
            .Append(Bot.Commands[0] with { Name = "weather" })
            .ToArray();

        Assert.Equal(["+ about", "- weather", "~ list: description", "~ list: descriptions"], CommandDifference.Between(present, Bot.Commands));
    }

    [Fact]
    public void Names_the_option_that_differs()
    {
        var present = Bot.Commands
            .Select(command => command.Name == "status"
                ? command with { Options = [command.Options![0] with { Autocomplete = null }, .. command.Options.Skip(1)] }
                : command)
            .ToArray();

        Assert.Equal(["~ status: option code"], CommandDifference.Between(present, Bot.Commands));
    }

    private static IReadOnlyList<ApplicationCommand> Read(JsonNode json) =>
        json.Deserialize(DiscordJson.Default.IReadOnlyListApplicationCommand)!;
}
