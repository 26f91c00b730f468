using System.Text.RegularExpressions;

namespace StatusBot.Catalog.Checks;

/// <summary>One habit that docs/korean-style.md rules out.</summary>
/// <param name="Why">What it is: the middle of the sentence <c>"…에 의해" {Why}</c>.</param>
/// <param name="Found">What finds it.</param>
/// <param name="Wrong">An example of it; stands in the guide, too.</param>
/// <param name="Right">The same, as it is to be written.</param>
internal sealed record KoreanHabit(string Why, Regex Found, string Wrong, string Right);

/// <summary>The part of docs/korean-style.md that a machine can see. A test holds the two together.</summary>
internal static class KoreanToAvoid
{
    private const string Translated = "reads as translated";
    private const string Spelling = "is spelt otherwise";
    private const string Term = "has another name in our glossary";
    private const string Spacing = "is spaced otherwise";
    public const string Register = "is not how our sentences end";
    private const string Sign = "is not one of our signs";

    public static IReadOnlyList<KoreanHabit> All { get; } =
    [
        Habit(Translated, "당신", "당신의 요청이 거부됐습니다.", "요청이 거부됐습니다."),
        Habit(Translated, "그것", "서버가 그것을 거부했습니다.", "서버가 거부했습니다."),
        Habit(Translated, "(?:되어|돼|보여|쓰여|불려|잊혀|나뉘어|담겨|닫혀|열려)[지진집졌]", "요청이 처리되어집니다.", "요청이 처리됩니다."),
        Habit(Translated, "에 의[해하한]", "프록시에 의해 거부된 요청", "프록시가 거부한 요청"),
        Habit(Translated, "것이 (?:불)?가능", "다시 보내는 것이 가능합니다.", "다시 보낼 수 있습니다."),
        Habit(Translated, "에 대[한해하]", "요청에 대한 응답이 늦습니다.", "요청의 응답이 늦습니다."),
        Habit(Translated, "[을를] (?:가지[고는며지]|가진|가집|가졌)", "권한을 가지고 있지 않습니다.", "권한이 없습니다."),
        Habit(Translated, "(?<![가-힣])하나의 ", "하나의 연결로 보냅니다.", "연결 하나로 보냅니다."),
        Habit(Translated, "로 인[해하한]", "과부하로 인해 응답이 늦습니다.", "과부하 때문에 응답이 늦습니다."),
        Habit(Translated, "위치[하해한합]", "서버가 프록시 뒤에 위치합니다.", "서버가 프록시 뒤에 있습니다."),
        Habit(Translated, "요구[되된됩됐]", "인증이 요구됩니다.", "인증이 필요합니다."),
        Habit(Translated, "에 있어서|함에 있어", "재시도함에 있어 주의하세요.", "재시도할 때 주의하세요."),
        Habit(Translated, "에도 불구", "재시도에도 불구하고 실패합니다.", "재시도해도 실패합니다."),
        Habit(Translated, "[을를] 통[해하한]", "프록시를 통해 들어온 요청", "프록시를 거쳐 들어온 요청"),
        Habit(Translated, "것[을이] (?:권장|추천|좋)", "토큰을 갱신하는 것이 좋습니다.", "토큰을 갱신하세요."),
        Habit(Translated, "기 위[해하한]", "한도를 지키기 위해 기다리세요.", "한도를 지키려면 기다리세요."),
        Habit(Translated, "필요가 있", "로그를 확인할 필요가 있습니다.", "로그를 확인해야 합니다."),
        Habit(Translated, "주어[진졌]", "주어진 시간 안에 응답이 없습니다.", "제한 시간 안에 응답이 없습니다."),
        Habit(Translated, "로부터", "서버로부터 온 응답", "서버에서 온 응답"),
        Habit(Translated, "의 경우", "403의 경우 권한이 문제입니다.", "403은 권한이 문제입니다."),
        Habit(Translated, "이루어[지진집졌]", "인증이 이루어지지 않았습니다.", "인증하지 않았습니다."),
        Habit(Translated, "(?:실행|생성|변경|설정|전송|거부|저장|갱신|삭제|해결|처리|허용|유지|취소|차단)시[키킨킬킴킵켜켰]", "요청을 취소시킵니다.", "요청을 취소합니다."),
        Habit(Translated, "가장 [^.]{1,20} 중 하나", "가장 흔한 원인 중 하나입니다.", "흔한 원인입니다."),
        Habit(Translated, "는 실수(?:\\.|입니다)", "403인데 재시도하는 실수입니다.", "403에는 재시도해도 소용없습니다."),

        Habit(Register, "(?:[가-힣](?<=[어아해여에예네게지래워와])요|죠)\\.", "권한이 없어요.", "권한이 없습니다."),
        Habit(Register, "(?<![니과])다\\.", "서버가 거부했다.", "서버가 거부했습니다."),
        Habit(Register, "!", "다시 보내지 마세요!", "다시 보내지 마세요."),

        Habit(Spelling, "메세지", "오류 메세지", "오류 메시지"),
        Habit(Spelling, "디렉토리", "디렉토리 목록", "디렉터리 목록"),
        Habit(Spelling, "어플리케이션", "어플리케이션 로그", "애플리케이션 로그"),
        Habit(Spelling, "컨텐츠|콘텐트|컨텐트", "컨텐츠 협상", "콘텐츠 협상"),
        Habit(Spelling, "캐쉬", "캐쉬 만료", "캐시 만료"),
        Habit(Spelling, "데이타", "데이타 손실", "데이터 손실"),
        Habit(Spelling, "[엑억]세스", "엑세스 토큰", "액세스 토큰"),
        Habit(Spelling, "쓰레드", "쓰레드 부족", "스레드 부족"),
        Habit(Spelling, "메소드", "허용되지 않는 메소드", "허용되지 않는 메서드"),
        Habit(Spelling, "브라우져", "브라우져 캐시", "브라우저 캐시"),
        Habit(Spelling, "릴리즈", "릴리즈 이후", "릴리스 이후"),
        Habit(Spelling, "[셋쎄]팅", "nginx 셋팅", "nginx 설정"),
        Habit(Spelling, "백앤드|벡엔드", "백앤드 서버", "백엔드 서버"),
        Habit(Spelling, "됬|되[요서야](?![가-힣])|돼다|됀", "이미 처리됬습니다.", "이미 처리됐습니다."),
        Habit(Spelling, "되었|되어 있", "이미 처리되었습니다.", "이미 처리됐습니다."),

        Habit(Term, "에러", "에러 로그", "오류 로그"),
        Habit(Term, "(?<!카드 )거절", "서버가 요청을 거절했습니다.", "서버가 요청을 거부했습니다."),
        Habit(Term, "접근 로그", "접근 로그에 없음", "액세스 로그에 없음"),
        Habit(Term, "리디렉션|리디렉트|리다이렉션", "리디렉션 반복", "리다이렉트 반복"),
        Habit(Term, "원본 서버|원서버|오리진", "오리진 응답 없음", "원 서버 응답 없음"),
        Habit(Term, "바디|페이로드", "요청 페이로드", "요청 본문"),
        Habit(Term, "크리덴셜", "크리덴셜 만료", "자격 증명 만료"),
        Habit(Term, "컨넥션|커넥션", "커넥션 끊김", "연결 끊김"),
        Habit(Term, "멱등성 키", "멱등성 키로 보냄", "멱등 키로 보냄"),
        Habit(Term, "리퀘스트|리스폰스", "리퀘스트 헤더", "요청 헤더"),

        Habit(Spacing, "[할될볼쓸올갈낼을릴킬날알]수 (?=있|없)|수(?:있|없)", "다시 보낼수 있습니다.", "다시 보낼 수 있습니다."),
        Habit(Spacing, "(?<![가-힣])안[되된됩됐돼]", "그대로 보내면 안됩니다.", "그대로 보내면 안 됩니다."),
        Habit(Spacing, "[할될볼쓸올갈낼을]때", "본문이 없을때 보냅니다.", "본문이 없을 때 보냅니다."),
        Habit(Spacing, "(?:상태|응답|오류|종료)코드|자격증명|요청한도|로드밸런서|타임 아웃", "상태코드 확인", "상태 코드 확인"),
        Habit(Spacing, "  | [,;:)](?=\\s|$)", "헤더 , 본문", "헤더, 본문"),

        Habit(Sign, "[“”‘’「」『』«»]", "“찾을 수 없음” 화면", "\"찾을 수 없음\" 화면"),
        Habit(Sign, "[・ㆍ•‧∙]", "401ㆍ403 응답", "401·403 응답"),
        Habit(Sign, "[，。：；（）！？～]", "응답 코드（403）", "응답 코드(403)"),
    ];

    private static KoreanHabit Habit(string why, string found, string wrong, string right) =>
        new(why, new Regex(found, RegexOptions.CultureInvariant), wrong, right);
}
