using StatusBot.Conversation;
using StatusBot.Discord.Model;

namespace StatusBot.Messengers.Discord;

/// <summary>The table of commands as Discord registers it.</summary>
internal static class WireCommands
{
    /// <summary>All commands, with both languages.</summary>
    public static IReadOnlyList<ApplicationCommand> Of(CommandTable commands) =>
        [.. commands.All.Select(command => Of(command.Definition))];

    private static ApplicationCommand Of(CommandDefinition definition) => new()
    {
        Name = definition.Name.En,
        NameLocalizations = Localizations(definition.Name),
        Description = definition.Description.En,
        DescriptionLocalizations = Localizations(definition.Description),
        Options = [.. definition.Options.Select(Of)],
    };

    private static ApplicationCommandOption Of(OptionDefinition option) => new()
    {
        Type = ApplicationCommandOptionType.String,
        Name = option.Name.En,
        NameLocalizations = Localizations(option.Name),
        Description = option.Description.En,
        DescriptionLocalizations = Localizations(option.Description),
        Required = option.IsRequired ? true : null,
        Autocomplete = option.IsCompleted ? true : null,
        Choices = option.Choices.Count == 0 ? null : [.. option.Choices.Select(choice => new ApplicationCommandChoice
        {
            Name = choice.Name.En,
            NameLocalizations = Localizations(choice.Name),
            Value = choice.Value,
        })],
        MaxLength = option.MaxLength,
    };

    // en-US is always filled: without it, those users would see a value of en-GB, should there ever be one.
    private static Dictionary<string, string> Localizations(Localized text) =>
        new(StringComparer.Ordinal) { ["en-US"] = text.En, ["ko"] = text.Ko };
}
