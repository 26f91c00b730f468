namespace StatusBot.Catalog.Reading;

/// <summary>What the whole of a text tells about each of its lines.</summary>
/// <param name="IsOfTheWeb">Whether it speaks of requests, servers, errors at all.</param>
/// <param name="SpeaksOfStatus">Whether it names a status, as programs and tests do.</param>
/// <param name="ListsResponses">Whether it describes an API, response by response.</param>
/// <param name="IsOfIis">Whether it is about IIS, whose statuses have parts.</param>
/// <param name="IsOfMessageQueues">Whether its reply codes are those of AMQP.</param>
/// <param name="IsOfChat">Whether its numerics are those of IRC.</param>
internal sealed record TextContext(bool IsOfTheWeb, bool SpeaksOfStatus, bool ListsResponses, bool IsOfIis, bool IsOfMessageQueues, bool IsOfChat)
{
    private static readonly string[] Web =
    [
        "http", "api", "status", "error", "request", "response", "server", "nginx", "apache", "redirect", "browser", "endpoint", "deploy", "login", "proxy",
        "gateway", "curl", "fetch", "url", "page", "client", "cache", "token", "auth", "return", "header", "ingress", "cdn", "cloudflare", "backend", "webhook", "replies", "responds", "polling", "{\"", "json", "cors", "rest api",
        "서버", "에러", "오류", "응답", "요청", "배포", "로그", "상태", "코드", "페이지", "클라", "인증", "권한", "호출", "리턴", "반환", "리다이렉트", "뜨", "뜸", "떠",
    ];

    private static readonly string[] Status = ["status", "http_code", "httpcode", "<Response [", "HTTPException", "ResponseStatus"];

    private static readonly string[] Responses = ["responses:"];

    private static readonly string[] Iis = ["IIS", "web.config", "app pool", "w3svc", "vdir"];

    private static readonly string[] Queues = ["amqp", "rabbitmq", "pika.", "reply-code", "vhost"];

    private static readonly string[] Chat = ["irc.", ":Nickname", "NOTICE AUTH"];

    /// <summary>Reads it off a text.</summary>
    public static TextContext Of(string text) => new(HasAny(text, Web), HasAny(text, Status), HasAny(text, Responses), HasAny(text, Iis), HasAny(text, Queues), HasAny(text, Chat));

    private static bool HasAny(string text, string[] words) => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
