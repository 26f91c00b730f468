using StatusBot.Catalog;
using StatusBot.Messengers.Terminal;

namespace StatusBot.Tests;

/// <summary>What the environment says decides language, width and styles.</summary>
public sealed class Terminal_environment
{
    [Theory]
    [InlineData("ko_KR.UTF-8", null, Language.Korean)]
    [InlineData("ko", null, Language.Korean)]
    [InlineData("en_US.UTF-8", null, Language.English)]
    [InlineData("kok_IN", null, Language.English)]
    [InlineData("C.UTF-8", null, Language.English)]
    [InlineData(null, null, Language.English)]
    [InlineData("en_US.UTF-8", "ko_KR.UTF-8", Language.Korean)]
    [InlineData("ko_KR.UTF-8", "C", Language.English)]
    [InlineData("ko_KR.UTF-8", "", Language.Korean)]
    public void The_locale_decides_the_language(string? lang, string? all, Language expected) =>
        Assert.Equal(expected, Of(("LANG", lang), ("LC_ALL", all)).Language);

    [Theory]
    [InlineData(false, null, "xterm", true)]
    [InlineData(true, null, "xterm", false)]
    [InlineData(false, "1", "xterm", false)]
    [InlineData(false, "", "xterm", true)]
    [InlineData(false, null, "dumb", false)]
    public void Styles_are_for_terminals_that_want_them(bool isRedirected, string? noColor, string term, bool expected) =>
        Assert.Equal(expected, Of(("NO_COLOR", noColor), ("TERM", term)).Screen(TextWriter.Null, isRedirected, () => 100).IsStyled);

    [Theory]
    [InlineData(false, null, 132, 132)]
    [InlineData(false, null, 0, 80)]
    [InlineData(true, null, 132, 80)]
    [InlineData(true, "40", 132, 40)]
    [InlineData(false, "40", 132, 40)]
    [InlineData(false, "wide", 132, 132)]
    [InlineData(false, null, 5, 20)]
    public void The_width_is_the_terminals_and_80_where_there_is_none(bool isRedirected, string? columns, int window, int expected) =>
        Assert.Equal(expected, Of(("COLUMNS", columns)).Screen(TextWriter.Null, isRedirected, () => window).Width);

    private static TerminalEnvironment Of(params (string Name, string? Value)[] variables) =>
        new(name => variables.FirstOrDefault(variable => variable.Name == name).Value);
}
