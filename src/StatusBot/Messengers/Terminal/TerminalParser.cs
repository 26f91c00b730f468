using System.CommandLine;
using System.CommandLine.Parsing;
using StatusBot.Catalog;
using StatusBot.Conversation;

namespace StatusBot.Messengers.Terminal;

/// <summary>Reads a command line. It says what is asked for; it answers nothing.</summary>
internal sealed class TerminalParser
{
    public const string LanguageOption = "--lang";
    public const string JsonOption = "--json";
    public const string JsonLinesOption = "--jsonl";

    // A word that starts with @ is a word, and no file to read arguments from.
    private static readonly ParserConfiguration Configuration = new() { ResponseFileTokenReplacer = null };

    private readonly Language _ownLanguage;
    private readonly Command _root = new("StatusBot");
    private readonly Dictionary<Command, VerbSymbols> _verbs = [];

    private readonly Option<string?> _language = OneOf(LanguageOption, [.. Languages.Select(CommonOptions.ValueOf)], isRecursive: true);
    private readonly Option<bool> _json = new(JsonOption) { Recursive = true };
    private readonly Option<bool> _help = new(HelpOptions[0], [.. HelpOptions.Skip(1)]) { Recursive = true };

    /// <param name="verbs">The commands that can be typed.</param>
    /// <param name="ownLanguage">The language of whoever types.</param>
    public TerminalParser(IEnumerable<TerminalVerb> verbs, Language ownLanguage)
    {
        _ownLanguage = ownLanguage;
        foreach (var verb in verbs)
            _root.Subcommands.Add(Add(verb));
        foreach (var option in (Option[])[_language, _json, _help])
            _root.Options.Add(option);
    }

    /// <summary>How people ask for help.</summary>
    public static IReadOnlyList<string> HelpOptions { get; } = ["--help", "-h", "-?"];

    /// <summary>What may stand before the command.</summary>
    public static IReadOnlyList<string> LeadingOptions { get; } = [LanguageOption, JsonOption, .. HelpOptions];

    /// <summary>The languages that can be chosen.</summary>
    public static IReadOnlyList<Language> Languages { get; } = [Language.English, Language.Korean];

    /// <summary>Reads a command line.</summary>
    /// <param name="arguments">The words of it. Untrusted: none of them is ever repeated.</param>
    public TerminalCall Parse(IReadOnlyList<string> arguments)
    {
        var parsed = _root.Parse(arguments, Configuration);
        var language = LanguageOf(parsed);
        var verb = _verbs.GetValueOrDefault(parsed.CommandResult.Command);
        if (parsed.GetResult(_help) is { Implicit: false })
            return new TerminalCall.Help(verb?.Verb, language);
        if (verb is null || parsed.Errors.Count > 0 || HasUnknownOption(parsed))
            return new TerminalCall.Wrong(verb?.Verb, language);

        var words = verb.Words is null ? [] : parsed.GetValue(verb.Words) ?? [];
        var isFilter = verb.Lines is not null && parsed.GetValue(verb.Lines);
        if (isFilter)
            return words.Length == 0 ? new TerminalCall.Filter(verb.Verb, language) : new TerminalCall.Wrong(verb.Verb, language);
        if (words.Length == 0 && verb.Verb is { Option: not null, ReadsInput: false })
            return new TerminalCall.Wrong(verb.Verb, language);

        return new TerminalCall.Question(
            verb.Verb,
            words.Length == 0 ? null : string.Join(' ', words),
            verb.Turn is null ? null : parsed.GetValue(verb.Turn),
            parsed.GetValue(_json),
            language,
            IsLanguageChosen: language != _ownLanguage);
    }

    private Command Add(TerminalVerb verb)
    {
        var command = new Command(verb.Name);
        var words = verb.Option is null
            ? null
            : new Argument<string[]>(verb.Option) { Arity = verb.ReadsInput || verb.Filter is not null ? ArgumentArity.ZeroOrMore : ArgumentArity.OneOrMore };
        var turn = verb.Turn is null ? null : OneOf($"--{verb.Turn.Name}", verb.Turn.Values);
        if (words is not null)
            command.Arguments.Add(words);
        if (turn is not null)
            command.Options.Add(turn);
        var lines = verb.Filter is null ? null : new Option<bool>(JsonLinesOption);
        if (lines is not null)
            command.Options.Add(lines);
        _verbs[command] = new VerbSymbols(verb, words, turn, lines);
        return command;
    }

    // Also where the rest of the line is wrong, so that the refusal is in it.
    private Language LanguageOf(ParseResult parsed) =>
        parsed.GetResult(_language)?.Tokens is [.., { Value: var value }] && CommonOptions.LanguageOf(value) is { } chosen ? chosen : _ownLanguage;

    // The library takes an option that it does not know for a word.
    private static bool HasUnknownOption(ParseResult parsed) => parsed.Tokens
        .TakeWhile(token => token.Type is not TokenType.DoubleDash)
        .Any(token => token.Type is TokenType.Argument
            && token.Value is ['-', '-' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'), ..]
            && !token.Value.Any(char.IsWhiteSpace));

    private static Option<string?> OneOf(string name, IReadOnlyList<string> values, bool isRecursive = false)
    {
        var option = new Option<string?>(name) { Recursive = isRecursive };
        option.AcceptOnlyFromAmong([.. values]);
        return option;
    }

    private sealed record VerbSymbols(TerminalVerb Verb, Argument<string[]>? Words, Option<string?>? Turn, Option<bool>? Lines);
}
