namespace StatusBot.Catalog.Reading;

/// <summary>HTTP's own words before a number, and those of other protocols that look alike.</summary>
internal static class Protocols
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Mail = WordSet.Of(
        "smtp esmtp mailfrom rcpt ehlo helo smtpd postfix sendmail exim dovecot ftp ftps sftp vsftpd proftpd lftp pasv nntp pop3 imap sip voip asterisk rtsp dsn");

    /// <summary>Whether HTTP's name stands right before: <c>HTTP/1.1 404</c>, <c>HTTP 404</c>, <c>HTTP404</c>, <c>E404</c>, <c>HTTP Error 404</c>.</summary>
    public static bool NameIt(LineWords words, int at)
    {
        var gap = words.GapBefore(at);
        if (at == 0 || gap.Length > 6)
            return false;
        var word = words.Text(at - 1);
        if (gap.Length == 0)
            return true; // what is glued and not forbidden is HTTP404, E404, HTTP_404
        if (IsHttp(word))
            return true;
        // HTTP/1.1 404, HTTP/2 404, "HTTP/2.0" 404, HTTP/1.1: 404
        if (words.Is(at - 1, WordKind.Digits) && word.Length == 1 && EndsVersion(words, at - 1))
            return true;
        return word.Equals("error", StringComparison.OrdinalIgnoreCase) && at > 1 && IsHttp(words.Text(at - 2))
            || word.Equals("response", StringComparison.OrdinalIgnoreCase) && at > 1 && IsHttp(words.Text(at - 2))
            || (word is "ERR" or "error") && gap is "! " or " " && at > 1 && words.Text(at - 2) is "npm" or "pnpm";
    }

    /// <summary>Whether a number is the reply of a mail server: <c>550 5.1.1</c>, <c>421-4.7.0</c>.</summary>
    public static bool IsMailReply(LineWords words, int at) =>
        words.GapAfter(at) is " " or "-" && words.Is(at + 1, WordKind.Digits) && words[at + 1].Length == 1 && words.GapAfter(at + 1) is "."
        && words.Is(at + 2, WordKind.Digits) && words.GapAfter(at + 2) is ".";

    /// <summary>Whether a line speaks of mail, files or calls, whose replies have three digits as well.</summary>
    public static bool SpeakOfMail(LineWords words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words.IsAny(i, Mail))
                return true;
        }

        return false;
    }

    private static bool EndsVersion(LineWords words, int at)
    {
        var i = at;
        if (words.GapBefore(i) is "." && words.Is(i - 1, WordKind.Digits))
            i--;
        return words.GapBefore(i) is "/" && i > 0 && IsHttp(words.Text(i - 1));
    }

    private static bool IsHttp(ReadOnlySpan<char> word) =>
        word.Equals("http", StringComparison.OrdinalIgnoreCase) || word.Equals("https", StringComparison.OrdinalIgnoreCase) || word.EndsWith("_http", StringComparison.OrdinalIgnoreCase)
        || word.Equals("http_", StringComparison.OrdinalIgnoreCase) || word is "h2" or "HTTPError" or "HttpError" or "HTTPException";
}
