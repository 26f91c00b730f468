using StatusBot.Catalog;
using StatusBot.Conversation;
using StatusBot.Texts;

namespace StatusBot.Messengers.Terminal;

/// <summary>Says how to use the program and each of its commands.</summary>
internal sealed class TerminalHelp(CommandTable commands, IReadOnlyList<TerminalVerb> verbs)
{
    private const string Program = "StatusBot";

    /// <summary>The line that shows what can be typed: <c>StatusBot status &lt;code…&gt; [--view example|code|products]</c>.</summary>
    public static string Usage(TerminalVerb? verb, Language language)
    {
        IEnumerable<string> parts =
        [
            BotTexts.In(language).CommandUsage,
            Program,
            verb?.Name ?? "<command>",
            .. verb?.Option is { } option ? [verb.ReadsInput ? $"[{option}…]" : $"<{option}…>"] : Array.Empty<string>(),
            .. verb?.Turn is { } turn ? [$"[{Spelled(turn)}]"] : Array.Empty<string>(),
            $"[{Languages}]",
            verb?.Filter is null ? $"[{TerminalParser.JsonOption}]" : $"[{TerminalParser.JsonOption}|{TerminalParser.JsonLinesOption}]",
        ];
        return string.Join(' ', parts);
    }

    /// <summary>Writes the help of a command, or of the program.</summary>
    public void Write(TerminalVerb? verb, Language language, TerminalScreen screen)
    {
        var texts = BotTexts.In(language);
        screen.WriteLine(DescriptionOf(verb, language) ?? texts.AboutSummary);
        screen.WriteLine("");
        screen.WriteLine(Usage(verb, language));
        Section(verb is null ? texts.CommandsHeading : "", verb is null ? verbs.Select(known => (known.Name, DescriptionOf(known, language) ?? "")) : [], screen);
        Section(texts.OptionsHeading, Options(verb, language), screen);
        if (verb is not null)
            return;

        screen.WriteLine("");
        foreach (var line in texts.WithoutCommand.Split('\n'))
            screen.WriteLine(line);
    }

    private static string Languages => $"{TerminalParser.LanguageOption} {string.Join('|', TerminalParser.Languages.Select(CommonOptions.ValueOf))}";

    private IEnumerable<(string Name, string Text)> Options(TerminalVerb? verb, Language language)
    {
        var texts = BotTexts.In(language);
        if (verb?.Option is { } option && commands.Find(verb.Name)?.Definition.Options.FirstOrDefault(known => known.Name.En == option) is { } words)
            yield return ($"{option}…", words.Description[language]);
        if (verb?.Turn is { } turn)
            yield return (Spelled(turn), turn.Describe(texts));
        yield return (Languages, texts.LanguageOption);
        yield return (TerminalParser.JsonOption, texts.JsonOption);
        if (verb?.Filter is not null)
            yield return (TerminalParser.JsonLinesOption, texts.JsonLinesOption);
        yield return (string.Join(", ", TerminalParser.HelpOptions), texts.HelpOption);
    }

    private string? DescriptionOf(TerminalVerb? verb, Language language) => verb is null ? null : commands.Find(verb.Name)?.Definition.Description[language];

    // "example|code|products", "1|…|9".
    private static string Spelled(CardTurn turn) => turn.IsStepwise
        ? $"--{turn.Name} {turn.Values[0]}|…|{turn.Values[^1]}"
        : $"--{turn.Name} {string.Join('|', turn.Values)}";

    private static void Section(string heading, IEnumerable<(string Name, string Text)> entries, TerminalScreen screen)
    {
        var known = entries.ToArray();
        if (known.Length == 0)
            return;

        screen.WriteLine("");
        screen.WriteLine(heading);
        var widest = known.Max(entry => entry.Name.Length);
        foreach (var (name, text) in known)
            screen.WriteLine($"  {name.PadRight(widest)}  {text}");
    }
}
