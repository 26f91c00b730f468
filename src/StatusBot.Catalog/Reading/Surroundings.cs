namespace StatusBot.Catalog.Reading;

/// <summary>What around a number says that it is no status code, whatever else is there.</summary>
internal static class Surroundings
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> GluedBefore = WordSet.Of(
        "E HTTP HTTP_ STATUS_ HTTP_STATUS_ SC_ CODE_ STATUS STATUSCODE HTTPSTATUS RQ_ upstream_rq_ downstream_rq_ http_response_ ERR_ HTTPERROR HTTPCODE_ Error Code");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> UnitsGlued = WordSet.Of(
        "ms s m h d us ns b kb mb gb tb kib mib gib k g px em rem pt vh vw x kg km cm mm hz khz mhz ghz fps rps qps th st nd rd w v a p n f e l ki mi gi ti bps kbps mbps am pm xx");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> UnitsApart = WordSet.Of(
        """
        ms milliseconds millisecond msec µs us s sec secs second seconds min mins minute minutes hour hours hr hrs day days week weeks month months year years
        b byte bytes kb mb gb tb kib mib gib bits px pixels percent pct rps qps req/s reqs requests rows row records record users user lines line items item files file
        connections connection conns threads thread workers worker pods pod nodes node times people guests tickets ticket dollars bucks usd eur won euros krw points point
        passed passing failing skipped pending total tests test packages package slides degrees meters km cm kg hz mhz fps tokens chars characters words
        clients retries attempts vus iterations objects keys commits stars rooms seats tables chairs chapters pages deletions insertions modules dependencies vulnerabilities
        servers instances replicas shards partitions messages events jobs tasks steps entries hits lbs pounds miles feet
        """);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NotAStatus = WordSet.Of(
        """
        port ports line lines room rooms bus pid id ids uid gid issue issues pr ticket page chapter flat apartment apt hall floor gate seat table platform flight train highway route
        version ver build rev revision size length bytes duration took timeout ttl interval limit offset count total max min width height weight age exit errno signal sqlstate
        serial priority index idx rank score latency elapsed top last first
        """);

    private static readonly string[] KoreanUnits =
    [
        "번대", "번째", "번까지", "번이나", "번씩", "호", "원", "명", "개", "건", "초", "분", "시간", "시", "일", "년", "월", "주", "층", "동", "줄", "라인", "대", "회", "만", "천", "백", "억",
        "퍼센트", "프로", "미터", "키로", "킬로", "메가", "기가", "살", "세", "점", "권", "장", "마리", "병", "잔", "그램", "평", "인분", "km", "배", "차", "화", "쪽", "곳", "가지", "박", "편", "위",
    ];

    private static readonly string[] OtherProtocols = ["SIP/2.0", "RTSP/1.0", "ICAP/1.0"];

    /// <summary>Whether something says that it is none.</summary>
    public static bool ForbidIt(LineWords words, int at, int code, KnownCodes known, bool isOfMail, TextContext context) =>
        IsPartOfAWord(words, at, code, known) || IsPartOfANumber(words, at, context) || IsPartOfAPath(words, at) || IsMeasured(words, at) || IsBound(words, at) && !known.IsCalled(code, words.Line[words[at].End..].TrimStart(' '))
        || IsOfAnotherProtocol(words, at, isOfMail, context);

    /// <summary>Whether a phrase behind it can be its name: it is not when the line speaks of something else right before.</summary>
    public static bool IsCalledBehind(LineWords words, int at) =>
        !(words.GapBefore(at) is " " or ": " or "=" && words.IsAny(at - 1, NotAStatus));

    /// <summary>Whether the word before it says what else it counts.</summary>
    public static bool IsSaidToBeElse(LineWords words, int at) => words.IsAny(at - 1, NotAStatus) && words.GapBefore(at).Length <= 3;

    private static bool IsPartOfAWord(LineWords words, int at, int code, KnownCodes known)
    {
        if (words.GapBefore(at).Length == 0 && at > 0 && !words.Is(at - 1, WordKind.Other)
            && (!words.IsAny(at - 1, GluedBefore) || words.Text(at - 1) is "e" || at > 1 && words.GapBefore(at - 1).Length == 0))
            return true;
        if (words.GapAfter(at).Length > 0 || at + 1 == words.Count)
            return false;
        return words.Is(at + 1, WordKind.Latin)
            && words.Text(at + 1)[0] is not '_'
            && !IsPlural(words, at)
            && !(char.IsAsciiLetterUpper(words.Text(at + 1)[0]) && known.IsCalled(code, words.Text(at + 1))); // 200OK
    }

    // "getting 500s all day"; 300s after a word of time is a time.
    public static bool IsPlural(LineWords words, int at) =>
        words.GapAfter(at).Length == 0 && words.Text(at + 1) is "s" && words.GapAfter(at + 1) is not "/"
        && (words.IsAny(at - 1, BeforePlural) || words.Text(at)[0] is '4' or '5' && !words.IsAny(at - 1, BeforeTime) && !words.IsAny(at - 2, BeforeTime) && !words.GapBefore(at).Contains('='));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeTime = WordSet.Of(
        "timeout after for every within took takes wait waits waited interval ttl in lasts lasted than about over under duration age max min delay sleep keepalive eta");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforePlural = WordSet.Of(
        "of some many getting seeing returning throwing intermittent random occasional the with are these those more lots sporadic constant and or few");

    private static bool IsPartOfANumber(LineWords words, int at, TextContext context)
    {
        var before = words.GapBefore(at);
        var after = words.GapAfter(at);
        if (before.EndsWith(".") && (words.Is(at - 1, WordKind.Digits) && before.Length == 1 || before.Length > 1 && before[^2] is ' ' or '=' or '(' or '"' || before.Length == 1 && at == 0))
            return true;
        if (before is "," or ":" or "-" or "_" && words.Is(at - 1, WordKind.Digits) && !(before is "," && words[at - 1].Length == 3))
            return true;
        if (after is "." && at + 1 < words.Count)
            return words.Is(at + 1, WordKind.Digits) ? !IsSubstatus(words, at, context) : true;
        if (after is ":" or "-" or "_" && words.Is(at + 1, WordKind.Digits))
            return true;
        // 500,000 is a number; "404,503" and [500,502] are lists.
        if (after is "," && words.Is(at + 1, WordKind.Digits) && words[at + 1].Length == 3)
            return before.Length == 0 || before[^1] is not ('"' or '\'' or '[' or '=' or ':');
        return before.EndsWith("#") || before.EndsWith("$") || before.EndsWith("₩") || before.EndsWith("€") || before.EndsWith("£") || before.EndsWith("@") || before.EndsWith("~") || before.EndsWith("+")
            || after.StartsWith("%") || after.StartsWith("°") || after.StartsWith("$") || after.StartsWith("€") || after.StartsWith(" %") || before.EndsWith("+-");
    }

    // IIS: 404.13, in an error's name or with its own words behind it.
    public static bool IsSubstatus(LineWords words, int at, TextContext context) =>
        words.GapAfter(at) is "."
        && words.Is(at + 1, WordKind.Digits)
        && words.Text(at)[0] is '4' or '5'
        && words[at + 1].Length <= 2
        && !words.Is(at + 2, WordKind.Digits)
        && (words.GapAfter(at + 1).StartsWith(" - ") || words.Is(at + 2, WordKind.Other) && Text.Hangul.IsSyllable(words.Text(at + 2)[0]) || words.IsAny(at - 1, BeforeSubstatus) || context.IsOfIis)
        && !(words.GapAfter(at + 1).Length <= 1 && words.IsAny(at + 2, UnitsApart));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeSubstatus = WordSet.Of("error http iis status a an the gets got is code with");

    private static bool IsPartOfAPath(LineWords words, int at)
    {
        var (start, end) = (words[at].Start, words[at].End);
        var line = words.Line;
        var from = start;
        while (from > 0 && !IsEndOfToken(line[from - 1]))
            from--;
        var token = line[from..start];
        if (token.Length > 0)
        {
            // TCP_MISS/503 of squid, and 401/403 of people; any other slash is a path's.
            if (token.Contains('/'))
                return !(token[^1] is '/' && (words.Is(at - 1, WordKind.Digits) && words[at - 1].Length == 3 && token.Length == 4 || IsSquidResult(token[..^1])));
            if (token.Contains('?') || token.Contains('&') || token.Contains('\\'))
                return true;
            // host:500, file.js:404, x-404, a.404
            if (token[^1] is ':' && token.Length > 1 && !Keys.IsStatusKey(words, at - 1) && !words.Is(at - 1, WordKind.Other))
                return true;
            if (token[^1] is '-' && token.Length > 1)
                return !token.SequenceEqual("HTTP-") && !token.SequenceEqual("http-");
            if (token[^1] is '.' && token.Length > 1 && !token.EndsWith("..."))
                return !token.SequenceEqual("codes.") && !token.EndsWith(".codes.") && !token.EndsWith("status.");
        }

        var behind = line[end..];
        return behind.Length > 1 && (behind[0] is '/' && !(char.IsAsciiDigit(behind[1]) && words[at + 1].Length == 3 || behind[1] is ' ')
            || behind[0] is '-' && char.IsAsciiLetterOrDigit(behind[1])
            || behind[0] is '\\');
    }

    private static bool IsSquidResult(ReadOnlySpan<char> token) =>
        token is "NONE" or "NONE_NONE" || (token.StartsWith("TCP_") || token.StartsWith("UDP_") || token.StartsWith("NONE_"));

    private static bool IsEndOfToken(char c) => char.IsWhiteSpace(c) || c is '"' or '\'' or '`' or ',' or '{' or '}' or '(' or ')' or '[' or ']' or '<' or '>' or '|' or ';' or '*';

    private static bool IsMeasured(LineWords words, int at)
    {
        var gap = words.GapAfter(at);
        if (at + 1 == words.Count)
            return false;
        if (words.Is(at + 1, WordKind.Other) && gap.Length <= 1)
            return KoreanProse.IsMeasured(words.Text(at + 1), KoreanUnits, isApart: gap.Length == 1, words.Text(at + 2));
        if (words.GapAfter(at + 1).TrimStart() is ['=', ..] or [':', ..] && gap.Length > 0)
            return false; // the name of the next field
        if (gap.Length == 0)
            return words.IsAny(at + 1, UnitsGlued) && !IsPlural(words, at);
        return gap is " " && words.IsAny(at + 1, UnitsApart);
    }

    // 400 <= status, status >= 500, 200..299, 200-299: bounds of a range.
    private static bool IsBound(LineWords words, int at)
    {
        var before = words.GapBefore(at).Trim();
        var after = words.GapAfter(at).Trim();
        return before.EndsWith("<=") || before.EndsWith(">=") || before is "<" or ">" && at > 0 && words.GapBefore(at).EndsWith(" ") && words.GapBefore(at)[0] is ' '
            || after.StartsWith("<=") || after.StartsWith(">=") || after is "<" && words.GapAfter(at).StartsWith(" ")
            || before.EndsWith("..") && !before.EndsWith("...") || before.EndsWith("..=") || after.StartsWith("..") && !after.StartsWith("...")
            || words.GapAfter(at) is "-" or "–" or "~" && words.Is(at + 1, WordKind.Digits) || words.GapBefore(at) is "-" or "–" or "~" && words.Is(at - 1, WordKind.Digits);
    }

    private static bool IsOfAnotherProtocol(LineWords words, int at, bool isOfMail, TextContext context)
    {
        var before = words.Line[..words[at].Start];
        foreach (var protocol in OtherProtocols)
        {
            if (before.Contains(protocol, StringComparison.Ordinal))
                return true;
        }

        if (before.Contains("HTTP", StringComparison.OrdinalIgnoreCase))
            return false;
        return context.IsOfMessageQueues || context.IsOfChat || isOfMail || Protocols.IsMailReply(words, at);
    }
}
