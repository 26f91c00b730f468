using StatusBot.Catalog.Reading.Formats;

namespace StatusBot.Catalog.Reading;

/// <summary>Reads the status codes out of what somebody pasted.</summary>
internal sealed class EvidenceReader
{
    private readonly KnownCodes _known;

    public EvidenceReader(IReadOnlyList<StatusCode> codes) => _known = new KnownCodes(codes);

    /// <summary>Reads a text.</summary>
    public Evidence Read(string text)
    {
        var context = TextContext.Of(text);
        var plain = new PlainReader(_known);
        var found = new Findings(_known);
        ILineReader[] formats = [new LoadBalancerLines(), new TableLines(), new W3cLines(), new CloudFrontLines(), new LoadToolLines(text)];
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range];
            if (!IsReadBy(formats, line, found))
                plain.Read(line, context, found);
            found.Line++;
        }

        return new Evidence(found.Mentions, Verdict: null, Signs: []);
    }

    private static bool IsReadBy(ILineReader[] formats, ReadOnlySpan<char> line, Findings found)
    {
        foreach (var format in formats)
        {
            if (format.Read(line, found))
                return true;
        }

        return false;
    }
}
