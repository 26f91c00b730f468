using StatusBot.Catalog.Reading.Clues;
using StatusBot.Catalog.Reading.Formats;

namespace StatusBot.Catalog.Reading;

/// <summary>Reads the status codes out of what somebody pasted, line by line: each reader of a format in turn, and last the general one.</summary>
internal sealed class EvidenceReader
{
    // What a text is about shows in its beginning; so long a line is read in parts.
    private const int Beginning = 64 * 1024;

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
        var reading = new Reading(text, _known);
        reading.Lines(text, isLast: true);
        return Conclude(reading, text);
    }

    /// <summary>Reads a text of any length in constant memory.</summary>
    public async Task<Evidence> ReadAsync(TextReader text, CancellationToken cancellationToken)
    {
        var block = new char[Beginning];
        var length = await text.ReadBlockAsync(block, cancellationToken);
        var beginning = new string(block, 0, length);
        var reading = new Reading(beginning, _known);
        while (length > 0)
        {
            var isLast = length < block.Length;
            var read = reading.Lines(block.AsSpan(0, length), isLast);
            if (isLast)
                break;
            var rest = length - read;
            block.AsSpan(read, rest).CopyTo(block);
            length = rest + await text.ReadBlockAsync(block.AsMemory(rest), cancellationToken);
        }

        return Conclude(reading, beginning);
    }

    private Evidence Conclude(Reading reading, string beginning) =>
        new(reading.Found.Counts, Diagnosis.Of(reading.Notes), _signs.Read(beginning, reading.Found.Counts.Select(count => count.Code).ToHashSet()));

    /// <summary>The reading of one text, with what its earlier lines said about the later ones.</summary>
    private sealed class Reading(string beginning, KnownCodes known)
    {
        private readonly TextContext _context = TextContext.Of(beginning.Length <= Beginning ? beginning : beginning[..Beginning]);
        private readonly PlainReader _plain = new(known);

        private readonly ILineReader[] _formats =
            [new LoadBalancerLines(), new NginxLines(), new TableLines(), new W3cLines(), new CloudFrontLines(), new LoadToolLines(beginning), new RuleLines()];

        private readonly IClueReader[] _clues =
            [new LoadBalancerClues(), new HaproxyClues(), new EnvoyClues(), new IisClues(), new GatewayJsonClues(), new NginxClues(), new TraceClues(), new ErrorTextClues()];

        public Findings Found { get; } = new(known);

        public CaseNotes Notes { get; } = new();

        /// <summary>Reads whole lines.</summary>
        /// <returns>How many characters were read; what is left is the beginning of a line that goes on.</returns>
        public int Lines(ReadOnlySpan<char> text, bool isLast)
        {
            var from = 0;
            while (from < text.Length)
            {
                var end = text[from..].IndexOf('\n');
                if (end < 0 && !isLast && from > 0)
                    return from;
                var line = end < 0 ? text[from..] : text.Slice(from, end);
                Line(line);
                from += line.Length + (end < 0 ? 0 : 1);
            }

            return from;
        }

        private void Line(ReadOnlySpan<char> line)
        {
            if (!IsReadByFormat(line))
                _plain.Read(line, _context, Found);
            foreach (var clue in _clues)
                clue.Read(line, Notes);
        }

        private bool IsReadByFormat(ReadOnlySpan<char> line)
        {
            foreach (var format in _formats)
            {
                if (format.Read(line, Found))
                    return true;
            }

            return false;
        }
    }
}
