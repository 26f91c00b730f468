namespace StatusBot.Catalog.Reading;

/// <summary>What was read out of a text: codes, fields and signs by names of ours. Nothing else of the text is kept.</summary>
/// <param name="Mentions">The codes, in their order.</param>
/// <param name="Verdict">Where it went wrong; null where the text does not tell.</param>
/// <param name="Signs">The signs that stand in it, each with its code, in their order.</param>
public sealed record Evidence(IReadOnlyList<Mention> Mentions, Verdict? Verdict, IReadOnlyList<(int Code, Sign Sign)> Signs)
{
    /// <summary>How often each code stands there, in the order in which they first do.</summary>
    public IReadOnlyList<(int Code, int Times)> Counts =>
        [.. Mentions.GroupBy(mention => mention.Code).Select(group => (group.Key, group.Count()))];
}
