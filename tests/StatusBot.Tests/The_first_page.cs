using StatusBot.Tests.Support;

namespace StatusBot.Tests;

/// <summary>
/// The bot grew from one Korean page: a table of 19 codes with message, cause and behaviour, and sections on 200, 301,
/// 401 vs 403 and 500 vs 502 vs 503. Each of its facts is on a card, in both languages. Where the page was imprecise, the card
/// is right, and the row says so.
/// </summary>
public sealed class The_first_page
{
    /// <summary>Code; what the page says; the words by which the English and the Korean card say it.</summary>
    public static TheoryData<string, string, string, string> Facts() => new()
    {
        { "200", "message", "200 OK", "200 OK" },
        { "200", "cause: handled normally", "The request succeeded", "정상적으로 처리됐습니다" },
        { "200", "behaviour: the resource comes back", "the body holds the resource that was asked for", "요청한 리소스가 본문에 담겨" },
        { "201", "message", "201 Created", "201 Created" },
        { "201", "cause: a resource was created", "created a new resource", "리소스가 새로 만들어졌습니다" },
        { "201", "behaviour: answers a POST that creates", "`POST` created a resource", "`POST` 요청으로 리소스가 생성됨" },
        { "204", "message", "204 No Content", "204 No Content" },
        { "204", "cause: success without a body", "headers only, no body", "본문은 없습니다" },
        { "204", "behaviour: a DELETE is done", "`DELETE` was carried out", "`DELETE`가 완료됐고" },
        { "301", "message", "301 Moved Permanently", "301 Moved Permanently" },
        { "301", "cause: moved for good", "moved for good", "영구 이동했습니다" },
        // The page has every client follow; RFC 9110 §15.4.2 lets it, and lets a POST become a GET.
        { "301", "behaviour: clients are redirected (imprecise: they may be)", "may follow `Location` by themselves (browsers do), but needn't", "자동 이동해도 되지만 의무는 아닙니다" },
        { "302", "message", "302 Found", "302 Found" },
        { "302", "cause: moved for now", "at another URL for now", "임시로 다른 URL" },
        { "302", "behaviour: Location has the temporary URL", "given in `Location`", "(`Location`)" },
        { "304", "message", "304 Not Modified", "304 Not Modified" },
        { "304", "cause: the cached copy is current", "The copy you hold is still current", "캐시가 아직 최신" },
        { "304", "behaviour: goes with If-Modified-Since", "`If-Modified-Since`", "`If-Modified-Since`" },
        { "400", "message", "400 Bad Request", "400 Bad Request" },
        { "400", "cause: wrong, or not understood", "The request is wrong or the server can't understand it", "요청이 잘못됐거나 서버가 이해할 수 없어" },
        { "400", "behaviour: bad query", "Bad query", "잘못된 쿼리" },
        { "400", "behaviour: malformed JSON", "Body isn't valid JSON", "JSON 형식 오류" },
        { "401", "message", "401 Unauthorized", "401 Unauthorized" },
        { "401", "cause: not authenticated", "unauthenticated", "인증 문제" },
        { "401", "behaviour: asks with WWW-Authenticate", "`WWW-Authenticate` must say how to authenticate", "`WWW-Authenticate`로 인증 방식" },
        { "403", "message", "403 Forbidden", "403 Forbidden" },
        { "403", "cause: no permission", "without the right", "권한 부족" },
        { "403", "behaviour: authenticated, but not an administrator", "Signed in, but without the right: admin page", "로그인했지만 권한 부족: 관리자 전용 페이지" },
        { "404", "message", "404 Not Found", "404 Not Found" },
        { "404", "cause: the resource can't be found", "can't find the requested resource", "리소스를 서버에서 찾을 수 없습니다" },
        { "404", "behaviour: a URL that doesn't exist", "URL doesn't exist", "존재하지 않는 URL" },
        { "405", "message", "405 Method Not Allowed", "405 Method Not Allowed" },
        { "405", "cause: the method isn't supported", "this URL doesn't support it", "이 URL에서는 지원하지 않습니다" },
        { "405", "behaviour: POST where only GET is allowed", "`POST` to an endpoint that only takes `GET`", "`GET`만 허용하는 엔드포인트에 `POST`로 요청함" },
        { "408", "message", "408 Request Timeout", "408 Request Timeout" },
        { "408", "cause: the client takes too long", "The client took too long to send its whole request", "클라이언트가 요청을 제때 다 보내지 못해" },
        // The page has the server wait for a response; it waits for the rest of the request (RFC 9110 §15.5.9).
        { "408", "behaviour: the server ends it (imprecise: it waited for the request)", "The server closes the connection", "서버는 연결을 끊으며" },
        { "409", "message", "409 Conflict", "409 Conflict" },
        { "409", "cause: conflicts with the current state", "conflicts with the current state of the resource", "리소스의 현재 상태와 충돌" },
        { "409", "behaviour: creating a duplicate", "Creating a duplicate", "중복 생성" },
        // RFC 9110 renamed it; the page has the name of RFC 7231.
        { "413", "message (imprecise: a former name)", "413 Content Too Large", "413 Content Too Large" },
        { "413", "message: the name that the page knows", "Formerly Payload Too Large", "옛 이름: Payload Too Large" },
        { "413", "cause: larger than the server allows", "larger than the server", "허용하는 크기를 초과" },
        { "413", "behaviour: uploading a large file", "Large file upload", "대용량 업로드" },
        { "429", "message", "429 Too Many Requests", "429 Too Many Requests" },
        { "429", "cause: too many requests", "sent too many requests", "요청을 너무 많이 보내" },
        { "429", "behaviour: blocked by the rate limiting policy", "rate limiting policy blocks the request", "요청 한도 정책에 따라 차단" },
        { "500", "message", "500 Internal Server Error", "500 Internal Server Error" },
        { "500", "cause: an error inside the server", "failed inside the server", "서버 내부에서 예상하지 못한 오류" },
        { "500", "behaviour: an exception that isn't handled", "Exception the code doesn't handle", "예외 처리 누락" },
        { "502", "message", "502 Bad Gateway", "502 Bad Gateway" },
        { "502", "cause: a gateway or proxy got a wrong response", "A gateway or proxy got an invalid response", "게이트웨이나 프록시가 백엔드 서버에서 잘못된 응답" },
        { "502", "behaviour: the backend is down", "Backend down", "백엔드 다운" },
        { "503", "message", "503 Service Unavailable", "503 Service Unavailable" },
        { "503", "cause: overloaded or in maintenance", "overloaded or under maintenance", "과부하이거나 유지보수 중" },
        { "503", "behaviour: can't handle requests for now", "can't handle requests for now", "일시적으로 요청을 처리할 수 없습니다" },
        { "504", "message", "504 Gateway Timeout", "504 Gateway Timeout" },
        // The page says "the server"; it is the gateway that waits.
        { "504", "cause: no response from the backend (imprecise: the gateway waits)", "A gateway or proxy waited for the server behind it", "게이트웨이나 프록시가 백엔드 서버의 응답을 제때 받지 못했습니다" },
        { "504", "behaviour: the backend is slow", "Slow backend", "백엔드 응답 지연" },
        // The sections under the table
        { "200", "section: a body comes along", "A body comes along", "본문이 함께 옵니다" },
        { "200", "section: GET, POST, PUT and DELETE", "`PUT` or `DELETE` was carried out", "`PUT`·`DELETE` 성공" },
        { "301", "section: go to the new URL in Location", "Its new URL is in `Location`", "`Location`의 새 URL" },
        { "401 403", "section: 401, authentication is missing or failed", "credentials are missing, expired or wrong", "자격 증명이 없거나 만료됐거나 틀렸습니다" },
        { "401 403", "section: 401, log in", "Log in or renew the token", "로그인하거나 토큰을 갱신해" },
        { "401 403", "section: 403, no administrator on an administrator's page", "a non-admin on an admin page", "관리자 페이지에 접근한 일반 사용자" },
        { "500 502 503", "section: 500, an error in the server's own code", "an unexpected error inside the server", "서버 내부의 예상 밖 오류" },
        { "500 502 503", "section: 502, a wrong response from the backend", "an invalid response from the backend", "백엔드에서 잘못된 응답" },
        { "500 502 503", "section: 503, maintenance or overload", "overloaded or in maintenance", "과부하이거나 유지보수 중" },
    };

    [Theory, MemberData(nameof(Facts))]
    public async Task Is_on_the_cards(string ask, string fact, string english, string korean)
    {
        foreach (var (language, words) in new[] { ("en", english), ("ko", korean) })
        {
            var answer = ask.Contains(' ', StringComparison.Ordinal)
                ? await Bot.Slash("compare", new { codes = ask, language })
                : await Bot.Slash("status", new { code = ask, language });
            Assert.True(
                answer.Drawn().Contains(words, StringComparison.Ordinal),
                $"The {language} card of {ask} doesn't say \"{words}\" ({fact}).");
        }
    }

    [Fact]
    public void Announced_20_codes_and_had_19() =>
        Assert.Equal(19, Facts().Select(row => row.Data.Item1).Where(ask => ask.Length == 3).Distinct().Count());
}
