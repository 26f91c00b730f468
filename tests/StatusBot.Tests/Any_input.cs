using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using StatusBot.Tests.Support;

namespace StatusBot.Tests;

/// <summary>
/// Whatever arrives, the reply is one that Discord accepts: <see cref="Bot.Receives"/> holds each against Discord's schema and
/// the documented rules.
/// </summary>
public sealed class Any_input
{
    // What people and machines type: numbers near real ones, names, joiners, marks that break naive code, and plain noise.
    private static readonly Gen<string> Piece = Gen.OneOf(
        Gen.Elements("403", "401", "000", "4xx", "1000", "404.13", "HTTP/1.1", "vs", "forbidden", "찾을 수 없음", "게이트", "ㄱ", ":not_found"),
        Gen.Elements(" ", ",", "-", "\n", "\u202e", "\u200b", "@everyone", "<@1>", "```", "**", "🤖", "\ud83d", "[x](https://example.com)"),
        Gen.Choose(0, 9999).Select(number => $"{number}"),
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""));

    private static readonly Arbitrary<string> Typed =
        Gen.ListOf(Piece).Select(pieces => string.Concat(pieces)).ToArbitrary();

    [Property(MaxTest = 150)]
    public Property To_any_command_gets_a_valid_reply() => Prop.ForAll(Typed, text =>
    {
        foreach (var locale in (string[])["en-US", "ko"])
        {
            Receive(Bot.Slash("status", new { code = text }, locale));
            Receive(Bot.Slash("compare", new { codes = text }, locale));
            Receive(Bot.Slash("find", new { symptom = text }, locale));
            Receive(Bot.Slash("list", new { @class = text }, locale));
            Receive(Bot.Slash("about", new { language = text }, locale));
            Receive(Bot.Slash(text.Length > 0 ? text : "x", locale: locale));
        }
    });

    [Property(MaxTest = 150)]
    public Property While_typing_gets_valid_choices() => Prop.ForAll(Typed, text =>
    {
        Receive(Bot.Types("status", "code", text));
        Receive(Bot.Types("compare", "codes", text, "ko"));
    });

    [Property(MaxTest = 300)]
    public Property As_a_custom_id_gets_a_valid_reply() => Prop.ForAll(Typed, text =>
    {
        Receive(Bot.Presses(text));
        Receive(Bot.Presses($"v1:status:en:{Bot.Asker}:{text}"));
        Receive(Bot.Presses($"v1:compare:ko:{Bot.Asker}:{text}"));
        Receive(Bot.Presses($"v1:list:en:{Bot.Asker}:{text}:1"));
        Receive(Bot.Presses($"v1:status:en:{Bot.Asker}", chosen: text));
    });

    [Fact]
    public async Task Of_the_longest_length_gets_a_valid_reply()
    {
        foreach (var text in (string[])[new('4', 6000), new('가', 6000), string.Concat(Enumerable.Repeat("401 ", 1500)), string.Concat(Enumerable.Repeat("🤖", 3000))])
        {
            await Bot.Slash("status", new { code = text });
            Assert.True((await Bot.Slash("compare", new { codes = text })).IsPrivate);
            await Bot.Types("status", "code", text);
            await Bot.Types("compare", "codes", text);
        }
    }

    private static void Receive(Task answer) => answer.GetAwaiter().GetResult();
}
