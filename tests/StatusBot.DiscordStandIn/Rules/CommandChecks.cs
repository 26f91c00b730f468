using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using static StatusBot.StandIn.Rules.FormErrors;
using static StatusBot.StandIn.Rules.Reading;

namespace StatusBot.StandIn.Rules;

/// <summary>Documented rules of commands that the schema does not hold (interactions/application-commands.mdx).</summary>
internal static partial class CommandChecks
{
    private const int MostCharacters = 8000;
    private const long LargestInteger = (1L << 53) - 1;

    private static readonly IReadOnlySet<string> Locales = Set(
        "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR",
        "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko");

    private static readonly IReadOnlySet<string> CommandKeys = Set(
        "id", "type", "name", "name_localizations", "description", "description_localizations", "options",
        "default_member_permissions", "dm_permission", "default_permission", "integration_types", "contexts", "nsfw", "handler");

    private static readonly IReadOnlySet<string> OptionKeys = Set(
        "type", "name", "name_localizations", "description", "description_localizations", "required", "choices", "options",
        "channel_types", "min_value", "max_value", "min_length", "max_length", "autocomplete");

    private static readonly IReadOnlySet<string> ChoiceKeys = Set("name", "name_localizations", "value");

    public static void Check(JsonArray commands, bool isGuild, FormErrors errors)
    {
        var names = new HashSet<(long, string)>();
        var counts = new Dictionary<long, int>();
        for (var i = 0; i < commands.Count; i++)
        {
            var path = i.ToString(CultureInfo.InvariantCulture);
            if (commands[i] is not JsonObject command)
            {
                errors.Add(path, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
                continue;
            }

            Command(command, path, isGuild, errors);
            var type = command["type"].Integer() ?? 1;
            counts[type] = counts.GetValueOrDefault(type) + 1;
            if (command["name"].Text() is { } name && !names.Add((type, name)))
                errors.Add(Join(path, "name"), "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
        }

        foreach (var (type, most) in new Dictionary<long, int> { [1] = 100, [2] = 15, [3] = 15 })
        {
            if (counts.GetValueOrDefault(type) > most)
                errors.Add("", "APPLICATION_COMMANDS_TOO_MANY", $"At most {most} commands may have type {type}.");
        }
    }

    /// <summary>A choice of an option, or of an autocomplete answer.</summary>
    public static void Choice(JsonObject choice, string path, long? type, FormErrors errors)
    {
        errors.Keys(choice, path, ChoiceKeys);
        errors.Text(choice, "name", path, 100, 1, required: true);
        Localizations(choice, "name_localizations", path, 100, isSlashName: false, errors);
        var at = Join(path, "value");
        switch (type, choice["value"]?.GetValueKind())
        {
            case (_, null or JsonValueKind.Null):
                errors.Required(at);
                break;
            case (3 or null, JsonValueKind.String):
                errors.Text(choice, "value", path, 100, 1, required: true);
                break;
            case (4, JsonValueKind.Number) when choice["value"].Integer() is >= -LargestInteger and <= LargestInteger:
            case (10, JsonValueKind.Number):
            case (null, JsonValueKind.Number):
                break;
            default:
                errors.Add(at, "UNION_TYPE_CHOICES", $"Is not a value of an option of type {type}.");
                break;
        }
    }

    private static void Command(JsonObject command, string path, bool isGuild, FormErrors errors)
    {
        errors.Keys(command, path, CommandKeys);
        var type = command["type"].Integer() ?? 1;
        if (type is not (1 or 2 or 3))
            errors.Add(Join(path, "type"), "BASE_TYPE_CHOICES", "Value must be one of (1, 2, 3).");
        Name(command, path, isSlash: type is 1, errors);
        Localizations(command, "name_localizations", path, 32, isSlashName: type is 1, errors);
        if (type is 1)
        {
            errors.Text(command, "description", path, 100, 1, required: true);
            Localizations(command, "description_localizations", path, 100, isSlashName: false, errors);
        }
        else
        {
            foreach (var key in (string[])["options", "description_localizations"])
            {
                if (command[key] is not null)
                    errors.Add(Join(path, key), "APPLICATION_COMMAND_INVALID_FIELD", "Context menu commands cannot have this.");
            }

            if (command["description"].Text() is { Length: > 0 })
                errors.Add(Join(path, "description"), "APPLICATION_COMMAND_INVALID_FIELD", "Context menu commands cannot have description");
        }

        if (command["default_member_permissions"] is { } permissions
            && (permissions.Text() is not { } digits || !ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
            errors.Add(Join(path, "default_member_permissions"), "NUMBER_TYPE_COERCE", "Is a string of decimal digits.");
        if (command["nsfw"] is { } nsfw && nsfw.Truth() is null)
            errors.Add(Join(path, "nsfw"), "BOOLEAN_TYPE_CONVERT", "Must be either true or false.");

        var installs = Numbers(command, "integration_types", path, 1, isGuild, errors);
        var contexts = Numbers(command, "contexts", path, 2, isGuild, errors);
        if (contexts.Contains(2) && !installs.Contains(1))
            errors.Add(Join(path, "contexts"), "APPLICATION_COMMAND_CONTEXTS_INVALID", "Context 2 needs an installation by users.");

        Options(command, path, 0, errors);
        if (Total(command) is var total && total > MostCharacters)
            errors.Add(path, "APPLICATION_COMMAND_TOO_LARGE", $"Command exceeds maximum size ({total} of {MostCharacters})");
    }

    private static long[] Numbers(JsonObject command, string key, string path, long most, bool isGuild, FormErrors errors)
    {
        if (command[key] is not JsonArray list)
            return [];
        if (isGuild)
            errors.Add(Join(path, key), "APPLICATION_COMMAND_INVALID_FIELD", "Only global commands have this.");
        var numbers = list.Select(number => number.Integer() ?? -1).ToArray();
        if (numbers.Any(number => number < 0 || number > most) || numbers.Distinct().Count() < numbers.Length || numbers.Length == 0)
            errors.Add(Join(path, key), "BASE_TYPE_CHOICES", $"Must be a set of 0 to {most}.");
        return numbers;
    }

    // Depth 0 is the command, 1 a group or subcommand in it, 2 a subcommand in a group.
    private static void Options(JsonObject holder, string path, int depth, FormErrors errors)
    {
        var options = errors.Objects(holder, "options", path, 25);
        var hasOptional = false;
        foreach (var (option, at) in options)
        {
            errors.Keys(option, at, OptionKeys);
            var type = option["type"].Integer() ?? 0;
            Name(option, at, isSlash: true, errors);
            Localizations(option, "name_localizations", at, 32, isSlashName: true, errors);
            errors.Text(option, "description", at, 100, 1, required: true);
            Localizations(option, "description_localizations", at, 100, isSlashName: false, errors);
            if (type is 1 or 2)
            {
                if (type is 2 ? depth > 0 : depth > 1 || (depth == 1 && holder["type"].Integer() is not 2))
                    errors.Add(Join(at, "type"), "APPLICATION_COMMAND_INVALID_NESTING", "Command, group, subcommand, no deeper.");
                foreach (var key in (string[])["required", "choices", "autocomplete", "min_value", "max_value", "min_length", "max_length"])
                {
                    if (option[key] is not null)
                        errors.Add(Join(at, key), "APPLICATION_COMMAND_INVALID_FIELD", "Subcommands cannot have this.");
                }

                Options(option, at, depth + 1, errors);
                continue;
            }

            Value(option, at, type, errors);
            if (option["required"].Truth() is true && hasOptional)
                errors.Add(Join(at, "required"), "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options");
            hasOptional |= option["required"].Truth() is not true;
        }

        var kinds = options.Select(option => option.Item["type"].Integer() is 1 or 2).Distinct().Count();
        if (kinds > 1 || (holder["type"].Integer() is 2 && depth == 1 && options.Any(option => option.Item["type"].Integer() is not 1)))
            errors.Add(Join(path, "options"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command and sub-command group option types are mutually exclusive to all other types");
        Unique(options, path, errors);
    }

    private static void Unique(IReadOnlyList<(JsonObject Item, string Path)> options, string path, FormErrors errors)
    {
        var defaults = options.Select(option => option.Item["name"].Text() ?? "").ToArray();
        if (defaults.Distinct(StringComparer.Ordinal).Count() < defaults.Length)
            errors.Add(Join(path, "options"), "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists");
        foreach (var locale in Locales)
        {
            var names = options.Select(option => (option.Item["name_localizations"] as JsonObject)?[locale].Text()).ToArray();
            for (var i = 0; i < names.Length; i++)
            {
                if (names[i] is { } name && (Enumerable.Range(0, names.Length).Any(j => j != i && (names[j] == name || defaults[j] == name))))
                    errors.Add(Join(options[i].Path, $"name_localizations.{locale}"), "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists");
            }
        }
    }

    private static void Value(JsonObject option, string path, long type, FormErrors errors)
    {
        if (type is < 3 or > 11)
            errors.Add(Join(path, "type"), "BASE_TYPE_CHOICES", "Value must be one of (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11).");
        if (option["options"] is not null)
            errors.Add(Join(path, "options"), "APPLICATION_COMMAND_INVALID_FIELD", "Only subcommands and groups have options.");
        Only(option, path, errors, type is 3, "min_length", "max_length");
        Only(option, path, errors, type is 4 or 10, "min_value", "max_value");
        Only(option, path, errors, type is 3 or 4 or 10, "choices", "autocomplete");
        Only(option, path, errors, type is 7, "channel_types");

        var (shortest, longest) = (option["min_length"].Integer(), option["max_length"].Integer());
        if (shortest is < 0 or > 6000 || longest is < 1 or > 6000 || shortest > longest)
            errors.Add(Join(path, "max_length"), "NUMBER_TYPE_MAX", "Lengths must be 0 to 6000 and 1 to 6000, in order.");
        if (option["autocomplete"].Truth() is true && option["choices"] is JsonArray)
            errors.Add(Join(path, "choices"), "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES", "Choices cannot be used with autocomplete.");

        var names = new HashSet<string>(StringComparer.Ordinal);
        var values = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (choice, at) in errors.Objects(option, "choices", path, 25))
        {
            Choice(choice, at, type, errors);
            if (!names.Add(choice["name"].Text() ?? "") || !values.Add(choice["value"]?.ToJsonString() ?? ""))
                errors.Add(at, "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS", "Option choice already exists");
        }
    }

    private static void Only(JsonObject option, string path, FormErrors errors, bool allowed, params string[] keys)
    {
        foreach (var key in keys)
        {
            if (!allowed && option[key] is not null)
                errors.Add(Join(path, key), "APPLICATION_COMMAND_INVALID_FIELD", "Options of this type cannot have this.");
        }
    }

    private static void Name(JsonObject holder, string path, bool isSlash, FormErrors errors)
    {
        errors.Text(holder, "name", path, 32, 1, required: true);
        if (isSlash && holder["name"].Text() is { } name)
            SlashName(name, Join(path, "name"), errors);
    }

    private static void SlashName(string name, string path, FormErrors errors)
    {
        // Uppercase letters are refused wherever a lowercase form exists, also within a Korean name.
        if (!SlashNamePattern().IsMatch(name) || name.EnumerateRunes().Any(rune => System.Text.Rune.ToLowerInvariant(rune) != rune))
            errors.Add(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
    }

    private static void Localizations(JsonObject holder, string key, string path, int most, bool isSlashName, FormErrors errors)
    {
        if (holder[key] is not { } node)
            return;
        if (node is not JsonObject texts)
        {
            errors.Add(Join(path, key), "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
            return;
        }

        foreach (var (locale, text) in texts)
        {
            if (!Locales.Contains(locale))
                errors.Add(Join(path, $"{key}.{locale}"), "BASE_TYPE_CHOICES", "Is no locale of Discord's.");
            errors.Text(texts, locale, Join(path, key), most, 1, required: true);
            if (isSlashName && text.Text() is { } name)
                SlashName(name, Join(path, key), errors); // Discord does not say which locale it was
        }
    }

    private static int Total(JsonObject holder) =>
        Longest(holder, "name") + Longest(holder, "description")
        + ((holder["options"] as JsonArray) ?? []).OfType<JsonObject>().Sum(Total)
        + ((holder["choices"] as JsonArray) ?? []).OfType<JsonObject>().Sum(choice => Longest(choice, "name") + Length(choice["value"]?.ToString()));

    private static int Longest(JsonObject holder, string key) =>
        ((holder[$"{key}_localizations"] as JsonObject) ?? []).Select(text => Length(text.Value.Text())).Append(Length(holder[key].Text())).Max();

    // Discord's own expression names scripts in a way that .NET does not read; these are the same letters.
    [GeneratedRegex(@"\A[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]{1,32}\z")]
    private static partial Regex SlashNamePattern();
}
