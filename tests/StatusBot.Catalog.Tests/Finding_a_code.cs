using StatusBot.Catalog.Lookup;

namespace StatusBot.Catalog.Tests;

/// <summary>What people type, and the code that they mean.</summary>
public sealed class Finding_a_code
{
    public static TheoryData<string, int> Typed() => new()
    {
        // numbers, as they are written
        { "403", 403 }, { " 403 ", 403 }, { "HTTP 403", 403 }, { "http403", 403 }, { "４０３", 403 }, { "HTTP/1.1 403", 403 },
        { "HTTP/1.1 403 Forbidden", 403 }, { "HTTP/2 502", 502 }, { "403 Forbidden", 403 }, { "error 403", 403 }, { "status code: 403", 403 },
        { "403번", 403 }, { "403 에러", 403 }, { "상태 코드 403", 403 }, { "403은", 403 }, { "(403)", 403 }, { "#403", 403 }, { "403!", 403 },
        { "0", 0 }, { "000", 0 }, { "\u200e403\u200f", 403 },
        // phrases, in both languages and any case
        { "forbidden", 403 }, { "NOT FOUND", 404 }, { "Not-Found", 404 }, { "not_found", 404 }, { "ｆｏｒｂｉｄｄｅｎ", 403 },
        { "im a teapot", 418 }, { "I’m a teapot", 418 }, { "찾을 수 없음", 404 }, { "찾을수없음", 404 }, { "권한 없음", 403 },
        { "내부 서버 오류", 500 }, { "게이트웨이 시간 초과", 504 },
        // former names
        { "Payload Too Large", 413 }, { "Request Entity Too Large", 413 }, { "Unprocessable Entity", 422 }, { "Request-URI Too Long", 414 },
        { "Requested Range Not Satisfiable", 416 },
        // constants and exceptions, with and without their type
        { "HttpStatusCode.Forbidden", 403 }, { "StatusCodes.Status403Forbidden", 403 }, { "HTTP_403_FORBIDDEN", 403 }, { "StatusForbidden", 403 },
        { "http.StatusTeapot", 418 }, { "SC_FORBIDDEN", 403 }, { ":forbidden", 403 }, { ":unprocessable_entity", 422 }, { "HTTP_FORBIDDEN", 403 },
        { "HttpStatus.FORBIDDEN", 403 }, { "HttpClientErrorException.Forbidden", 403 }, { "StatusCode::FORBIDDEN", 403 }, { "ForbiddenException", 403 },
        { "NGX_HTTP_FORBIDDEN", 403 }, { "ngx.HTTP_FORBIDDEN", 403 }, { "HTTP_STATUS_FORBIDDEN", 403 }, { "Response::HTTP_FORBIDDEN", 403 },
        { "MethodArgumentNotValidException", 400 }, { "HTTP_499_SOMETHING", 499 },
        // near misses
        { "forbiden", 403 }, { "to many requests", 429 }, { "gatway timeout", 504 }, { "unathorized", 401 }, { "not fuond", 404 },
        { "interal server error", 500 }, { "bad gatewya", 502 }, { "내부 서버 오루", 500 },
        // part of a name
        { "many requests", 429 }, { "teapot", 418 },
    };

    public static TheoryData<string, StatusClass> TypedClasses() => new()
    {
        { "4xx", StatusClass.ClientError }, { "5XX", StatusClass.ServerError }, { "４xx", StatusClass.ClientError }, { "2xx codes", StatusClass.Successful },
        { "400s", StatusClass.ClientError }, { "500번대", StatusClass.ServerError }, { "3xx 에러", StatusClass.Redirection },
    };

    [Theory, MemberData(nameof(Typed))]
    public void Finds(string text, int code) =>
        Assert.Equal(code, Assert.IsType<LookupResult.Found>(TheCatalog.Instance.Find(text)).Code.Code);

    [Theory, MemberData(nameof(TypedClasses))]
    public void Finds_a_class(string text, StatusClass expected) =>
        Assert.Equal(expected, Assert.IsType<LookupResult.WholeClass>(TheCatalog.Instance.Find(text)).Class);

    [Theory]
    [InlineData("477", StatusClass.ClientError)]
    [InlineData("777", StatusClass.Other)]
    public void A_number_that_nobody_registered_has_a_class_and_neighbours(string text, StatusClass expected)
    {
        var found = Assert.IsType<LookupResult.Unregistered>(TheCatalog.Instance.Find(text));
        Assert.Equal(expected, found.Class);
        Assert.NotEmpty(found.Nearest);
    }

    [Theory]
    [InlineData("1000", 100)]
    [InlineData("40", 404)]
    [InlineData("4044", 404)]
    public void A_number_that_cannot_be_one_gets_the_nearest_guesses(string text, int guess) =>
        Assert.Contains(guess, Assert.IsType<LookupResult.Nothing>(TheCatalog.Instance.Find(text)).Guesses.Select(code => code.Code));

    [Theory]
    [InlineData("abc")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("🤖")]
    [InlineData("@everyone")]
    [InlineData("x")]
    [InlineData("\u202e\u200b")]
    public void What_is_no_code_is_said_to_be_none(string text) =>
        Assert.IsType<LookupResult.Nothing>(TheCatalog.Instance.Find(text));

    [Fact]
    public void An_ambiguous_name_gives_all_that_go_by_it_the_best_known_first() =>
        Assert.Equal([502, 504], Assert.IsType<LookupResult.Several>(TheCatalog.Instance.Find("gateway")).Codes.Select(code => code.Code).Take(2));

    [Theory]
    [InlineData("401 403", new[] { 401, 403 })]
    [InlineData("401,403", new[] { 401, 403 })]
    [InlineData("401 vs 403", new[] { 401, 403 })]
    [InlineData("401/403/404", new[] { 401, 403, 404 })]
    [InlineData("401-403", new[] { 401, 403 })]
    [InlineData("401와 403", new[] { 401, 403 })]
    [InlineData("not found, gone", new[] { 404, 410 })]
    [InlineData("unauthorized vs forbidden", new[] { 401, 403 })]
    [InlineData("４０１　４０３", new[] { 401, 403 })]
    [InlineData("401 Unauthorized vs 403 Forbidden", new[] { 401, 403 })]
    [InlineData("401 Unauthorized 403 Forbidden", new[] { 401, 403 })]
    [InlineData("401 forbidden", new[] { 401, 403 })]
    public void Finds_several_in_one_text(string text, int[] codes) =>
        Assert.Equal(codes, TheCatalog.Instance.FindAll(text).Select(result => Assert.IsType<LookupResult.Found>(result).Code.Code));
}
