using StatusBot.Catalog;
using StatusBot.Catalog.Reading;

namespace StatusBot.Texts;

/// <summary>Korean.</summary>
internal sealed class KoreanTexts : BotTexts
{
    public static KoreanTexts Instance { get; } = new();

    public override string Cause => "원인";

    public override string Behavior => "동작 방식";

    public override string WhatToDo => "대처 방법";

    public override string WhoCanFixIt => "누가 고치나";

    public override string Retry => "재시도";

    public override string Related => "관련 비교";

    public override string OtherMeanings => "다른 의미";

    public override string AlsoUsedBy(IEnumerable<string> owners) => $"그 밖에 {string.Join(", ", owners)}도 사용";

    public override string AsCaller => "호출하는 쪽";

    public override string AsServer => "서버 쪽";

    public override string Cache(string text) => $"캐시: {text}";

    public override string FormerNames(IEnumerable<string> names) => $"옛 이름: {string.Join(", ", names)}";

    public override string Checked(IEnumerable<Citation> sources, DateOnly day) =>
        $"{string.Join(", ", sources)} · {day:yyyy-MM-dd} 확인";

    public override string Title(StatusCode code) => code.Class is StatusClass.Other
        ? $"{Name(code)} · {ClassName(code.Class)}"
        : $"{Name(code)} · {ClassName(code.Class)}({StatusClasses.Name(code.Class)})";

    // Codes without a name of their own have a description in brackets already.
    public override string Name(StatusCode code) => code.Main.Phrase.En.StartsWith('(')
        ? ShortName(code)
        : $"{code.Title} ({code.Main.Phrase.Ko})";

    public override string ShortName(StatusCode code) => $"{code.Number} {code.Main.Phrase.Ko}";

    public override string ClassName(StatusClass value) => value switch
    {
        StatusClass.Informational => "정보 응답",
        StatusClass.Successful => "성공",
        StatusClass.Redirection => "리다이렉트",
        StatusClass.ClientError => "클라이언트 오류",
        StatusClass.ServerError => "서버 오류",
        _ => "HTTP 분류 밖",
    };

    public override string ClassMeaning(StatusClass value) => value switch
    {
        StatusClass.Informational => "중간 응답입니다. 요청은 계속 처리되고 최종 응답이 따로 옵니다.",
        StatusClass.Successful => "요청을 받아 이해했고 정상적으로 처리했습니다.",
        StatusClass.Redirection => "요청을 완료하려면 추가 동작이 필요합니다. 대개 다른 주소로 다시 요청해야 합니다.",
        StatusClass.ClientError => "요청에 문제가 있어 보입니다. 형식, 자격 증명, 주소, 시점 중 하나를 의심하세요.",
        StatusClass.ServerError => "요청은 멀쩡해 보이지만 서버나 그 뒤의 서버가 처리하지 못했습니다.",
        _ => "HTTP가 정한 범위는 100~599뿐입니다. 그 밖의 숫자는 도구, 프록시, 벤더가 자체적으로 씁니다.",
    };

    public override string Party(Party party) => party switch
    {
        Catalog.Party.Caller => "호출하는 쪽",
        Catalog.Party.Server => "서버",
        Catalog.Party.Proxy => "프록시",
        _ => "네트워크",
    };

    public override string State(Meaning meaning) => meaning.State switch
    {
        RegistrationState.Temporary => "IANA에 임시 등록됨",
        RegistrationState.Unused => "IANA가 예약해 둔 번호, 사용하지 않음",
        RegistrationState.Deprecated => "사용 중단 권고",
        RegistrationState.Obsolete => "폐기됨",
        RegistrationState.Vendor => $"IANA 미등록, {meaning.Owner} 자체 코드",
        RegistrationState.Convention => $"IANA 미등록, 도구가 관례로 쓰는 코드 ({meaning.Owner})",
        _ => "",
    };

    public override string Way(Hop hop) => hop switch
    {
        Hop.Client => "클라이언트 ✖─── 프록시 ──── 서버",
        Hop.RequestLink => "클라이언트 ──✖ 서버",
        Hop.Gateway => "클라이언트 ──▶ 프록시 ✖    서버",
        Hop.Upstream => "클라이언트 ──▶ 프록시 ──✖ 서버",
        _ => "클라이언트 ──▶ 프록시 ──▶ 서버 ✖",
    };

    public override string Example => "예시";

    public override string Request => "요청";

    public override string Response => "응답";

    public override string InCode => "코드로 보기";

    public override string ByProduct => "제품별 원인";

    public override string LookFirst => "먼저 볼 것:";

    public override string Headers => "관련 헤더";

    public override string ServerSide => "응답하기";

    public override string ClientSide => "처리하기";

    public override string BackToCard => "카드로 돌아가기";

    public override string Delete => "삭제";

    public override string OtherLanguage => "English";

    public override string Previous => "◀ 이전";

    public override string Next => "다음 ▶";

    public override string OpenCard => "카드 열기…";

    public override string LookAt => "확인할 것";

    public override string TypicalMistake => "흔한 실수";

    public override string BuiltFromData => "코드 자료에서 자동으로 만든 비교";

    public override string WhatDiffers(IEnumerable<string> aspects) => $"다른 점: {string.Join(", ", aspects)}";

    public override string NothingDiffers => "정의 말고는 아래 항목이 모두 같습니다.";

    public override string Class => "분류";

    public override string Caching => "캐시";

    public override string DefinedIn => "정의";

    public override string Unregistered => "미등록";

    public override string NobodyNeedsTo => "고칠 것 없음";

    public override string Verdict(RetryVerdict verdict) => verdict switch
    {
        RetryVerdict.NotNeeded => "필요 없음",
        RetryVerdict.No => "소용없음",
        RetryVerdict.AfterChange => "고친 뒤에",
        RetryVerdict.AfterWait => "기다린 뒤에",
        RetryVerdict.AtOnce => "바로 가능",
        _ => "처리 여부를 확인한 뒤에",
    };

    public override string Verdicts(RetryVerdict idempotent, RetryVerdict nonIdempotent) => idempotent == nonIdempotent
        ? Verdict(idempotent)
        : $"GET·PUT·DELETE는 {Verdict(idempotent)}, POST·PATCH는 {Verdict(nonIdempotent)}";

    public override string ByDefault(bool cacheable) => cacheable ? "기본으로 저장 가능" : "기본으로는 저장 안 함";

    public override string UnregisteredTitle(int number) => StatusClasses.Of(number) switch
    {
        StatusClass.Other => $"{number} 미등록 코드 · {ClassName(StatusClass.Other)}",
        var own => $"{number} 미등록 코드 · {ClassName(own)}({StatusClasses.Name(own)})",
    };

    public override string UnregisteredMeaning(int number) => StatusClasses.Of(number) switch
    {
        StatusClass.Other => "HTTP 상태 코드는 599까지이고, 이 번호를 문서화한 벤더도 찾지 못했습니다. 클라이언트는 서버 오류(5xx)처럼 처리합니다.",
        var own => $"IANA에 등록되지 않았고, 이 번호를 문서화한 벤더도 찾지 못했습니다. 클라이언트는 {StatusClasses.Fallback(own)}처럼 처리합니다.",
    };

    public override string WhatItsClassMeans => "분류의 의미";

    public override string NearestKnown => "가까운 코드";

    public override string ListTitle(StatusClass value) => value is StatusClass.Other
        ? "100~599 밖의 코드"
        : $"{StatusClasses.Name(value)} {ClassName(value)}";

    public override string Page(int page, int of, int codes) =>
        $"{page}/{of}쪽 · 코드 {codes}개";

    public override string FoundTitle(int codes) => codes == 1 ? "알맞은 코드" : "알맞은 코드, 가까운 순";

    public override string MatchedWords(IEnumerable<string> words) => $"일치: {string.Join(", ", words)}";

    public override string FoundByWords => "질문에 쓴 말로 찾은 결과 · 출처는 각 코드의 카드에 표시";

    public override string AboutTitle(string version) => $"StatusBot {version}";

    public override string AboutSummary => "HTTP 상태 코드의 의미와 원인, 대처 방법, 비슷한 코드와의 차이를 알려 주는 봇입니다.";

    public override string Knowledge => "수록 내용";

    public override string KnowledgeFigures(int codes, int comparisons, int names) =>
        $"코드 {codes}개, 비교 {comparisons}개, 찾을 수 있는 이름 {names}개";

    public override string Sources => "출처";

    public override string SourcesChecked(int documents, DateOnly first, DateOnly last) => first == last
        ? $"문서 {documents}건, {last:yyyy-MM-dd} 확인. 카드마다 출처를 밝힙니다."
        : $"문서 {documents}건, {first:yyyy-MM-dd}~{last:yyyy-MM-dd} 확인. 카드마다 출처를 밝힙니다.";

    public override string Languages => "언어";

    public override string LanguagesText => "한국어와 영어. Discord 언어 설정을 따르고, `언어` 옵션으로 바꿀 수 있습니다.";

    public override string Help => "사용법";

    public override string HelpText =>
        "`/상태`(`/status`) 403, `권한 없음`, `StatusForbidden`, `4xx`\n`/찾기`(`/find`) 프록시가 60초 기다리다 포기함\n`/설명`(`/explain`) 로그를 붙여 넣기, 또는 메시지 메뉴의 *상태 코드 설명*\n`/비교`(`/compare`) 401 403\n`/목록`(`/list`) 분류별 전체 코드\n틀리거나 빠진 내용은 봇 운영자에게 알려 주세요.";

    public override string NextCommands => "이어서 쓸 명령";

    public override string CommandUsage => "사용법:";

    public override string CommandsHeading => "명령";

    public override string OptionsHeading => "옵션";

    public override string ViewOption => "카드 대신 볼 화면: 예시, 코드로 보기, 제품별 원인";

    public override string PageOption => "목록의 쪽 번호. 비워 두면 첫 쪽";

    public override string LanguageOption => "답변 언어. 비워 두면 LC_ALL이나 LANG을 따릅니다";

    public override string JsonOption => "카드를 JSON으로 출력";

    public override string JsonLinesOption => "표준 입력의 JSON을 한 줄씩 읽어 한 줄씩 답합니다(스크립트용)";

    public override string HelpOption => "도움말. 명령 뒤에 붙이면 그 명령의 도움말";

    public override string WithoutCommand =>
        "명령 없이 실행하면 Discord나 브라우저에서 쓰는 봇이 시작됩니다. 설정은 docs/operating.md에 있습니다.\nhealth: 실행 중인 봇의 상태 확인, --register [--dry-run]: Discord 명령 등록, catalog check [폴더]: 데이터 파일 검사";

    public override string NoSuchVerb => "없는 명령입니다. --help를 붙이면 쓸 수 있는 명령이 보입니다.";

    public override string WrongUsage => "명령을 잘못 입력했습니다.";

    public override string NoSuchView => "그런 화면이나 쪽은 없습니다. 옵션을 빼고 실행하면 카드 끝에 볼 수 있는 화면이 나옵니다.";

    public override string NotAStatusCode => "상태 코드가 아닙니다. 403 같은 숫자나 \"찾을 수 없음\" 같은 이름을 입력하세요.";

    public override string TypeACode => "어떤 코드인가요? 403 같은 숫자, \"찾을 수 없음\" 같은 이름, 4xx 같은 분류를 입력하세요.";

    public override string DidYouMean => "이 이름에 해당하는 코드가 여러 개입니다. 어느 코드인가요?";

    public override string Closest(IEnumerable<string> names) => $"비슷한 코드: {string.Join(", ", names)}";

    public override string ChooseAClass => "1xx, 2xx, 3xx, 4xx, 5xx, 기타 중에서 하나를 고르세요.";

    public override string TypeCodesToCompare => "어떤 코드를 비교할까요? 401 403처럼 두 개에서 다섯 개까지 입력하세요.";

    public override string OneMoreCode => "코드가 하나뿐입니다. 401 403처럼 두 개에서 다섯 개까지 입력하거나 아래 비교를 고르세요.";

    public override string SameCodeTwice => "같은 코드를 두 번 입력했습니다. 401 403처럼 서로 다른 코드를 두 개에서 다섯 개까지 입력하세요.";

    public override string TooManyCodes => "코드가 다섯 개를 넘습니다. 500 502 503처럼 두 개에서 다섯 개까지 입력하세요.";

    public override string OneIsNoCode => "상태 코드가 아닌 것이 섞여 있습니다. 401 403처럼 코드만 두 개에서 다섯 개까지 입력하세요.";

    public override string TypeASymptom => "무엇을 겪었거나 무엇을 알리고 싶은가요? 몇 마디로 쓰거나 로그 한 줄을 붙여 넣으세요.";

    public override string NothingFits =>
        "알맞은 상태 코드를 찾지 못했습니다. 클라이언트가 무엇을 했고 서버가 어떻게 답했는지 쓰거나 로그 한 줄을 붙여 넣으세요. 숫자나 이름은 `/상태`(`/status`)로 찾습니다.";

    public override string SeemsElsewhere(string topic) =>
        $"HTTP 상태 코드가 아니라 다른 분야의 질문으로 보입니다: {topic}. HTTP 요청과 관련이 있다면 클라이언트나 서버가 무엇을 했는지 쓰세요.";

    public override string UnknownButton => "더는 쓸 수 없는 버튼입니다. /상태(/status)나 /비교(/compare)로 다시 물어보면 새 카드가 나옵니다.";

    public override string UnknownCommand => "없는 명령입니다. /를 입력하면 쓸 수 있는 명령이 보입니다.";

    public override string OnlyTheAskerDeletes => "이 카드는 요청한 사람만 삭제할 수 있습니다.";

    public override string SomethingFailed(string id) =>
        $"봇 내부 오류로 답하지 못했습니다. 다시 시도해 보고, 계속되면 봇 운영자에게 오류 번호 {id}를 알려 주세요.";

    // What follows a product takes no particle that would depend on how it is read.
    public override string WentWrong(FailurePoint where, string? product) => where switch
    {
        FailurePoint.Client => "클라이언트가 응답을 받기 전에 포기했거나 연결을 끊었습니다.",
        FailurePoint.RequestLink => $"요청이 {product ?? "첫 서버"}에 온전히, 제때, 올바른 형식으로 도착하지 못했습니다.",
        FailurePoint.Gateway => $"{product ?? "프록시·방화벽·게이트웨이"}에서 뒤쪽 서버에 묻지 않고 직접 응답했습니다.",
        FailurePoint.Connect => $"{product ?? "프록시"}에서 뒤쪽 서버에 연결하지 못했거나 응답 전에 연결이 끊겼습니다.",
        FailurePoint.UpstreamSlow => $"{product ?? "프록시"} 뒤의 서버가 요청을 받았지만 너무 느렸습니다.",
        FailurePoint.Upstream => $"{product ?? "프록시"} 뒤의 서버가 직접 응답했고, 앞에서는 그대로 전달했습니다.",
        FailurePoint.Challenge => "고장이 아닙니다. 인증 요구나 리다이렉트 같은 절차였고, 이어진 요청은 처리됐습니다.",
        _ => "실패한 요청이 없습니다.",
    };

    public override string ReadFrom(string field, string? product) =>
        product is null ? $"글에서 확인: `{field}`" : $"글에서 확인: `{field}` ({product})";

    public override string OnlyNamed => "글에 이 코드가 나오지만 어디에서 생겼는지는 나오지 않습니다. 아래는 일반적인 설명입니다.";

    public override string FromTheText => "글에서 확인";

    public override string InGeneral => "일반적으로";

    public override string NextStep => "다음 단계";

    public override string NothingToDo => "할 일이 없습니다.";

    public override string MoreCodes(int count) => $"그 밖의 코드 {count}개";

    public override string CheckFirst => "먼저 확인할 것:";

    public override string Check(FailurePoint where, string? product) => where switch
    {
        FailurePoint.Client => "클라이언트의 타임아웃과 실제 응답 시간을 비교하세요.",
        FailurePoint.RequestLink => "클라이언트가 보내는 크기, 헤더, TLS, 전송에 걸리는 시간을 확인하세요.",
        FailurePoint.Gateway => $"{product ?? "응답한 쪽"}의 설정과 오류 로그에서 한도, 규칙, 경로를 확인하세요.",
        FailurePoint.Connect => $"{product ?? "프록시"} 뒤의 서버가 켜져 있고 호출하는 주소에서 연결을 받는지 확인하세요.",
        FailurePoint.UpstreamSlow => $"{product ?? "프록시"} 뒤의 서버가 그 시각에 무엇을 하고 있었는지 서버 로그를 보세요.",
        FailurePoint.Upstream => $"{product ?? "프록시"} 뒤의 서버에서 그 시각의 로그를 보세요.",
        FailurePoint.Challenge => "이어진 요청이 처리됐는지만 보세요. 처리됐다면 고칠 것이 없습니다.",
        _ => "없습니다. 실패한 요청이 없습니다.",
    };

    public override string CheckWhoAnswered => "서버와 앞단 프록시 중 어느 쪽이 응답했는지부터 확인하세요. `Server`·`Via` 헤더나 프록시 로그에 나옵니다.";

    public override string NoCodeInText =>
        "HTTP 상태 코드가 보이지 않습니다. 로그, 헤더, 예외, 설정, 소스 코드, 메시지처럼 상태 코드가 들어 있는 글을 붙여 넣으세요. 붙여 넣은 글은 저장하지 않았습니다.";

    public override string FileIsNoText => "읽지 않은 첨부 파일이 있습니다. 이름이 .log, .txt, .json, .har로 끝나는 텍스트만 읽습니다.";

    public override string FileIsOneTooMany => "읽지 않은 첨부 파일이 있습니다. 텍스트는 앞의 두 개까지만 읽습니다.";

    public override string FileIsTooLarge => "첨부 파일이 1MiB보다 커서 읽지 않았습니다.";

    public override string FileIsElsewhere => "첨부 파일이 Discord 서버에 있지 않아 읽지 않았습니다.";

    public override string FileTookTooLong => "첨부 파일을 5초 안에 받지 못해 읽지 않았습니다.";

    public override string FileDidNotArrive => "첨부 파일을 받지 못했습니다. 다시 시도하거나 필요한 부분만 붙여 넣으세요.";
}
