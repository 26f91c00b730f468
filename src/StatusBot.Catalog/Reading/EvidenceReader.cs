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
        var mentions = new List<Mention>();
        var number = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = number++;
            plain.Read(text.AsSpan()[range], context, code => mentions.Add(new Mention(code, MentionRole.Spoken, line)));
        }

        return new Evidence(mentions);
    }
}
