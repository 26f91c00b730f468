using StatusBot.Conversation;
using StatusBot.Discord.Model;

namespace StatusBot.Messengers.Discord;

/// <summary>The table of commands as Discord registers it.</summary>
internal static class WireCommands
{
    // Anywhere a person can write, for servers and for people who carry the bot with them. Said explicitly: the
    // documentation contradicts itself on the defaults.
    private static readonly InteractionContext[] Everywhere = [InteractionContext.Guild, InteractionContext.BotDm, InteractionContext.PrivateChannel];
    private static readonly int[] ServersAndPeople = [0, 1];

    /// <summary>All commands, with both languages.</summary>
    /// <param name="commands">The table.</param>
    /// <param name="isGlobal">Whether they are registered everywhere; those of one server say nothing of where they may be used.</param>
    public static IReadOnlyList<ApplicationCommand> Of(CommandTable commands, bool isGlobal) =>
        [.. commands.All.Select(command => Of(command.Definition, isGlobal))];

    // A command of a message's menu has a name, and nothing that one would read or fill in while typing.
    private static ApplicationCommand Of(CommandDefinition definition, bool isGlobal) => new()
    {
        Type = IsTyped(definition) ? ApplicationCommandType.ChatInput : ApplicationCommandType.Message,
        Contexts = isGlobal ? Everywhere : null,
        IntegrationTypes = isGlobal ? ServersAndPeople : null,
        Name = definition.Name.En,
        NameLocalizations = Localizations(definition.Name),
        Description = IsTyped(definition) ? definition.Description.En : null,
        DescriptionLocalizations = IsTyped(definition) ? Localizations(definition.Description) : null,
        Options = IsTyped(definition) ? [.. definition.Options.Select(Of)] : null,
    };

    private static bool IsTyped(CommandDefinition definition) => definition.Kind is CommandKind.Typed;

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
