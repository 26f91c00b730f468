using System.Buffers;

namespace StatusBot.Catalog.Reading;

/// <summary>Finds the catalogue's signs in a text: pieces of logs, headers and identifiers that prove a cause.</summary>
internal sealed class SignReader
{
    // What proves something stands near the beginning of what people paste, or again and again.
    private const int LongestText = 64 * 1024;
    private const int MostFound = 12;

    private readonly SearchValues<string> _texts;
    private readonly ILookup<string, (int Code, Sign Sign)> _byText;
    private readonly ILookup<char, string> _byFirst;

    public SignReader(IEnumerable<StatusCode> codes)
    {
        _byText = codes
            .SelectMany(code => code.Signs.Select(sign => (code.Code, Sign: sign)))
            .ToLookup(one => one.Sign.Text, StringComparer.OrdinalIgnoreCase);
        var texts = _byText.Select(group => group.Key).ToArray();
        _texts = SearchValues.Create(texts, StringComparison.OrdinalIgnoreCase);
        _byFirst = texts.OrderByDescending(text => text.Length).ToLookup(text => char.ToLowerInvariant(text[0]));
    }

    /// <summary>The signs of a text, each once, in their order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="codes">The codes that stand in it: a sign of several codes counts for those.</param>
    public IReadOnlyList<(int Code, Sign Sign)> Read(ReadOnlySpan<char> text, IReadOnlySet<int> codes)
    {
        if (text.Length > LongestText)
            text = text[..LongestText];
        var found = new List<(int Code, Sign Sign)>();
        for (var from = 0; from < text.Length && found.Count < MostFound;)
        {
            var at = text[from..].IndexOfAny(_texts);
            if (at < 0)
                break;
            at += from;
            from = at + 1;
            if (TextAt(text, at) is not { } sign)
                continue;
            from = at + sign.Length;
            foreach (var one in Fitting(sign, codes))
            {
                if (!found.Contains(one))
                    found.Add(one);
            }
        }

        return found;
    }

    // The longest sign that stands there as a whole word.
    private string? TextAt(ReadOnlySpan<char> text, int at)
    {
        foreach (var sign in _byFirst[char.ToLowerInvariant(text[at])])
        {
            var end = at + sign.Length;
            if (text[at..].StartsWith(sign, StringComparison.OrdinalIgnoreCase)
                && (at == 0 || !char.IsLetterOrDigit(sign[0]) || !char.IsLetterOrDigit(text[at - 1]))
                && (end == text.Length || !char.IsLetterOrDigit(sign[^1]) || !char.IsLetterOrDigit(text[end])))
                return sign;
        }

        return null;
    }

    private IEnumerable<(int Code, Sign Sign)> Fitting(string sign, IReadOnlySet<int> codes) =>
        _byText[sign].Any(one => codes.Contains(one.Code)) ? _byText[sign].Where(one => codes.Contains(one.Code)) : _byText[sign];
}
