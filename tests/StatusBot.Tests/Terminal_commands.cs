using System.Text.Json;
using StatusBot.Catalog;
using StatusBot.Conversation;
using StatusBot.Messengers.Terminal;
using StatusBot.Tests.Support;

namespace StatusBot.Tests;

/// <summary>What can be typed in a terminal, and what comes of it.</summary>
public sealed class Terminal_commands
{
    [Theory]
    [InlineData("403 Forbidden", "status", "403")]
    [InlineData("404 Not Found", "status", "not found")]
    [InlineData("404 Not Found", "status", "not", "found")]
    [InlineData("401 vs 403", "compare", "401", "403")]
    [InlineData("401 vs 403", "compare", "401 403")]
    [InlineData("4xx Client error", "list", "4xx")]
    [InlineData("4xx Client error", "status", "4xx")]
    [InlineData("StatusBot", "about")]
    [InlineData("403 Forbidden · Example", "status", "forbidden", "--view", "example")]
    [InlineData("403 Forbidden · In code", "status", "403", "--view=code")]
    [InlineData("403 Forbidden · By product", "status", "--view", "products", "403")]
    public async Task Are_answered_with_a_card_on_standard_output(string title, params string[] words)
    {
        var (exitCode, output, mistakes) = await Terminal.Own.Types(words);

        Assert.Equal(0, exitCode);
        Assert.StartsWith(title, output, StringComparison.Ordinal);
        Assert.Empty(mistakes);
    }

    [Theory]
    [InlineData("number", "status", "abc")]
    [InlineData("more than one", "status", "gateway")]
    [InlineData("two to five", "compare", "401")]
    [InlineData("classes", "list", "9xx")]
    [InlineData("no such view", "status", "477", "--view", "example")]
    [InlineData("no such view", "list", "4xx", "--page", "9")]
    [InlineData("number", "status", "abc", "--json")]
    public async Task That_find_nothing_are_told_so_on_standard_error(string expected, params string[] words)
    {
        var (exitCode, output, mistakes) = await Terminal.Own.Types(words);

        Assert.Equal(1, exitCode);
        Assert.Empty(output);
        Assert.Contains(expected, mistakes, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task That_may_mean_several_codes_are_told_what_to_type()
    {
        var (_, _, mistakes) = await Terminal.Own.Types("status", "gateway");

        Assert.Contains("  status 502  502 Bad Gateway", mistakes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("status", "403", "--view", "poem")]
    [InlineData("status", "403", "--lang", "fr")]
    [InlineData("status", "403", "--lang")]
    [InlineData("status", "403", "--bogus")]
    [InlineData("compare", "401", "-x")]
    [InlineData("list", "4xx", "--page", "0")]
    [InlineData("about", "me")]
    public async Task That_are_used_differently_get_the_usage_in_one_line(params string[] words)
    {
        var (exitCode, output, mistakes) = await Terminal.Own.Types(words);

        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.Contains($"StatusBot {words[0]} ", Assert.Single(mistakes.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_do_not_exist_are_refused_in_one_sentence_in_the_language_of_whoever_types()
    {
        var (exitCode, output, mistakes) = await new Terminal { Language = Language.Korean }.Types("weather", "in", "Seoul");

        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.StartsWith("없는 명령입니다.", Assert.Single(mistakes.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u001b[2Jabc\u0007")]
    [InlineData("--\u001b[2Jabc")]
    public async Task Never_come_back(string typed)
    {
        foreach (var words in (string[][])[["status", typed], ["compare", typed, typed], ["status", "403", "--view", typed], ["status", "403", "--lang", typed], [typed]])
        {
            var (exitCode, output, mistakes) = await Terminal.Own.Types(words);

            Assert.NotEqual(0, exitCode);
            Assert.Empty(output);
            Assert.DoesNotContain("[2J", mistakes, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Read_no_arguments_from_files()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "403", TestContext.Current.CancellationToken);

        Assert.Equal(1, (await Terminal.Own.Types("status", $"@{file}")).ExitCode);
        File.Delete(file);
    }

    [Fact]
    public async Task Lead_on_to_commands_that_can_be_typed()
    {
        var (_, output, _) = await Terminal.Own.Types("status", "403");
        var commands = output.TrimEnd().Split('\n').SkipWhile(line => line.Trim() != "Go on with").Skip(1)
            .Select(line => line.Trim().Split("  ")[0])
            .ToArray();

        Assert.Contains("compare 401 403", commands);
        Assert.Contains("status 403 --view example", commands);
        foreach (var command in commands)
            Assert.Equal(0, (await Terminal.Own.Types(command.Split(' '))).ExitCode);
    }

    [Fact]
    public async Task In_a_language_that_was_chosen_lead_on_in_it()
    {
        var (_, output, _) = await Terminal.Own.Types("status", "403", "--lang", "ko");

        Assert.Contains("  status 403 --view example --lang ko ", output, StringComparison.Ordinal);
        Assert.Contains("원인", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Cause")]
    [InlineData("ko", "원인")]
    public async Task As_JSON_give_the_whole_card(string language, string field)
    {
        var (exitCode, output, _) = await Terminal.Own.Types("status", "403", "--json", "--lang", language);
        var card = JsonDocument.Parse(output).RootElement;

        Assert.Equal(0, exitCode);
        Assert.Equal(["title", "url", "description", "fields", "footer"], card.EnumerateObject().Select(part => part.Name));
        Assert.StartsWith("403 Forbidden", card.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Equal("https://www.rfc-editor.org/rfc/rfc9110#section-15.5.4", card.GetProperty("url").GetString());
        Assert.Equal(["name", "value", "inline"], card.GetProperty("fields")[0].EnumerateObject().Select(part => part.Name));
        Assert.Equal(field, card.GetProperty("fields")[0].GetProperty("name").GetString());
        Assert.Contains($"\"{field}\"", output, StringComparison.Ordinal); // readable as it is
    }

    [Fact]
    public async Task Are_listed_by_help_in_both_languages()
    {
        var (exitCode, english, _) = await Terminal.Own.Types("--help");
        var (_, korean, _) = await Terminal.Own.Types("-h", "--lang", "ko");

        Assert.Equal(0, exitCode);
        foreach (var verb in TerminalVerb.All)
        {
            Assert.Contains($"  {verb.Name} ", english, StringComparison.Ordinal);
            Assert.Contains($"  {verb.Name} ", korean, StringComparison.Ordinal);
        }

        Assert.Contains("--register", english, StringComparison.Ordinal);
        Assert.Contains("사용법: StatusBot", korean, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status", "<code…> [--view example|code|products] [--lang en|ko] [--json]")]
    [InlineData("list", "<class…> [--page 1|…|9]")]
    public async Task Explain_themselves(string verb, string usage)
    {
        var (exitCode, output, _) = await Terminal.Own.Types(verb, "--help");

        Assert.Equal(0, exitCode);
        Assert.Contains($"Usage: StatusBot {verb} {usage}", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Have_verbs_only_for_commands_and_options_that_there_are()
    {
        foreach (var verb in TerminalVerb.All)
        {
            var command = Bot.Commands.Single(known => known.Name == verb.Name);
            if (verb.Option is { } option)
                Assert.Contains(option, (command.Options ?? []).Select(known => known.Name));
        }
    }

    [Theory]
    [InlineData("from the pipe", "from the pipe")]
    [InlineData("typed", "from the pipe", "typed")]
    [InlineData("- typed", "", "-", "typed")]
    [InlineData("--typed", "", "--", "--typed")]
    [InlineData("", "")]
    public async Task Take_standard_input_where_the_verb_does_and_nothing_is_typed(string expected, string input, params string[] words)
    {
        var command = new Repeating();
        var terminal = new Terminal(new TerminalVerb("repeat", "text") { ReadsInput = true }, command) { Input = input };

        Assert.Equal(0, (await terminal.Types(["repeat", .. words])).ExitCode);
        Assert.Equal(expected, command.Heard);
    }

    [Fact]
    public async Task Hear_6000_typed_characters_at_most_and_all_of_standard_input()
    {
        var command = new Repeating();
        var text = new string('a', 10_000);
        var verb = new TerminalVerb("repeat", "text") { ReadsInput = true };

        await new Terminal(verb, command) { Input = text }.Types("repeat");
        Assert.Equal(10_000, command.Heard.Length);
        await new Terminal(verb, command).Types("repeat", text);
        Assert.Equal(6000, command.Heard.Length);
    }

    /// <summary>A command that says what it hears, as none of the bot's own does.</summary>
    private sealed class Repeating : ICommand
    {
        public string Heard { get; private set; } = "";

        public CommandDefinition Definition { get; } = new()
        {
            Name = new("repeat", "반복"),
            Description = new("Says it again", "그대로 말합니다"),
            Options = [new() { Name = new("text", "글"), Description = new("What to say", "할 말") }],
        };

        public ValueTask<Reply> AnswerAsync(CommandCall call, CancellationToken cancellationToken)
        {
            Heard = call.Input?.ReadToEnd() ?? call.Text("text");
            return ValueTask.FromResult<Reply>(new Reply.Message(new View(new Card(CardColor.Notice, "Heard", description: Heard), Controls.None), IsPrivate: true));
        }
    }
}
