using StatusBot.Discord.Model;

namespace StatusBot.Discord.Tests;

/// <summary>What Discord refuses in a command, also where its schema lets it through.</summary>
public sealed class Command_rules
{
    private static readonly ApplicationCommand Command = new() { Name = "status", Description = "Explains" };
    private static readonly ApplicationCommandOption Option = new() { Type = ApplicationCommandOptionType.String, Name = "code", Description = "A code" };

    public static TheoryData<string, ApplicationCommand> Refused() => new()
    {
        { "[0].name", Command with { Name = "Status" } },
        { "[0].name", Command with { Name = "sta tus" } },
        { "[0].name", Command with { Name = new string('a', 33) } },
        { "[0].name_localizations.ko", Command with { NameLocalizations = new Dictionary<string, string> { ["ko"] = "URL목록" } } },
        { "[0].name_localizations", Command with { NameLocalizations = new Dictionary<string, string> { ["kr"] = "상태" } } },
        { "[0].description", Command with { Description = new string('a', 101) } },
        { "[0].options", Command with { Options = [Option, Option with { Name = "other", Required = true }] } },
        { "[0].options", Command with { Options = [.. Enumerable.Range(0, 26).Select(i => Option with { Name = $"o{i}" })] } },
        { "[0].options[0].choices", Command with { Options = [Option with { Autocomplete = true, Choices = [Choice("a")] }] } },
        { "[0].options[0].choices[0].value", Command with { Options = [Option with { Choices = [Choice(new string('a', 101))] }] } },
        { "[0].options[0].max_length", Command with { Options = [Option with { MaxLength = 6001 }] } },
        { "[0]", Command with { Type = ApplicationCommandType.Message, Name = "Explain status codes" } },
        { "[0]", Command with { Options = [.. Enumerable.Range(0, 25).Select(i => Option with { Name = $"o{i}", Description = new string('a', 100), Choices = [.. Enumerable.Range(0, 3).Select(j => Choice(new string('b', 90)))] })] } },
    };

    [Theory, MemberData(nameof(Refused))]
    public void Name_the_field(string path, ApplicationCommand command) =>
        Assert.Equal(path, Assert.Single(CommandRules.Check([command])).Path);

    [Fact]
    public void Let_a_good_command_pass_in_both_languages() => Assert.Empty(CommandRules.Check(
        [Command with { NameLocalizations = new Dictionary<string, string> { ["en-US"] = "status", ["ko"] = "상태" }, Options = [Option with { Required = true }] }]));

    [Fact]
    public void Refuse_a_name_that_is_taken_and_an_option_that_two_share_in_a_language()
    {
        Assert.Contains("twice", Assert.Single(CommandRules.Check([Command, Command])).Message, StringComparison.Ordinal);

        var shared = Command with
        {
            Options =
            [
                Option with { NameLocalizations = new Dictionary<string, string> { ["ko"] = "코드" } },
                Option with { Name = "codes", NameLocalizations = new Dictionary<string, string> { ["ko"] = "코드" } },
            ],
        };
        Assert.Equal("[0].options", Assert.Single(CommandRules.Check([shared])).Path);
    }

    private static ApplicationCommandChoice Choice(string value) => new() { Name = "a", Value = value };
}
