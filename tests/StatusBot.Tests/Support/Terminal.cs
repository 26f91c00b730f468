using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using StatusBot.Catalog;
using StatusBot.Commands;
using StatusBot.Conversation;
using StatusBot.Messengers.Terminal;

namespace StatusBot.Tests.Support;

/// <summary>The bot by its door in a terminal: words in; an exit code, and what is written, out.</summary>
internal sealed class Terminal
{
    private readonly IReadOnlyList<TerminalVerb> _verbs;
    private readonly TerminalMessenger _messenger;

    /// <param name="verb">A verb beyond the bot's own.</param>
    /// <param name="command">Its command.</param>
    public Terminal(TerminalVerb? verb = null, ICommand? command = null)
    {
        _verbs = verb is null ? TerminalVerb.All : [.. TerminalVerb.All, verb];
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(Bot.Catalog)
            .AddCommands()
            .AddTerminal()
            .AddSingleton(_verbs);
        if (command is not null)
            services.AddSingleton(command);
        _messenger = services.BuildServiceProvider().GetRequiredService<TerminalMessenger>();
    }

    /// <summary>The bot's own.</summary>
    public static Terminal Own { get; } = new();

    public Language Language { get; init; } = Language.English;

    public int Width { get; init; } = 100;

    public bool IsStyled { get; init; }

    /// <summary>What stands on standard input.</summary>
    public string Input { get; init; } = "";

    /// <summary>Types words, already parted as a shell parts them.</summary>
    public async Task<(int ExitCode, string Output, string Mistakes)> Types(params string[] words)
    {
        var (output, mistakes) = (new StringWriter(), new StringWriter());
        var exitCode = await _messenger.RunAsync(
            new TerminalParser(_verbs, Language).Parse(words),
            new StringReader(Input),
            Screen(output),
            Screen(mistakes),
            TestContext.Current.CancellationToken);
        return (exitCode, output.ToString(), mistakes.ToString());
    }

    private TerminalScreen Screen(TextWriter writer) => new(writer, Width, IsStyled ? ColorSystemSupport.TrueColor : ColorSystemSupport.NoColors);
}
