using StatusBot.Catalog.Reading.Clues;
using StatusBot.Catalog.Reading.Formats;

namespace StatusBot.Catalog.Reading;

/// <summary>Reads the status codes out of what somebody pasted.</summary>
internal sealed class EvidenceReader
{
    private readonly KnownCodes _known;
    private readonly SignReader _signs;

    public EvidenceReader(IReadOnlyList<StatusCode> codes)
    {
        _known = new KnownCodes(codes);
        _signs = new SignReader(codes);
    }

    /// <summary>Reads a text.</summary>
    public Evidence Read(string text)
    {
        var context = TextContext.Of(text);
        var plain = new PlainReader(_known);
        var found = new Findings(_known);
        ILineReader[] formats = [new LoadBalancerLines(), new NginxLines(), new TableLines(), new W3cLines(), new CloudFrontLines(), new LoadToolLines(text), new RuleLines()];
        var notes = new CaseNotes();
        IClueReader[] clues = [new LoadBalancerClues(), new HaproxyClues(), new EnvoyClues(), new IisClues(), new GatewayJsonClues(), new NginxClues(), new TraceClues(), new ErrorTextClues()];
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range];
            if (!IsReadBy(formats, line, found))
                plain.Read(line, context, found);
            foreach (var clue in clues)
                clue.Read(line, notes);
            found.Line++;
        }

        return new Evidence(found.Mentions, Diagnosis.Of(notes), _signs.Read(text, found.Mentions.Select(mention => mention.Code).ToHashSet()));
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
