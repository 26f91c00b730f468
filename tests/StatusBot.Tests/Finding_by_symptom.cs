using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using StatusBot.Tests.Shared;
using StatusBot.Tests.Support;

namespace StatusBot.Tests;

/// <summary><c>/find</c>, through Discord's JSON.</summary>
public sealed class Finding_by_symptom
{
    private const int PhoneLines = 40;
    private const int PhoneColumns = 42;

    // Words that find something, marks that mention or format, a header, a log line, noise.
    private static readonly Gen<string> Piece = Gen.OneOf(
        Gen.Elements("login", "not allowed", "proxy", "timeout", "로그인", "안 됨", "업로드", "용량", "너무 많", "Retry-After: 5", "upstream timed out (110", "4xx", "403", "오백이"),
        Gen.Elements(" ", ", ", "\n", "'", "@everyone", "<@1>", "<#2>", "```", "**", "~~", "||", "[x](https://example.com)", "\u202e", "🤖", "\ud83d", "않"),
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""));

    private static readonly Arbitrary<string> Typed = Gen.ListOf(Piece).Select(pieces => string.Join(' ', pieces)).ToArbitrary();

    [Fact]
    public async Task Names_codes_best_first_and_says_why()
    {
        var answer = await Bot.Slash("find", new { symptom = "nginx 뒤에 backend 죽음" });

        Assert.False(answer.IsPrivate);
        Assert.StartsWith("502 ", answer.Fields[0].Name, StringComparison.Ordinal);
        Assert.Contains("backend", answer.Fields[0].Value, StringComparison.Ordinal);
        Assert.Contains(Bot.Catalog.Get(502)!.Main.Summary.En, answer.Fields[0].Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_a_sign_shows()
    {
        var answer = await Bot.Slash("find", new { symptom = "[error] 31#31: *1 upstream prematurely closed connection while reading response header", language = "ko" });

        Assert.StartsWith("502 Bad Gateway (", answer.Fields[0].Name, StringComparison.Ordinal);
        Assert.StartsWith("`upstream prematurely closed connection`", answer.Fields[0].Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_a_code_from_the_next_where_somebody_has_compared_them()
    {
        var answer = await Bot.Slash("find", new { symptom = "nginx 뒤에 backend 죽음" });
        var next = answer.Fields[1].Name[..3];

        var comparison = Bot.Catalog.Compare([502, int.Parse(next, CultureInfo.InvariantCulture)])!;
        Assert.Contains($"**vs {next}** {comparison.Question.En} {comparison.Differences.Single(difference => difference.Code == 502).En}", answer.Fields[0].Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leads_to_the_cards_and_to_the_comparison_of_the_first_two()
    {
        var answer = await Bot.Slash("find", new { symptom = "nginx 뒤에 backend 죽음" });

        Assert.Equal(answer.Fields.Select(field => field.Name), answer.Buttons.Take(answer.Fields.Count).Select(button => button.Label));
        Assert.Equal(answer.Fields[0].Name, (await Bot.Presses(answer.Buttons[0].Id)).Title.Split(" · ")[0]);
        var versus = $"{answer.Fields[0].Name[..3]} vs {answer.Fields[1].Name[..3]}";
        Assert.Equal(versus, (await Bot.Presses(answer.Button(versus))).Title);
        Assert.True((await Bot.Presses(answer.Button("Delete"))).DeletesOriginal);
    }

    [Fact]
    public async Task Is_private_on_request() =>
        Assert.True((await Bot.Slash("find", new { symptom = "upload too large", show = "me" })).IsPrivate);

    [Theory]
    [InlineData("오늘 날씨 어때", "en", "the weather")]
    [InlineData("what is the weather like tomorrow", "ko", "날씨")]
    [InlineData("qwrtpsdfg zxcvbn", "en", "No status code fits")]
    [InlineData("qwrtpsdfg zxcvbn", "ko", "찾지 못했습니다")]
    [InlineData("", "en", "in a few words")]
    [InlineData(" ?! ", "ko", "로그 한 줄")]
    [InlineData("a", "en", "in a few words")]
    public async Task Where_nothing_fits_answers_kindly_in_private_and_names_no_code(string symptom, string language, string expected)
    {
        var answer = await Bot.Slash("find", new { symptom, language });

        Assert.True(answer.IsPrivate);
        Assert.Contains(expected, answer.Description, StringComparison.Ordinal);
        Assert.Empty(answer.Fields);
        Assert.Empty(answer.Buttons);
    }

    [Property(MaxTest = 150)]
    public Property Any_text_gets_a_valid_reply_that_repeats_letters_and_digits_alone() => Prop.ForAll(Typed, text =>
    {
        foreach (var locale in (string[])["en-US", "ko"])
        {
            var answer = Bot.Slash("find", new { symptom = text }, locale).GetAwaiter().GetResult();

            Assert.InRange(answer.Fields.Count, 0, 5);
            foreach (var (_, value) in answer.Fields)
            {
                var matched = value.Split('\n')[0];
                if (matched.StartsWith('*') && !matched.StartsWith("**", StringComparison.Ordinal))
                    Assert.All(matched.Trim('*').Split(": ", 2)[1], c => Assert.True(char.IsLetterOrDigit(c) || c is ' ' or ',' or '…', $"{matched} has {c}"));
            }

            Assert.DoesNotContain("@everyone", answer.Json.ToJsonString(), StringComparison.Ordinal);
            Assert.DoesNotContain("\u202e", answer.Json.ToJsonString(), StringComparison.Ordinal);
        }
    });

    [Fact]
    public async Task Of_the_longest_length_gets_a_valid_reply()
    {
        foreach (var text in (string[])[new('a', 6000), new('가', 6000), string.Concat(Enumerable.Repeat("timeout ", 800)), string.Concat(Enumerable.Repeat("🤖", 3000))])
            Assert.InRange((await Bot.Slash("find", new { symptom = text })).Fields.Count, 0, 5);
    }

    [Fact]
    public async Task Fits_on_the_screen_of_a_phone()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "tests", "evals"), "find-*.jsonl"))
        {
            foreach (var line in File.ReadLines(file))
            {
                using var row = JsonDocument.Parse(line);
                var symptom = row.RootElement.GetProperty("query").GetString();
                foreach (var language in (string[])["en", "ko"])
                {
                    var answer = await Bot.Slash("find", new { symptom, language });
                    Assert.True(LinesOf(answer) <= PhoneLines, $"{LinesOf(answer)} lines: {symptom} ({language})\n{answer.Drawn()}");
                }
            }
        }
    }

    private static int LinesOf(BotAnswer answer) =>
        answer.Fields.SelectMany(field => $"{field.Name}\n{field.Value}".Split('\n'))
            .Append(answer.Title).Append(answer.Description).Append(answer.Footer)
            .Where(line => line.Length > 0)
            .Sum(line => Wrapped(line.Replace("**", "", StringComparison.Ordinal)));

    // How many lines of a phone a text takes; Hangul is two columns wide.
    private static int Wrapped(string text)
    {
        var (lines, column) = (1, 0);
        foreach (var word in text.Split(' '))
        {
            var width = word.EnumerateRunes().Sum(rune => Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherLetter ? 2 : 1);
            if (column > 0 && column + 1 + width > PhoneColumns)
                (lines, column) = (lines + 1, 0);
            column += width + (column > 0 ? 1 : 0);
            lines += Math.Max(0, column - 1) / PhoneColumns;
            column = Math.Max(0, column - 1) % PhoneColumns + 1;
        }

        return lines;
    }
}
