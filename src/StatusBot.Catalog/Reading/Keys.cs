namespace StatusBot.Catalog.Reading;

/// <summary>The names of fields and the words before a number that say that it is a status.</summary>
internal static class Keys
{
    // What ends a field's name: EdgeResponseStatus, http_status_code, sc-status, responseCode.
    private static readonly string[] Endings =
    [
        "status", "statuscode", "status_code", "httpcode", "http_code", "responsecode", "response_code", "respcode", "resp_code", "rescode", "resultcode", "statuses",
        "status_codes", "statuscodes", "statusdetails", "httpstatuscode", "http_errors", "redirect_code", "error_code", "errorcode",
    ];

    private static readonly string[] Others = ["exit_status", "exitstatus", "grpc_status", "grpcstatus", "grpc_code", "exit_code", "exitcode", "sqlstate", "job_status", "exitstatuscode"];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Whole = WordSet.Of("code codes matcher");

    // Short names of one's own log formats, only right before an equals sign or colon.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Short = WordSet.Of("us ust st stat resp rc upstatus sc");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NotBefore = WordSet.Of(
        "exit exited grpc error_ area zip country currency postal source bar promo coupon discount dress morse qr exit_ return curl sql native reply reason");

    /// <summary>Whether the word before a number says that it is a status.</summary>
    public static bool NameIt(LineWords words, int at)
    {
        var gap = words.GapBefore(at);
        if (words.IsAny(at - 1, Short) && gap is "=" or "=\"" or ":" or "\":" or "\": " or "\":\"" or "\": \"")
            return true;
        if (gap is "', '" or "\", \"" && IsStatusKey(words, at - 1))
            return true;
        if (words.IsAny(at - 1, Links) && at > 1 && gap is " " or ": " or "(" && IsJoin(words.GapBefore(at - 1)) && IsStatusKey(words, at - 2))
            return true;
        if (at == 0 || !IsJoin(gap))
            return false;
        return (IsStatusKey(words, at - 1) || gap is "=" && IsPathOfStatus(words, at)) && !(gap.Contains(' ') && gap.Length > 24);
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Links = WordSet.Of("is was of to be are Int received returned code equals expected got was: in of: with number");

    // management.endpoint.health.status.http-mapping.down=503
    private static bool IsPathOfStatus(LineWords words, int at)
    {
        var before = words.Line[..words[at].Start];
        var path = before[(before.LastIndexOf(' ') + 1)..];
        return path.Contains(".status", StringComparison.OrdinalIgnoreCase) && path.Contains("http", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a word is the name of a field that holds a status.</summary>
    public static bool IsStatusKey(LineWords words, int at)
    {
        if (!words.Is(at, WordKind.Latin))
            return false;
        var word = words.Text(at);
        foreach (var other in Others)
        {
            if (word.EndsWith(other, StringComparison.OrdinalIgnoreCase))
                return false;
        }

        var isOfElse = at > 0 && words.GapBefore(at) is " " or "-" or "." or "_" && words.IsAny(at - 1, NotBefore);
        if (isOfElse)
            return false;
        foreach (var ending in Endings)
        {
            if (word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return words.IsAny(at, Whole);
    }

    // What may stand between a key and its value.
    private static bool IsJoin(ReadOnlySpan<char> gap)
    {
        foreach (var c in gap)
        {
            if (c is not (' ' or '\t' or ':' or '=' or '"' or '\'' or '(' or '[' or '{' or '<' or '\\' or '`' or '*' or '~' or '.' or '|' or ')' or ']'))
                return false;
        }

        return gap.Length > 0 && !gap.Contains('.') | gap.TrimStart('.').Length > 0;
    }
}
