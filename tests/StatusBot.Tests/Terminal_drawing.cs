using Spectre.Console;
using StatusBot.Catalog;
using StatusBot.Conversation;
using StatusBot.Messengers.Terminal;
using StatusBot.Tests.Support;

namespace StatusBot.Tests;

/// <summary>What a card looks like in a terminal, with and without styles.</summary>
public sealed class Terminal_drawing
{
    private const string Escape = "\u001b";

    public static TheoryData<string, string, int> Screens()
    {
        var rows = new TheoryData<string, string, int>();
        foreach (var command in (string[])["status 403", "status 403 --view products", "status 403 --view example", "compare 401 403", "list 4xx --page 2"])
        {
            foreach (var width in (int[])[100, 40])
            {
                rows.Add(command, "en", width);
                rows.Add(command, "ko", width);
            }
        }

        return rows;
    }

    internal static string FileOf(string command, string language, int width) =>
        $"terminal/{command.Replace(" --view", "").Replace(" --page", "").Replace(' ', '-')}.{language}.{width}.txt";

    [Theory, MemberData(nameof(Screens))]
    public async Task Without_styles_is_text_of_the_terminals_width(string command, string language, int width)
    {
        var terminal = new Terminal { Language = language == "ko" ? Language.Korean : Language.English, Width = width };

        var (exitCode, output, mistakes) = await terminal.Types(command.Split(' '));

        Assert.Equal(TerminalMessenger.Answered, exitCode);
        Assert.Empty(mistakes);
        GoldenFile.Holds(FileOf(command, language, width), output);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(40)]
    public async Task Fits_the_width_in_Korean_too_but_for_what_people_copy(int width)
    {
        var terminal = new Terminal { Language = Language.Korean, Width = width };

        foreach (var code in Golden_cards.FullCodes)
        {
            var (_, output, _) = await terminal.Types("status", $"{code}");
            Assert.Empty(Lines(output).Where(line => Columns(line) > width && !IsCopied(line)));
        }
    }

    [Fact]
    public async Task Stands_fields_side_by_side_where_there_is_room()
    {
        var (_, wide, _) = await new Terminal { Width = 80 }.Types("status", "403");
        var (_, narrow, _) = await new Terminal { Width = 79 }.Types("status", "403");

        Assert.Single(Lines(wide), line => line.StartsWith("Who can fix it ", StringComparison.Ordinal) && line.EndsWith(" Retry", StringComparison.Ordinal));
        Assert.Contains("Who can fix it", Lines(narrow));
        Assert.Contains("Retry", Lines(narrow));
    }

    [Fact]
    public async Task With_styles_has_the_title_bold_in_the_colour_of_the_card()
    {
        var (_, output, _) = await new Terminal { IsStyled = true }.Types("status", "403");

        Assert.StartsWith($"{Escape}[1;38;2;224;138;0m403 Forbidden", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_styles_turns_every_mark_into_one()
    {
        var (_, card, _) = await new Terminal { IsStyled = true }.Types("status", "403");
        var (_, products, _) = await new Terminal { IsStyled = true }.Types("status", "403", "--view", "products");

        Assert.Contains($"{Escape}[1mCaller{Escape}[0m", card, StringComparison.Ordinal);
        Assert.Contains($"{Escape}[38;5;6mPermission denied{Escape}[0m", card, StringComparison.Ordinal);
        Assert.DoesNotContain("**", card, StringComparison.Ordinal);
        Assert.DoesNotContain("`", card, StringComparison.Ordinal);
        Assert.Contains(";https://github.com/nginx/nginx/blob/master/src/http/ngx_http_core_module.c", products, StringComparison.Ordinal);
        Assert.DoesNotContain("](", products, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ko")]
    public async Task Without_styles_has_no_escape_code_and_no_mark_but_that_of_code(string language)
    {
        var terminal = new Terminal { Language = language == "ko" ? Language.Korean : Language.English };

        foreach (var code in Golden_cards.FullCodes)
        {
            foreach (var view in (string[][])[[], ["--view", "products"]])
            {
                var (_, output, _) = await terminal.Types(["status", $"{code}", .. view]);
                Assert.DoesNotContain(Escape, output, StringComparison.Ordinal);
                Assert.DoesNotContain("**", output, StringComparison.Ordinal);
                Assert.DoesNotContain("](", output, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Lets_nothing_control_the_terminal_whatever_a_card_says(bool isStyled)
    {
        const string Evil = "a\u001b[2Jb\u009b31m\u0007\u202ec\r\u0000";
        var card = new Card(
            CardColor.ClientError, Evil, new Uri("https://example.com/"), $"{Evil} **{Evil}** `{Evil}`\n```sh\n{Evil}\n```", [new CardField(Evil, $"- {Evil}")], Evil);
        var drawn = new StringWriter();

        new CardDrawing(new TerminalScreen(drawn, 80, isStyled ? ColorSystemSupport.TrueColor : ColorSystemSupport.NoColors))
            .Draw(card, [new NextCommand("about", Evil)], Language.English);

        Assert.DoesNotContain($"{Escape}[2J", drawn.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(drawn.ToString(), letter => letter is '\u009b' or '\u0007' or '\u202e' or '\r' or '\0');
        Assert.Contains("a[2Jb31mc", drawn.ToString(), StringComparison.Ordinal);
    }

    private static string[] Lines(string output) => output.TrimEnd().ReplaceLineEndings("\n").Split('\n');

    private static int Columns(string line) => new Spectre.Console.Rendering.Segment(line).CellCount();

    // An address, or a command at the end.
    private static bool IsCopied(string line) => line.Contains("https://", StringComparison.Ordinal) || line.StartsWith("  status ", StringComparison.Ordinal);
}
