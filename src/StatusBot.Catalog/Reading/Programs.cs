namespace StatusBot.Catalog.Reading;

/// <summary>What programs, tests and configurations write before a status.</summary>
internal static class Programs
{
    // Functions whose argument it is, and properties that it is compared with.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Calls = WordSet.Of(
        """
        status sendStatus writeHead WriteHeader abort abort_if abort_unless http_response_code HTTPException StatusCode setStatus setStatusCode sendError send_error valueOf fromCode redirect
        permanentRedirect assertStatus expectStatus toHaveStatus AbortWithStatus AbortWithStatusJSON Status JSON HttpResponseException ResponseStatusException problem Problem Results
        statusCode status_code assert_response have_http_status respond_with halt getStatus isStatus from_u16 HttpStatusCode HttpStatus Error_ raise_for Response
        """);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Directives = WordSet.Of(
        "error_page errorfile errorcode limit_req_status limit_conn_status auth_request_status deny_status ErrorDocument custom-http-errors return rewrite expect_code http-errors retry-on retriable-status-codes");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Assertions = WordSet.Of(
        "toBe toEqual toStrictEqual assertEquals assertEqual assertSame assert_eq assert expect expected expects actual received want wanted got have was but equal equals eq Equal eql is shouldBe should_be case when");

    /// <summary>Whether a line of a program or configuration says that it is a status.</summary>
    public static bool NameIt(LineWords words, int at, TextContext context)
    {
        var gap = words.GapBefore(at).TrimEnd(" \"'");
        if (at == 0)
            return IsKeyOfResponses(words, at, context);

        var line = words.Line;
        // res.status(404), abort(404), HttpStatus.valueOf(404)
        if (gap is "(" && words.IsAny(at - 1, Calls))
            return !IsIndexed(words, at - 1);
        // http.Error(w, "x", 500), Response("x", 404), render(json, status, 404): the last argument.
        if (gap.EndsWith(",") && words.GapAfter(at).StartsWith(")") && line[..words[at].Start].ContainsAny(HttpCalls))
            return true;
        if (words.IsAny(at - 1, Directives) && words.GapBefore(at).Trim(" =:\"'[") is "")
            return !(words.Text(at - 1) is "return" && !context.IsOfTheWeb);
        // try_files $uri =404
        if (words.GapBefore(at) is " =" or "= " or "/ =" || words.GapBefore(at).EndsWith(" =") && line.TrimStart().StartsWith("try_files"))
            return line.Contains("try_files", StringComparison.Ordinal) || line.Contains("error_page", StringComparison.Ordinal);
        // -w "%{http_code}", response_code == 200 and the like are keys; here it is compared with something that is one.
        if (words.IsAny(at - 1, Assertions) && (gap.Trim().TrimEnd('(') is "" or ":" or "<" or ":<" or "=" or "==" or "!=" or "," or "[" || gap.Trim() is "(" or "`" or "==="))
            return IsAboutStatus(line) || words.Text(at - 1) is "Expected" or "Received" or "Actual" or "expected" or "got" && context.IsOfTheWeb && words.GapBefore(at).Length <= 4;
        if (gap.Trim() is "==" or "===" or "!=" or "!==" or "= =" or "||" or "in (" or "in [" or "," or "(" && IsAboutStatus(line))
            return IsAboutStatus(line);
        return IsKeyOfResponses(words, at, context);
    }

    private static readonly System.Buffers.SearchValues<string> HttpCalls = System.Buffers.SearchValues.Create(
        ["http.Error(", "Response(", "HTTPException(", "jsonify(", "render(", "header(", "abort", "make_response(", "HttpResponse", "Redirect(", "new Response", "NextResponse", "sendError(", "http_response_code", "statusCode", "respond("],
        StringComparison.OrdinalIgnoreCase);

    private static readonly System.Buffers.SearchValues<string> Statuses = System.Buffers.SearchValues.Create(
        ["status", "statuscode", "http_code", "response.code", "resp.code", ".code", "res.code", "HTTP"], StringComparison.OrdinalIgnoreCase);

    private static bool IsAboutStatus(ReadOnlySpan<char> line) => line.ContainsAny(Statuses);

    private static bool IsIndexed(LineWords words, int at) => words.GapAfter(at) is "[";

    // '404': { description: … } of an OpenAPI document; case 404: of a switch.
    private static bool IsKeyOfResponses(LineWords words, int at, TextContext context)
    {
        var before = words.GapBefore(at).TrimStart();
        var after = words.GapAfter(at);
        return before is "'" or "\"" && (after.StartsWith("':") || after.StartsWith("\":")) && (at == 0 || words.Line.TrimStart()[0] is '\'' or '"') && context.IsOfTheWeb
            && !after.StartsWith("\": {\"");
    }
}
