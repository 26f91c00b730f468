using System.Globalization;
using StatusBot.Tests.Support;

namespace StatusBot.Tests;

/// <summary>Every card that was read and found right, in both languages.</summary>
public sealed class Golden_cards
{
    /// <summary>The 19 codes of the first page, and no response at all.</summary>
    public static readonly int[] FullCodes = [0, 200, 201, 204, 301, 302, 304, 400, 401, 403, 404, 405, 408, 409, 413, 429, 500, 502, 503, 504];

    /// <summary>Codes at brief depth, with one and with several owners, deprecated and unused ones, and numbers that nobody registered.</summary>
    public static readonly string[] OtherCodes = ["104", "305", "308", "418", "420", "499", "520", "477", "777"];

    /// <summary>Questions in both languages, with typing errors, a line of a log, and such as no code answers.</summary>
    public static readonly IReadOnlyDictionary<string, string> Symptoms = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["a-proxy-that-gave-up"] = "proxy gave up after 60 seconds",
        ["a-line-of-a-log"] = "upstream timed out (110: Connection timed out) while reading response header from upstream",
        ["not-a-login-problem"] = "not a login problem, this user just isn't allowed to see it",
        ["nothing-to-send-back"] = "delete worked, nothing to send back",
        ["a-file-too-large"] = "파일이 너무 커서 업로드가 안 됨",
        ["misspelt"] = "페이지를 차을수 없읍니다",
        ["mixed"] = "nginx 뒤에 backend 죽음",
        ["another-keyboard"] = "dlswmd 만료",
        ["a-number-spelt-out"] = "five oh two",
        ["a-promised-wait"] = "API 호출이 너무 많다고 막힘, Retry-After: 30",
        ["elsewhere"] = "오늘 날씨 어때",
        ["nothing"] = "asdfasdf",
        ["too-short"] = "?",
    };

    private static readonly string[] ViewNames = ["example", "code", "products"];

    public static TheoryData<string, string> Cards() => ForBoth(FullCodes.Select(code => code.ToString(CultureInfo.InvariantCulture)).Concat(OtherCodes));

    public static TheoryData<string, string> Views() => ForBoth(FullCodes.Select(code => code.ToString(CultureInfo.InvariantCulture)));

    public static TheoryData<string, string> Comparisons() => ForBoth(Bot.Catalog.Comparisons.Select(comparison => comparison.Key).Append("401-511"));

    public static TheoryData<string, string> Classes() => ForBoth(["1xx", "2xx", "3xx", "4xx", "5xx", "other"]);

    public static TheoryData<string, string> Questions() => ForBoth(Symptoms.Keys);

    [Theory, MemberData(nameof(Cards))]
    public async Task The_card_of_a_code(string code, string language) =>
        GoldenFile.Holds($"status/{code}.{language}.txt", (await Bot.Slash("status", new { code, language })).Drawn());

    [Theory, MemberData(nameof(Views))]
    public async Task Its_example_and_its_code(string code, string language)
    {
        var card = await Bot.Slash("status", new { code, language });
        foreach (var view in ViewNames)
        {
            if (card.Buttons.FirstOrDefault(button => button.Id.EndsWith($":{view}", StringComparison.Ordinal)).Id is { } id)
                GoldenFile.Holds($"{view}/{code}.{language}.txt", (await Bot.Presses(id)).Drawn());
        }
    }

    [Theory, MemberData(nameof(Comparisons))]
    public async Task A_comparison(string codes, string language) =>
        GoldenFile.Holds($"compare/{codes}.{language}.txt", (await Bot.Slash("compare", new { codes, language })).Drawn());

    [Theory, MemberData(nameof(Classes))]
    public async Task The_list_of_a_class(string name, string language) =>
        GoldenFile.Holds($"list/{name}.{language}.txt", (await Bot.Slash("list", new { @class = name, language })).Drawn());

    [Theory, MemberData(nameof(Questions))]
    public async Task What_fits_a_symptom(string name, string language) =>
        GoldenFile.Holds($"find/{name}.{language}.txt", (await Bot.Slash("find", new { symptom = Symptoms[name], language })).Drawn());

    [Fact]
    public async Task What_the_bot_says_of_itself()
    {
        GoldenFile.Holds("about.en.txt", (await Bot.Slash("about")).Drawn());
        GoldenFile.Holds("about.ko.txt", (await Bot.Slash("about", locale: "ko")).Drawn());
    }

    [Fact]
    public void No_golden_file_is_without_its_test()
    {
        var expected = Cards().Select(row => $"status/{row.Data.Item1}.{row.Data.Item2}.txt")
            .Concat(Views().SelectMany(row => ViewNames
                .Where(view => Has(view, int.Parse(row.Data.Item1, CultureInfo.InvariantCulture)))
                .Select(view => $"{view}/{row.Data.Item1}.{row.Data.Item2}.txt")))
            .Concat(Comparisons().Select(row => $"compare/{row.Data.Item1}.{row.Data.Item2}.txt"))
            .Concat(Classes().Select(row => $"list/{row.Data.Item1}.{row.Data.Item2}.txt"))
            .Concat(Questions().Select(row => $"find/{row.Data.Item1}.{row.Data.Item2}.txt"))
            .Concat(Explaining_a_text.GoldenFiles)
            .Concat(["about.en.txt", "about.ko.txt"])
            .Concat(Terminal_drawing.Screens().Select(row => Terminal_drawing.FileOf(row.Data.Item1, row.Data.Item2, row.Data.Item3)));
        var present = Directory.EnumerateFiles(GoldenFile.Folder, "*.txt", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(GoldenFile.Folder, file).Replace('\\', '/'));
        Assert.Equal(expected.Order(StringComparer.Ordinal), present.Order(StringComparer.Ordinal));
    }

    private static bool Has(string view, int code) => (view, Bot.Catalog.Get(code)) switch
    {
        ("example", { Main.Example: not null }) or ("code", { Main.InCode: not null }) or ("products", { Products.Count: > 0 }) => true,
        _ => false,
    };

    private static TheoryData<string, string> ForBoth(IEnumerable<string> names)
    {
        var rows = new TheoryData<string, string>();
        foreach (var name in names)
        {
            rows.Add(name, "en");
            rows.Add(name, "ko");
        }

        return rows;
    }
}
