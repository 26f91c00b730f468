namespace StatusBot.Catalog.Reading;

/// <summary>What logs of programs write around a status, where neither a key nor a request names it.</summary>
internal static class Logs
{
    // sent 404 in 15ms, responded 200 in 12 ms, "Response [404]": verbs of programs, prose or not.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Verbs = WordSet.Of("Sent responded Completed returned Response response answered Crawled replied");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Methods = WordSet.Of("GET POST PUT DELETE PATCH HEAD OPTIONS");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Checked = WordSet.Of("not is status code equals equal be eq was returns gives");

    /// <summary>Whether the number is where a log writes it.</summary>
    public static bool NameIt(LineWords words, int at)
    {
        var line = words.Line;
        var before = words.GapBefore(at);
        var after = words.GapAfter(at);
        if (words.IsAny(at - 1, Verbs) && before is " " or " [" or " (" or " <" or ": [" && !(before is " " && words.Is(at + 1, WordKind.Digits)))
            return true;
        // <h1>Error 503 Backend fetch failed</h1>
        if (before is " " && words.Text(at - 1) is "Error" && words.Text(at)[0] is '4' or '5')
            return true;
        // probe_http_status_code{instance="…"} 403
        if (before.EndsWith("} ") && at + 1 == words.Count && IsMetricOfStatus(line))
            return true;
        // <-- 410 https://…, > 401: Unauthorized
        if (at == 0 && before.TrimStart() is "<-- " or "← ")
            return true;
        // aiohttp.ClientResponseError: 407, message=…; An error occurred (404) when calling
        if (before is ": " && (words.Text(at - 1).EndsWith("Error") || words.Text(at - 1).EndsWith("Exception")) && after.StartsWith(",") || before is " (" && after.StartsWith(")") && words.Text(at - 1) is "occurred")
            return true;
        // [404]: GET /favicon.ico
        if (before.EndsWith("[") && after is "]: " or "] " && words.IsAny(at + 1, Methods))
            return true;
        // [GET]200 app.example.com/; SERVER GET  (404) /favicon.ico
        if (words.IsAny(at - 1, Methods) && (before is "]" or "] " || before.Trim() is "(" && after.StartsWith(")")))
            return true;
        // ✗ not 429
        if (at + 1 == words.Count && words.IsAny(at - 1, Checked) && line.TrimStart() is ['✓' or '✗' or '✔' or '✘' or '×', ..])
            return true;
        // not [200, 204]
        if (before is " [" && words.Text(at - 1) is "not" or "of" or "in")
            return true;
        // [GIN] … | 200 |
        if (before.EndsWith("| ") && after.StartsWith(" |") && line.Contains("[GIN]", StringComparison.Ordinal))
            return true;
        // |10.0.0.5:9000|502 : 500|
        if (before is "|" && after is "|" or " : " && words.Is(at - 1, WordKind.Digits) && words.GapBefore(at - 1) is ":" && line.Contains("HTTP/", StringComparison.Ordinal))
            return true;
        // "…" 400 157: whatever was sent, behind it come status and size.
        if (before.EndsWith("\" ") && (after is " " && words.Is(at + 1, WordKind.Digits) || after.StartsWith(" - ")) && line[..words[at].Start].Contains("] \"", StringComparison.Ordinal))
            return IsFirstBehindRequest(line[..(words[at].Start - 1)]);
        // "WebSocket /ws" 403
        if (before is "\" " && at + 1 == words.Count && line[..words[at].Start].Contains("/", StringComparison.Ordinal) && line[..words[at].Start].Contains("- \"", StringComparison.Ordinal))
            return true;
        // "GET http://… HTTP/1.1" from 127.0.0.1:50200 - 200 404B in 1.5ms; Received HTTP response headers after 500.3021ms - 401
        if (before.EndsWith(" - ") && !(words.Is(at - 1, WordKind.Digits) && before is " - " && line[words[at - 1].Start - 1] is ' ') && (after.Length <= 1 && at + 1 == words.Count || words.Is(at + 1, WordKind.Digits) && after is " ") && line[..words[at].Start].Contains("HTTP", StringComparison.Ordinal) && !before.Contains('"'))
            return true;
        return IsHaproxy(line[..words[at].Start]) || IsSquid(line, words[at].Start);
    }

    // The request is the first thing in quotes; what comes in quotes later is not it.
    private static bool IsFirstBehindRequest(ReadOnlySpan<char> before) => before[(before.IndexOf("] \"") + 3)..^1].IndexOf('"') < 0;

    private static bool IsMetricOfStatus(ReadOnlySpan<char> line) =>
        line.IndexOf('{') is var open and > 0 && line[..open].EndsWith("status_code", StringComparison.OrdinalIgnoreCase);

    // 0/0/1/503/504 200
    private static bool IsHaproxy(ReadOnlySpan<char> before)
    {
        if (before.Length == 0 || before[^1] is not ' ')
            return false;
        before = before[..^1];
        var token = before[(before.LastIndexOf(' ') + 1)..];
        var slashes = 0;
        foreach (var c in token)
        {
            if (c is '/')
                slashes++;
            else if (!char.IsAsciiDigit(c) && c is not ('-' or '+'))
                return false;
        }

        return slashes == 4 || slashes == 3 && token.Contains('+');
    }

    // TCP_MISS/503 4357 GET
    private static bool IsSquid(ReadOnlySpan<char> line, int at)
    {
        if (at == 0 || line[at - 1] is not '/')
            return false;
        var token = line[..(at - 1)];
        token = token[(token.LastIndexOf(' ') + 1)..];
        return token.StartsWith("TCP_") || token.StartsWith("UDP_") || token.StartsWith("NONE");
    }
}
