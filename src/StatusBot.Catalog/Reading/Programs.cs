using System.Buffers;

namespace StatusBot.Catalog.Reading;

/// <summary>What programs, tests and configurations write before a status.</summary>
internal static class Programs
{
    // Functions whose argument it is, and properties that it is compared with.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Calls = WordSet.Of(
        """
        status sendStatus writeHead WriteHeader abort abort_if abort_unless http_response_code HTTPException StatusCode setStatus setStatusCode sendError send_error valueOf fromCode redirect
        permanentRedirect assertStatus expectStatus toHaveStatus AbortWithStatus AbortWithStatusJSON Status JSON HttpResponseException ResponseStatusException problem Problem Results
        statusCode status_code assert_response have_http_status respond_with halt getStatus isStatus from_u16 HttpStatusCode HttpStatus Response
        """);

    // What stands before one status or several.
    private static readonly string[] Directives =
    [
        "error_page", "errorfile", "errorcode", "limit_req_status", "limit_conn_status", "auth_request_status", "deny_status", "ErrorDocument", "custom-http-errors", "return", "expect_code",
        "retry-on", "retriable-status-codes", "retriable_status_codes", "proxy_cache_valid", "Redirect", "RedirectMatch", "head", "[R", "http_", "expect status", "fastcgi_cache_valid", "return status", "redirect code",
        "retry_on", "retryOn", "-redirect-code", "http-errors", "permanent-redirect-code", "acceptedStatusCodes", "httpcode", "HTTPCode_Target_", "cy.request status",
    ];

    private static readonly string[] Lists = ["error_page", "retry-on", "retry_on", "proxy_cache_valid", "fastcgi_cache_valid", "proxy_next_upstream", "retriable", "custom-http-errors", "http-errors", "retryOn", "retryStatus", "retry_status"];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Assertions = WordSet.Of(
        "toBe toEqual toStrictEqual assertEquals assertEqual assertSame assert_eq assert expect expected expects actual received want wanted equal equals eq Equal eql shouldBe should_be where that");

    // Words of people as well: only where the line itself is about a status.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Copulas = WordSet.Of("got have was but is when");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Subjects = WordSet.Of("status code it response result answer which that this");

    /// <summary>Whether a line of a program or configuration says that it is a status.</summary>
    public static bool NameIt(LineWords words, int at, TextContext context)
    {
        var gap = words.GapBefore(at).TrimEnd(" \"'");
        var line = words.Line;
        if (at == 0)
            return IsKeyOfResponses(words, at, context) || context.SpeaksOfStatus && line.Contains("=>", StringComparison.Ordinal) && words.GapAfter(at).Trim() is "=>" or "|"
                || context.SpeaksOfStatus && line.Contains("->", StringComparison.Ordinal) && words.GapAfter(at).Trim() is "->" or ",";

        // res.status(404), abort(404), HttpStatus.valueOf(404), synth(405, …)
        if (gap is "(" && (words.IsAny(at - 1, Calls) || NamesACallAboutIt(line[..words[at].Start])))
            return true;
        // responses={404: …}, and members of an enum: USER_NOT_FOUND(404, "U-500")
        if (gap is "={" && words.Text(at - 1).EndsWith("responses") || gap is "(" && words.GapAfter(at).StartsWith(", \"") && IsConstant(words.Text(at - 1)))
            return context.IsOfTheWeb;
        // [408, 425, 429]: nothing but codes between brackets
        if (IsAmongCodes(line, words[at].Start))
            return context.IsOfTheWeb;
        // set here to one or more of them: retryOn: "connect-failure,503"
        if (ListsStatuses(line) && words.GapBefore(at) is " " or "," or ", " or "\"")
            return true;
        // http.Error(w, "x", 500), Response("x", 404), render(json, status, 404): the last argument.
        if (gap.EndsWith(",") && (words.GapAfter(at).StartsWith(")") || words.GapAfter(at).StartsWith(", \"")) && line[..words[at].Start].ContainsAny(HttpCalls))
            return true;
        if (FollowsDirective(line[..words[at].Start]))
            return context.IsOfTheWeb;
        // try_files $uri =404
        if (words.GapBefore(at) is " =" or "= " or "/ =" || words.GapBefore(at).EndsWith(" =") && line.TrimStart().StartsWith("try_files"))
            return line.Contains("try_files", StringComparison.Ordinal) || line.Contains("error_page", StringComparison.Ordinal);
        // -w "%{http_code}", response_code == 200 and the like are keys; here it is compared with something that is one.
        var opening = gap.Trim();
        if (opening.TrimEnd('(') is "" or ":" or "<" or ":<" or "=" or "==" or "!=" or "," or "[" or "`" or "===")
        {
            if (words.IsAny(at - 1, Assertions))
                return IsAboutStatus(line) || context.SpeaksOfStatus;
            if (words.IsAny(at - 1, Copulas) && (words.Text(at - 1) is not "is" || words.IsAny(at - 2, Subjects)) && line.TrimStart()[0] is not ('{' or '"'))
                return IsAboutStatus(line);
        }

        if (gap.Trim() is "==" or "===" or "!=" or "!==" or "||")
            return IsAboutStatus(line) || context.SpeaksOfStatus && words.Is(at - 1, WordKind.Digits);
        if (gap.Trim() is "(" && words.Text(at - 1) is "in" or "IN" or "expect")
            return IsAboutStatus(line);
        // case 404: of a switch, 404 => of a match
        if (line.TrimStart().StartsWith("case ") && (words.Text(at - 1) is "case" || words.GapBefore(at) is ", " && words.GapAfter(at).StartsWith(":")))
            return context.SpeaksOfStatus;
        return IsKeyOfResponses(words, at, context);
    }

    private static readonly SearchValues<string> HttpCalls = SearchValues.Create(
        ["http.Error(", "Response(", "HTTPException(", "jsonify(", "render(", "header(", "abort", "make_response(", "HttpResponse", "Redirect(", "new Response", "NextResponse", "sendError(", "send_resp(", "send_error(", "http_response_code", "statusCode", "respond("],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Statuses = SearchValues.Create(
        ["status", "http_code", "response.code", "resp.code", ".code", "res.code", "http.code"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a line is a setting that takes several of them.</summary>
    public static bool ListsStatuses(ReadOnlySpan<char> line)
    {
        foreach (var list in Lists)
        {
            if (line.Contains(list, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool IsConstant(ReadOnlySpan<char> word) => word.Length > 2 && !word.ContainsAnyInRange('a', 'z');

    // Of a function whose name speaks of answers: send_resp(, StatusCode::from_u16(
    private static bool NamesACallAboutIt(ReadOnlySpan<char> before)
    {
        before = before[..^1];
        var start = before.Length;
        while (start > 0 && (char.IsLetterOrDigit(before[start - 1]) || before[start - 1] is '_' or ':' or '.'))
            start--;
        return before[start..].ContainsAny(AboutAnswers);
    }

    private static readonly SearchValues<string> AboutAnswers = SearchValues.Create(
        ["status", "respond", "sendresp", "send_resp", "abort", "synth", "halt", "httperror", "http_error", "httpexception", "http_response", "redirect"], StringComparison.OrdinalIgnoreCase);

    // At least three in brackets, and every one of three digits from 200 to 599.
    private static bool IsAmongCodes(ReadOnlySpan<char> line, int at)
    {
        // Parentheses are SQL's as well.
        var open = line.ContainsAny(Retries) ? line[..at].LastIndexOfAny('[', '{', '(') : line[..at].LastIndexOfAny('[', '{');
        var length = open < 0 ? -1 : line[open..].IndexOfAny(']', '}', ')');
        if (length < 0 || open + length < at)
            return false;
        var count = 0;
        var inside = line.Slice(open + 1, length - 1);
        foreach (var range in inside.Split(','))
        {
            var item = inside[range].Trim(" \"'");
            if (item.Length != 3 || item[0] is < '2' or > '5' || item.ContainsAnyExceptInRange('0', '9'))
                return false;
            count++;
        }

        return count >= 3 || count == 2 && line.ContainsAny(Retries);
    }

    private static readonly SearchValues<string> Retries = SearchValues.Create(["retry", "retri", "status", "code"], StringComparison.OrdinalIgnoreCase);

    private static bool FollowsDirective(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd(" =:\"'[");
        foreach (var directive in Directives)
        {
            if (before.EndsWith(directive, StringComparison.Ordinal)
                && (before.Length == directive.Length || !char.IsLetterOrDigit(before[before.Length - directive.Length - 1]) || directive[0] is '-'))
                return true;
        }

        return false;
    }

    private static bool IsAboutStatus(ReadOnlySpan<char> line) => line.ContainsAny(Statuses);

    // '404': { description: … } of an OpenAPI document; case 404: of a switch.
    private static bool IsKeyOfResponses(LineWords words, int at, TextContext context)
    {
        var before = words.GapBefore(at).TrimStart();
        var after = words.GapAfter(at);
        if (at == 0 && before.Length == 0 && after.StartsWith(":") && context.ListsResponses)
            return true;
        return before is "'" or "\"" && (after.StartsWith("':") || after.StartsWith("\":")) && (at == 0 || words.Line.TrimStart()[0] is '\'' or '"') && context.IsOfTheWeb
            && !after.StartsWith("\": {\"");
    }
}
