using System.Text.RegularExpressions;
using StatusBot.Catalog.Checks;
using StatusBot.Catalog.Loading;
using StatusBot.Tests.Shared;

namespace StatusBot.Catalog.Tests;

/// <summary>Korean is held to docs/korean-style.md, and to saying as much as the English beside it.</summary>
public sealed class Korean_texts
{
    public static TheoryData<string, string> Habits() =>
        [.. KoreanToAvoid.All.Select(habit => (habit.Wrong, habit.Right))];

    [Theory, MemberData(nameof(Habits))]
    public void With_a_habit_to_avoid_are_named_with_what_to_write(string wrong, string right)
    {
        var habit = KoreanToAvoid.All.Single(habit => habit.Wrong == wrong);

        // A pair of quotes is two findings, of the same habit.
        var all = InRetry(wrong).ToArray();

        Assert.NotEmpty(all);
        Assert.All(all, found =>
        {
            Assert.Equal("Data/codes/403.json", found.File);
            Assert.Equal("meanings[0].retry.ko", found.Field);
            Assert.Contains(habit.Why, found.Problem, StringComparison.Ordinal);
            Assert.Contains($"\"{right}\"", found.Problem, StringComparison.Ordinal);
        });
        Assert.Empty(InRetry(right));
    }

    [Theory, MemberData(nameof(Habits))]
    public void Avoid_nothing_that_the_guide_does_not_explain(string wrong, string right) =>
        Assert.Contains($"| {wrong} | {right} |", Guide, StringComparison.Ordinal);

    [Theory]
    [InlineData("403은", "403는")]
    [InlineData("404는", "404은")]
    [InlineData("401과 403", "401와 403")]
    [InlineData("404와 410", "404과 410")]
    [InlineData("500이", "500가")]
    [InlineData("502가", "502이")]
    [InlineData("503을", "503를")]
    [InlineData("504를", "504을")]
    [InlineData("301로", "301으로")]
    [InlineData("200으로", "200로")]
    [InlineData("307로만", "307으로만")]
    [InlineData("408로", "408으로")]
    [InlineData("406으로도", "406로도")]
    [InlineData("409와는", "409과는")]
    [InlineData("4xx는", "4xx은")]
    [InlineData("403이면", "403면")]
    [InlineData("501이나", "501나")]
    [InlineData("HTTP/1.1로", "HTTP/1.1으로")]
    [InlineData("`Retry-After`를", "`Retry-After`을")]
    [InlineData("`Location`을", "`Location`를")]
    [InlineData("`Content-Type`과", "`Content-Type`와")]
    [InlineData("`GET`은", "`GET`는")]
    [InlineData("POST는", "POST은")]
    [InlineData("API를", "API을")]
    [InlineData("URL로", "URL으로")]
    [InlineData("VPN으로", "VPN로")]
    [InlineData("nginx가", "nginx이")]
    [InlineData("curl로", "curl으로")]
    public void Have_the_particle_that_follows_how_the_word_is_read(string right, string wrong)
    {
        Assert.Contains($"write \"{right.Split(' ')[0]}\"", Assert.Single(InRetry($"{wrong} 봅니다.")).Problem, StringComparison.Ordinal);
        Assert.Empty(InRetry($"{right} 봅니다."));
    }

    [Theory]
    [InlineData("404면 주소를, 404이면 주소를 봅니다.")] // both are said
    [InlineData("`ERR_403`는 403과 같습니다.")] // digits of a name
    [InlineData("S3가 답합니다.")]
    [InlineData("`USER`는 자유롭게 읽습니다.")]
    [InlineData("403이라는 코드, 5가지 원인, 3과목")]
    [InlineData("\"the server!\" 로그와 `a  b`, `“`")] // quoted as it is
    [InlineData("제안된 프로토콜, 변수 없음, 그 재사용, 아니요. 네.")]
    [InlineData("카드 거절")]
    public void May_say_what_only_looks_wrong(string text) => Assert.Empty(InRetry(text));

    [Theory]
    [InlineData("서버가 요청을 거부함", "end it with -니다., -세요.")]
    [InlineData("서버가 거부했습니다", "end it with -니다., -세요.")]
    public void End_sentences_as_sentences(string text, string advice) =>
        Assert.Contains(advice, Assert.Single(InMistake(text)).Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("서버가 거부했습니다.")]
    [InlineData("헤더를 보세요(예: `Allow: GET`).")]
    [InlineData("`Expect`를 빼고 보내세요(.NET 설정, Full (strict) 모드).")]
    [InlineData("어느 헤더가 있나요?")]
    public void May_end_sentences_in_these_ways(string text) => Assert.Empty(InMistake(text));

    [Theory]
    [InlineData("토큰이 만료됐습니다")]
    [InlineData("토큰이 만료됨.")]
    public void Leave_fragments_without_an_ending(string text) =>
        Assert.Contains("noun or -음", Assert.Single(In(text, (meaning, ko) => meaning with { Causes = [meaning.Causes[0] with { Ko = ko }] })).Problem, StringComparison.Ordinal);

    [Fact]
    public void That_ask_end_as_a_question() => Assert.Contains(
        "does not end as a question",
        Assert.Single(InComparison("누가 요청했는지 봅니다.", (comparison, text) => comparison with { Question = text })).Problem,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("The server understood the request, but it refuses to carry it out for this account.", "거부했습니다.", "say in Korean what it leaves out")]
    [InlineData("The server refuses the request.", "서버가 요청을 이해했지만 이 계정으로는 실행하지 않겠다고 거부했습니다.", "say in English what it says more")]
    [InlineData("See `Allow`.", "`Allow`에 있는 메서드로 바꿔 다시 보내고 없으면 문서를 보세요.", "say in English what it says more")]
    public void That_say_less_or_more_than_the_English_are_named(string en, string ko, string advice)
    {
        var found = Assert.Single(new LanguagesSayAsMuch().Check(
            WithMeaning(meaning => meaning with { Retry = meaning.Retry! with { En = en, Ko = ko } })));

        Assert.Equal("meanings[0].retry", found.Field);
        Assert.Contains(advice, found.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Are_all_read() => Assert.Equal(
        CountOfKo(TheCatalog.Folder),
        Worded.In(TheCatalog.Data).Count());

    [Fact]
    public void Of_the_catalogue_keep_the_guide() => NothingFound(new KoreanReadsKorean());

    [Fact]
    public void Of_the_catalogue_say_as_much_as_the_English() => NothingFound(new LanguagesSayAsMuch());

    [Theory]
    [InlineData("Texts", "KoreanTexts.cs")]
    [InlineData("Commands", "*.cs")]
    [InlineData("Conversation", "CommonOptions.cs")]
    [InlineData("wwwroot/js", "i18n.js")]
    public void Of_the_bot_keep_the_guide(string folder, string files)
    {
        var texts = Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "src", "StatusBot", folder), files)
            .SelectMany(file => Literal.Matches(File.ReadAllText(file)).Select(match => match.Groups["text"].Value))
            .Where(text => text.Any(letter => letter is >= '가' and <= '힣') && !text.Contains('─')) // a drawing spaces as it must
            .ToArray();

        Assert.NotEmpty(texts);
        Assert.Empty(texts.SelectMany(text => KoreanReadsKorean.Problems(text)
            // The page speaks as Discord's own does around the messages: in 해요체.
            .Where(problem => folder != "wwwroot/js" || !problem.Contains(KoreanToAvoid.Register, StringComparison.Ordinal))
            .Select(problem => $"{text}: {problem}")));
    }

    // A literal of C# or JavaScript; what is filled in reads as a word that is not known.
    private static Regex Literal { get; } = new(@"(?<quote>[""'])(?<text>(?:\\.|(?!\k<quote>)[^\\\n])*)\k<quote>", RegexOptions.CultureInvariant);

    // All findings, one line each, so that they can be worked off from top to bottom.
    private static void NothingFound(ICatalogCheck check)
    {
        var found = check.Check(TheCatalog.Data).ToArray();
        Assert.True(found.Length == 0, string.Join(Environment.NewLine, found.Select(one => one.ToString())));
    }

    private static string Guide { get; } = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "korean-style.md"));

    private static IEnumerable<Finding> InRetry(string ko) => In(ko, (meaning, text) => meaning with { Retry = meaning.Retry! with { Ko = text } });

    private static IEnumerable<Finding> InMistake(string ko) => InComparison(ko, (comparison, text) => comparison with { Mistake = text });

    private static IEnumerable<Finding> In(string ko, Func<Meaning, string, Meaning> change) =>
        new KoreanReadsKorean().Check(WithMeaning(meaning => change(meaning, ko)));

    private static IEnumerable<Finding> InComparison(string ko, Func<Comparison, LocalizedText, Comparison> change)
    {
        var file = TheCatalog.Data.Comparisons.Single(file => file.Value.Key == "401-403");
        return new KoreanReadsKorean().Check(
            new CatalogData([], [file with { Value = change(file.Value, new LocalizedText { En = "", Ko = ko }) }], [], []));
    }

    private static CatalogData WithMeaning(Func<Meaning, Meaning> change)
    {
        var file = TheCatalog.Data.Codes.Single(file => file.Value.Code == 403);
        return new CatalogData([file with { Value = file.Value with { Meanings = [change(file.Value.Main)], Products = [] } }], [], [], []);
    }

    // Every "ko" that is a text; those of aliases are lists.
    private static int CountOfKo(string folder) => Directory.EnumerateFiles(Path.Combine(folder, "codes"))
        .Concat(Directory.EnumerateFiles(Path.Combine(folder, "comparisons")))
        .Sum(file => File.ReadLines(file).Count(line => line.TrimStart().StartsWith("\"ko\": \"", StringComparison.Ordinal)));
}
