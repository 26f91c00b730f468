using System.Buffers;

namespace StatusBot.Catalog.Reading;

/// <summary>A request in a line, behind which its status stands.</summary>
internal static class Requests
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Methods = WordSet.Of(
        "GET POST PUT DELETE PATCH HEAD OPTIONS CONNECT TRACE PROPFIND MKCOL COPY MOVE LOCK UNLOCK REPORT");

    private static readonly SearchValues<char> BeforeAddress = SearchValues.Create(" \t\"(");
    private static readonly SearchValues<char> BeforeMethod = SearchValues.Create(" \t\"([|`:");

    /// <summary>Whether what ends right before the number is a request: <c>"GET /a HTTP/1.1" 404</c>, <c>GET /a 404</c>, <c>GET /a → 404</c>.</summary>
    public static bool EndBefore(LineWords words, int at)
    {
        var line = words.Line;
        var end = words[at].Start;
        var before = line[..end].TrimEnd(" \t-—–=:>→|([⇒");
        if (before.Length == 0 || before.Length == end)
            return false;

        // A quoted request, whatever is in it.
        if (before[^1] is '"' or '\'')
        {
            var open = before[..^1].LastIndexOf(before[^1]);
            return open >= 0 && BeginsWithMethod(before[(open + 1)..^1], out var rest) && rest.Contains('/') && line[end - 1] is ' ';
        }

        // In a table, what is far behind it is another column.
        if (words.GapAfter(at).StartsWith("  ") && words.Is(at + 1, WordKind.Digits))
            return false;

        // A bare one: a method, and then the one word that is its address.
        var address = before.LastIndexOfAny(BeforeAddress);
        if (address < 0 || !LooksLikeAddress(before[(address + 1)..].Trim("\"'`)]")))
            return false;
        var method = before[..address].TrimEnd(" \t\":([`]|");
        var from = method.LastIndexOfAny(BeforeMethod) + 1;
        return Methods.Contains(method[from..]);
    }

    private static bool LooksLikeAddress(ReadOnlySpan<char> word) =>
        word.Length > 0 && (word[0] is '/' || word.Contains("://", StringComparison.Ordinal) || word is "*") || word.Contains(":443", StringComparison.Ordinal);

    private static bool BeginsWithMethod(ReadOnlySpan<char> text, out ReadOnlySpan<char> rest)
    {
        var space = text.IndexOf(' ');
        rest = space < 0 ? [] : text[(space + 1)..];
        return space > 0 && Methods.Contains(text[..space]);
    }
}
