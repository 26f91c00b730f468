using StatusBot.Discord.Model;

namespace StatusBot.Messengers.Discord;

/// <summary>
/// Compares commands as Discord returns them with what we want. Discord fills in defaults, leaves out what is null, and ignores a
/// localisation that equals the default; none of that is a difference.
/// </summary>
internal static class CommandDifference
{
    /// <summary>One line for each command that is to come, to go, or to change.</summary>
    public static IReadOnlyList<string> Between(IReadOnlyList<ApplicationCommand> present, IReadOnlyList<ApplicationCommand> wanted)
    {
        var before = present.ToDictionary(command => (command.Type, command.Name));
        var after = wanted.ToDictionary(command => (command.Type, command.Name));
        return
        [
            .. wanted.Where(command => !before.ContainsKey((command.Type, command.Name))).Select(command => $"+ {command.Name}"),
            .. present.Where(command => !after.ContainsKey((command.Type, command.Name))).Select(command => $"- {command.Name}"),
            .. wanted
                .Where(command => before.ContainsKey((command.Type, command.Name)))
                .SelectMany(command => Changes(before[(command.Type, command.Name)], command).Select(change => $"~ {command.Name}: {change}")),
        ];
    }

    private static IEnumerable<string> Changes(ApplicationCommand before, ApplicationCommand after)
    {
        if ((before.Description ?? "") != (after.Description ?? ""))
            yield return "description";
        if (!Same(before.NameLocalizations, before.Name, after.NameLocalizations, after.Name))
            yield return "names";
        if (!Same(before.DescriptionLocalizations, before.Description, after.DescriptionLocalizations, after.Description))
            yield return "descriptions";
        if (after.Contexts is not null && !Same(before.Contexts, after.Contexts))
            yield return "contexts";
        if (after.IntegrationTypes is not null && !Same(before.IntegrationTypes, after.IntegrationTypes))
            yield return "integration types";

        var (optionsBefore, optionsAfter) = (before.Options ?? [], after.Options ?? []);
        if (!optionsBefore.Select(option => option.Name).SequenceEqual(optionsAfter.Select(option => option.Name)))
            yield return "options";
        else
            foreach (var (one, other) in optionsBefore.Zip(optionsAfter).Where(pair => !Same(pair.First, pair.Second)))
                yield return $"option {other.Name}";
    }

    private static bool Same(ApplicationCommandOption one, ApplicationCommandOption other) =>
        one.Type == other.Type
        && one.Description == other.Description
        && (one.Required ?? false) == (other.Required ?? false)
        && (one.Autocomplete ?? false) == (other.Autocomplete ?? false)
        && one.MaxLength == other.MaxLength
        && Same(one.NameLocalizations, one.Name, other.NameLocalizations, other.Name)
        && Same(one.DescriptionLocalizations, one.Description, other.DescriptionLocalizations, other.Description)
        && (one.Choices ?? []).Count == (other.Choices ?? []).Count
        && (one.Choices ?? []).Zip(other.Choices ?? []).All(pair => Same(pair.First, pair.Second));

    private static bool Same(ApplicationCommandChoice one, ApplicationCommandChoice other) =>
        one.Name == other.Name && one.Value == other.Value && Same(one.NameLocalizations, one.Name, other.NameLocalizations, other.Name);

    private static bool Same(IReadOnlyDictionary<string, string>? one, string? defaultOne, IReadOnlyDictionary<string, string>? other, string? defaultOther) =>
        Meant(one, defaultOne).SequenceEqual(Meant(other, defaultOther));

    private static IEnumerable<KeyValuePair<string, string>> Meant(IReadOnlyDictionary<string, string>? texts, string? byDefault) =>
        (texts ?? new Dictionary<string, string>()).Where(text => text.Value != byDefault).OrderBy(text => text.Key, StringComparer.Ordinal);

    private static bool Same<T>(IReadOnlyList<T>? one, IReadOnlyList<T> other) => (one ?? []).Order().SequenceEqual(other.Order());
}
