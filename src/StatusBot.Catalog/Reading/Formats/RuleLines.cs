namespace StatusBot.Catalog.Reading.Formats;

/// <summary>
/// Rules whose last word is the status: Netlify's and Cloudflare's <c>_redirects</c> (<c>/from /to 301!</c>) and the Caddyfile's
/// <c>respond</c>, <c>redir</c> and <c>error</c>.
/// </summary>
internal sealed class RuleLines : ILineReader
{
    /// <inheritdoc/>
    public bool Read(ReadOnlySpan<char> line, Findings found)
    {
        var rule = line.Trim();
        var space = rule.IndexOfAny(' ', '\t');
        if (space < 0)
            return false;
        var last = rule[(rule.LastIndexOfAny(' ', '\t') + 1)..].TrimEnd('!');
        var first = rule[..space];
        var isRedirect = first.StartsWith("/") && rule[space..].TrimStart() is ['/', ..] or ['h', 't', 't', 'p', ..];
        return last.Length == 3 && (isRedirect || first is "respond" or "redir" or "error") && found.AddField(last) is not null;
    }
}
