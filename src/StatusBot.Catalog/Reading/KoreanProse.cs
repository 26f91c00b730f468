namespace StatusBot.Catalog.Reading;

/// <summary>How people speak of a status in Korean: by what is glued to the number.</summary>
internal static class KoreanProse
{
    // What follows the number, or the number and 번.
    private static readonly string[] Behind =
    [
        "에러", "오류", "응답", "코드", "페이지", "상태", "리턴", "반환", "리다이렉트", "리디렉션", "뜸", "뜨", "뜬", "떠", "떴", "떨어", "나와", "나옴", "나오", "나왔", "나는", "나요", "나서", "남", "났", "던지", "터", "찍",
        "뱉", "처리", "보내", "받", "주", "내려", "차이", "맞", "발생", "으로", "로", "이", "가", "은", "는", "을", "를", "도", "라", "랑", "과", "와", "의", "에", "만", "면", "인", "입니다", "예요", "임", "말고", "대신", "보다",
        "하고", "나", "든", "및", "또는", "아니", "때문", "잡", "막", "계속", "간헐", "자꾸", "쓰", "써", "해", "지", "같", "확인", "였", "넘", "줘", "던", "돌려", "떨", "반복", "나며", "고", "요",
    ];

    private static readonly string[] Strong =
    [
        "에러", "오류", "응답", "코드", "상태", "리턴", "반환", "리다이렉트", "리디렉션", "뜸", "뜨", "뜬", "떠", "떴", "떨어", "던지", "찍", "뱉", "급증", "증가", "감소", "다수", "폭증", "비율", "발생", "으로 응답", "이 뜨", "이 떠", "이 나", "가 나", "가 뜨", "가 떠",
    ];

    // What of it says so in a text about anything: 500에 40 is a rent.
    private static readonly string[] Particles = [.. Strong, "이", "가", "은", "는", "을", "를", "로", "으로", "보다", "랑", "라"];

    private static readonly string[] Before = ["에러", "오류", "응답", "코드", "상태", "응답이", "응답은", "코드가", "코드는", "에러는", "상태가", "상태는", "코드로", "에러코드", "상태코드", "응답코드", "코드를", "리턴", "반환"];

    /// <summary>Whether the words around a number say that it is a status.</summary>
    public static bool NamesIt(LineWords words, int at, int code, bool isAfterCode, TextContext context)
    {
        var after = words.GapAfter(at);
        if (words.Is(at + 1, WordKind.Other) && after is "" or " ")
        {
            var text = words.Text(at + 1);
            if (text.StartsWith("페이지") && code < 400)
                return false;
            if (text.StartsWith("번"))
                return text.Length > 1 ? StartsWith(text[1..], Behind) && !text.StartsWith("번 ") : StartsWith(words.Text(at + 2), Strong);
            if (StartsWith(text, after.Length > 0 ? Strong : context.IsOfTheWeb ? Behind : Particles) || after.Length == 1 && context.IsOfTheWeb && StartsWith(text, ["오는", "와요", "옴", "왔", "와서", "날아"]) || after.Length == 1 && StartsWith(text, Behind) && text.Length > 1)
                return true;
        }

        // 정상(200) 응답; (10MB는 정상, 201)
        if (context.IsOfTheWeb && words.Is(at - 1, WordKind.Other) && (words.GapBefore(at) is "(" && after.StartsWith(")") || isAfterCode && words.GapBefore(at) is ", " && after.StartsWith(")")))
            return true;
        if (!words.Is(at - 1, WordKind.Other) || words.GapBefore(at).Trim() is not ("" or ":" or "=" or "("))
            return false;
        // 로그인 안 하면 401, 권한 없으면 403
        return Equals(words.Text(at - 1), Before)
            || context.IsOfTheWeb && code >= 200 && EndsWith(words.Text(at - 1), ["면", "때", "땐", "엔", "데", "지금", "이번", "계속", "그냥", "다시", "전부", "둘", "보통"]) && (after.TrimStart() is [',' or '.' or '?' or '!' or ')' or '/', ..] || at + 1 == words.Count || after is " " && words.Is(at + 1, WordKind.Other));
    }

    /// <summary>Whether a Korean word behind a number is what it counts.</summary>
    public static bool IsMeasured(ReadOnlySpan<char> word, string[] units, bool isApart, ReadOnlySpan<char> next)
    {
        // 500번 에러, 404번이 떠요: 번 counts nothing there; 502번 버스, 200번 호출 does.
        if (word.StartsWith("번"))
        {
            var rest = word[1..];
            if (rest.Length == 0)
                return !StartsWith(next, Strong);
            return !StartsWith(rest, ["이", "은", "을", "으로", "에러", "오류", "코드", "응답", "도"]) || StartsWith(rest, ["이상", "이하", "이나", "이랑"]);
        }

        // 204만 씁니다 is "only 204"; 500만 원 is five million.
        if (word.StartsWith("만") && !StartsWith(word[1..], ["원", "명", "건", "개", "회", "대", "번"]) && !StartsWith(next, ["원", "명", "건", "개", "회", "대", "달러"]))
            return false;
        foreach (var unit in units)
        {
            if (word.StartsWith(unit) && !StartsWith(word, ["대신", "주", "점검", "시도", "일때", "일 때", "인", "개발", "위", "배포", "차이", "세션", "회사", "회원"]) && (!isApart || word.Length == unit.Length || unit.Length > 1))
                return true;
        }

        return false;
    }

    private static bool StartsWith(ReadOnlySpan<char> text, string[] beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (text.StartsWith(beginning))
                return true;
        }

        return false;
    }

    private static bool EndsWith(ReadOnlySpan<char> text, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (text.EndsWith(ending))
                return true;
        }

        return false;
    }

    private static bool Equals(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.SequenceEqual(word))
                return true;
        }

        return false;
    }
}
