using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using StatusBot.Catalog.Search;

namespace StatusBot.Catalog.Tests;

/// <summary>Questions of people who do not know the number.</summary>
public sealed class Searching_by_symptom
{
    [Theory]
    [InlineData("nginx cannot reach the backend, connection refused", 502)]
    [InlineData("file is too large to upload", 413)]
    [InlineData("to answer a delete that has nothing to send back", 204)]
    [InlineData("clients call my api too often, tell them to slow down", 429)]
    [InlineData("요청 본문 용량 초과", 413)]
    [InlineData("로그인은 했는데 권한이 없음", 403)]
    [InlineData("점검 중이라 서비스 잠깐 내림", 503)]
    [InlineData("users keep getting logged out after the deploy", 401)]
    [InlineData("배포하고 나서 로그인이 자꾸 풀려요", 401)]
    public void Are_answered_in_either_language(string question, int code) => Assert.Equal(code, First(question));

    [Theory]
    [InlineData("gatway timeot from the proxy", 504)]
    [InlineData("to many reqests per minute", 429)]
    [InlineData("페이지를 차을수 없읍니다", 404)]
    [InlineData("요청이 너무 만아서 막혔어요", 429)]
    [InlineData("권한이 업다고 나와요", 403)]
    public void With_typing_errors_are_understood(string question, int code) => Assert.Equal(code, First(question));

    [Theory]
    [InlineData("ㅜㅐㅅ ㄹㅐㅕㅜㅇ", "not found")]
    [InlineData("rnjsgks djqtdma", "권한 없음")]
    public void Typed_with_the_other_keyboard_are_what_was_meant(string typed, string meant) => Assert.Equal(First(meant), First(typed));

    [Theory]
    [InlineData("not a login problem, just not allowed to see it", 403)]
    [InlineData("it's not the headers, the url itself is too long", 414)]
    [InlineData("the proxy got tired of waiting, not the client", 504)]
    [InlineData("the body is fine, the url is too long, not the headers", 414)]
    [InlineData("헤더 말고 주소가 너무 김", 414)]
    [InlineData("서버가 죽은 게 아니라 점검 중", 503)]
    public void That_rule_something_out_are_about_the_rest(string question, int code) => Assert.Equal(code, First(question));

    [Theory]
    [InlineData("page, not found", "page not found")]
    [InlineData("delete endpoint, not allowed", "delete endpoint not allowed")]
    public void Whose_not_belongs_to_its_word_rule_nothing_out(string apart, string together) => Assert.Equal(First(together), First(apart));

    [Theory]
    [InlineData("nginx 뒤에 backend 죽음", 502)]
    [InlineData("access token 만료돼서 api 호출 실패", 401)]
    [InlineData("Docker pull 횟수 limit 걸림", 429)]
    public void In_both_languages_at_once_are_answered(string question, int code) => Assert.Equal(code, First(question));

    [Theory]
    [InlineData("서버 연결이 거부됨", "서버연결이거부됨")]
    [InlineData("파일 용량이 너무 커서 업로드 안 됨", "파일용량이너무커서업로드안됨")]
    public void Without_spaces_are_read_as_with_them(string spaced, string together) => Assert.Equal(First(spaced), First(together));

    [Theory]
    [InlineData("five oh two", 502)]
    [InlineData("four oh four", 404)]
    [InlineData("오백이", 502)]
    [InlineData("사백사", 404)]
    [InlineData("http 503 에러", 503)]
    [InlineData("4o3", 403)]
    public void With_a_number_however_it_is_spelt_find_it(string question, int code) => Assert.Equal(code, First(question));

    [Theory]
    [InlineData("4xx for a body that is too large", StatusClass.ClientError)]
    [InlineData("5xx when the proxy waits", StatusClass.ServerError)]
    [InlineData("삼백번대 임시 이동", StatusClass.Redirection)]
    public void Within_a_class_keep_to_it(string question, StatusClass value) => Assert.Equal(value, Hits(question)[0].Code.Class);

    [Theory]
    [InlineData("2026/11/24 [error] 7#7: *1 connect() failed (111: Connection refused) while connecting to upstream", 502)]
    [InlineData("An error occurred (SlowDown) when calling the PutObject operation", 503)]
    [InlineData("Docker-Upload-UUID", 202)]
    public void With_a_sign_of_a_code_name_the_sign(string question, int code)
    {
        var first = Hits(question)[0];

        Assert.Equal(code, first.Code.Code);
        Assert.Contains(first.Sign, first.Code.Signs);
    }

    [Fact]
    public void With_an_identifier_that_nobody_knows_are_read_by_its_parts() =>
        Assert.Equal(413, First("UploadPayloadTooLargeProblem"));

    [Theory]
    [InlineData("오늘 날씨 어때")]
    [InlineData("how to center a div")]
    [InlineData("smtp mailbox full")]
    public void About_another_field_are_told_so(string question) =>
        Assert.IsType<SearchResult.Elsewhere>(TheCatalog.Instance.Search(question));

    [Theory]
    [InlineData("")]
    [InlineData("qwrtpsdfg zxcvbn")]
    [InlineData("ㅋㅋㅋㅋ ㅎㅎ")]
    public void That_no_code_fits_find_nothing(string question) =>
        Assert.IsNotType<SearchResult.Hits>(TheCatalog.Instance.Search(question));

    [Property(MaxTest = 300)]
    public Property Of_any_text_are_answered_with_five_codes_at_most(NonNull<string> before, NonNull<string> after) => Prop.ForAll(
        Gen.Elements("proxy timeout", "로그인 안 됨", "don't", "not a login problem,", "말고", "4xx").ToArbitrary(),
        middle =>
        {
            if (TheCatalog.Instance.Search($"{before.Get} {middle} {after.Get}") is not SearchResult.Hits { Codes: var hits })
                return;

            Assert.InRange(hits.Count, 1, 5);
            Assert.Equal(hits.Count, hits.Select(hit => hit.Code).Distinct().Count());
            Assert.All(hits.SelectMany(hit => hit.Words).SelectMany(word => word), c => Assert.True(char.IsLetterOrDigit(c) || c == ' '));
        });

    [Fact]
    public void Are_answered_alike_from_any_thread()
    {
        string[] questions = ["proxy gave up after 60 seconds", "파일이 너무 커서 업로드가 안 됨", "not a login problem, just not allowed", "오늘 날씨 어때"];
        var alone = questions.Select(Answer).ToArray();

        Parallel.For(0, 400, i => Assert.Equal(alone[i % alone.Length], Answer(questions[i % alone.Length])));
    }

    private static string Answer(string question) => TheCatalog.Instance.Search(question) is SearchResult.Hits { Codes: var hits }
        ? string.Join(' ', hits.Select(hit => $"{hit.Code.Number}:{string.Join(',', hit.Words)}"))
        : "";

    private static IReadOnlyList<SearchHit> Hits(string question) =>
        Assert.IsType<SearchResult.Hits>(TheCatalog.Instance.Search(question)).Codes;

    private static int First(string question) => Hits(question)[0].Code.Code;
}
