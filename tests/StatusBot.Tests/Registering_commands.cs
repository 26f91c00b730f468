using System.Text.Encodings.Web;
using System.Text.Json;
using StatusBot.Discord.Model;
using StatusBot.Tests.Support;

namespace StatusBot.Tests;

/// <summary>The table of commands as Discord will get it.</summary>
public sealed class Registering_commands
{
    [Fact]
    public void Is_what_Discord_accepts()
    {
        Assert.Empty(CommandRules.Check(Bot.Commands));
        Assert.Empty(DiscordSchema.Commands.Errors(JsonSerializer.SerializeToElement(Bot.Commands, DiscordJson.Default.IReadOnlyListApplicationCommand)));
    }

    [Fact]
    public void Keeps_the_names_that_others_rely_on() => Assert.Equal(
        ["status{code,language,show}", "find{symptom,language,show}", "explain{text,language,show}", "compare{codes,language,show}", "list{class,language}", "about{}", "Explain status codes"],
        Bot.Commands.Select(command => command.Options is { } options ? $"{command.Name}{{{string.Join(',', options.Select(option => option.Name))}}}" : command.Name));

    [Fact]
    public void Keeps_the_values_that_others_rely_on()
    {
        Assert.Equal(["en", "ko"], Values("status", "language"));
        Assert.Equal(["everyone", "me"], Values("compare", "show"));
        Assert.Equal(["everyone", "me"], Values("find", "show"));
        Assert.Equal(["1xx", "2xx", "3xx", "4xx", "5xx", "other"], Values("list", "class"));
    }

    [Fact]
    public void Is_what_somebody_has_found_right() => GoldenFile.Holds(
        "registration.json",
        JsonSerializer.SerializeToNode(Bot.Commands, DiscordJson.Default.IReadOnlyListApplicationCommand)!.ToJsonString(Readable) + "\n");

    [Fact]
    public void Has_a_command_for_messages_that_is_nothing_but_a_name()
    {
        var command = Bot.Commands.Single(known => known.Type is ApplicationCommandType.Message);

        Assert.Equal("Explain status codes", command.Name);
        Assert.Equal("상태 코드 설명", command.NameLocalizations!["ko"]);
        Assert.Null(command.Description);
        Assert.Null(command.Options);
    }

    [Fact]
    public void Takes_as_long_a_text_as_Discord_allows() =>
        Assert.Equal(DiscordLimits.OptionMaxLength, Bot.Commands.Single(known => known.Name == "explain").Options![0].MaxLength);

    [Fact]
    public void Speaks_English_and_Korean_everywhere()
    {
        foreach (var command in Bot.Commands)
        {
            Bilingual(command.NameLocalizations, command.Name);
            if (command.Type is ApplicationCommandType.Message)
                continue;

            Bilingual(command.DescriptionLocalizations, command.Name);
            foreach (var option in command.Options!)
            {
                Bilingual(option.NameLocalizations, option.Name);
                Bilingual(option.DescriptionLocalizations, option.Name);
                Assert.All(option.Choices ?? [], choice => Bilingual(choice.NameLocalizations, choice.Value));
            }
        }
    }

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static void Bilingual(IReadOnlyDictionary<string, string>? texts, string of)
    {
        Assert.True(texts is not null, $"{of} has no localisations.");
        Assert.Equal(["en-US", "ko"], texts.Keys.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Values(string command, string option) =>
        Bot.Commands.Single(known => known.Name == command).Options!.Single(known => known.Name == option).Choices!.Select(choice => choice.Value);
}
