using System.Text.RegularExpressions;

namespace StatusBot.Discord.Model;

/// <summary>The documented rules of commands, also those that Discord's schema lets through (interactions/application-commands.mdx).</summary>
public static partial class CommandRules
{
    /// <summary>Discord's locales (reference.mdx, "Locales").</summary>
    public static IReadOnlySet<string> Locales { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR",
        "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko",
    };

    /// <summary>What Discord would refuse in a set of commands; empty when nothing.</summary>
    public static IReadOnlyList<RuleViolation> Check(IReadOnlyList<ApplicationCommand> commands)
    {
        var violations = new Violations();
        for (var i = 0; i < commands.Count; i++)
            Command($"[{i}]", commands[i], violations);
        foreach (var twice in commands.GroupBy(command => (command.Type, command.Name)).Where(group => group.Count() > 1))
            violations.Add("", $"the name {twice.Key.Name} is taken twice");
        return violations.Found;
    }

    private static void Command(string path, ApplicationCommand command, Violations violations)
    {
        var isSlash = command.Type is ApplicationCommandType.ChatInput;
        Name($"{path}.name", command.Name, isSlash, violations);
        Names($"{path}.name_localizations", command.NameLocalizations, isSlash, violations);
        if (!isSlash)
        {
            if (command.Description is not null || command.Options is not null)
                violations.Add(path, "has a description or options, which only slash commands have");
            return;
        }

        violations.Text($"{path}.description", command.Description, DiscordLimits.CommandDescription);
        Descriptions($"{path}.description_localizations", command.DescriptionLocalizations, violations);

        var options = command.Options ?? [];
        violations.Count($"{path}.options", options, DiscordLimits.CommandOptions);
        for (var i = 0; i < options.Count; i++)
            Option($"{path}.options[{i}]", options[i], violations);
        if (options.SkipWhile(option => option.Required == true).Any(option => option.Required == true))
            violations.Add($"{path}.options", "has a required option behind one that is not");
        foreach (var locale in Locales.Prepend(""))
        {
            var names = options.Select(option => option.NameLocalizations?.GetValueOrDefault(locale) ?? option.Name).ToArray();
            if (names.Distinct(StringComparer.Ordinal).Count() < names.Length)
                violations.Add($"{path}.options", $"has a name twice {(locale.Length == 0 ? "" : $"in {locale}")}");
        }

        if (Total(command) is var total && total > DiscordLimits.CommandTotal)
            violations.Add(path, $"has {total} characters, of {DiscordLimits.CommandTotal} at most");
    }

    private static void Option(string path, ApplicationCommandOption option, Violations violations)
    {
        Name($"{path}.name", option.Name, isSlash: true, violations);
        Names($"{path}.name_localizations", option.NameLocalizations, isSlash: true, violations);
        violations.Text($"{path}.description", option.Description, DiscordLimits.CommandDescription);
        Descriptions($"{path}.description_localizations", option.DescriptionLocalizations, violations);
        if (option.MaxLength is < 1 or > DiscordLimits.OptionMaxLength)
            violations.Add($"{path}.max_length", $"is not between 1 and {DiscordLimits.OptionMaxLength}");
        if (option is { Autocomplete: true, Choices: not null })
            violations.Add($"{path}.choices", "stand beside autocomplete");

        var choices = option.Choices ?? [];
        violations.Count($"{path}.choices", choices, DiscordLimits.Choices);
        for (var i = 0; i < choices.Count; i++)
        {
            violations.Text($"{path}.choices[{i}].name", choices[i].Name, DiscordLimits.ChoiceText);
            violations.Text($"{path}.choices[{i}].value", choices[i].Value, DiscordLimits.ChoiceText);
            foreach (var (locale, name) in choices[i].NameLocalizations ?? new Dictionary<string, string>())
            {
                Locale($"{path}.choices[{i}].name_localizations", locale, violations);
                violations.Text($"{path}.choices[{i}].name_localizations.{locale}", name, DiscordLimits.ChoiceText);
            }
        }
    }

    private static void Names(string path, IReadOnlyDictionary<string, string>? names, bool isSlash, Violations violations)
    {
        foreach (var (locale, name) in names ?? new Dictionary<string, string>())
        {
            Locale(path, locale, violations);
            Name($"{path}.{locale}", name, isSlash, violations);
        }
    }

    private static void Descriptions(string path, IReadOnlyDictionary<string, string>? descriptions, Violations violations)
    {
        foreach (var (locale, description) in descriptions ?? new Dictionary<string, string>())
        {
            Locale(path, locale, violations);
            violations.Text($"{path}.{locale}", description, DiscordLimits.CommandDescription);
        }
    }

    private static void Locale(string path, string locale, Violations violations)
    {
        if (!Locales.Contains(locale))
            violations.Add(path, $"names {locale}, which is no locale of Discord's");
    }

    private static void Name(string path, string name, bool isSlash, Violations violations)
    {
        violations.Text(path, name, DiscordLimits.CommandName);
        if (isSlash && (!SlashName().IsMatch(name) || name.Any(char.IsUpper)))
            violations.Add(path, "may have lower-case letters, digits, - and _ only");
    }

    private static int Total(ApplicationCommand command) =>
        Longest(command.Name, command.NameLocalizations) + Longest(command.Description, command.DescriptionLocalizations)
        + (command.Options ?? []).Sum(option =>
            Longest(option.Name, option.NameLocalizations) + Longest(option.Description, option.DescriptionLocalizations)
            + (option.Choices ?? []).Sum(choice => Longest(choice.Name, choice.NameLocalizations) + Violations.Length(choice.Value)));

    private static int Longest(string? text, IReadOnlyDictionary<string, string>? localizations) =>
        Math.Max(Violations.Length(text), localizations?.Values.Max(Violations.Length) ?? 0);

    // Discord's own expression names scripts in a way that .NET does not read; these are the same letters.
    [GeneratedRegex(@"\A[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]+\z")]
    private static partial Regex SlashName();
}
