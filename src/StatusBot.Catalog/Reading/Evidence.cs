namespace StatusBot.Catalog.Reading;

/// <summary>What was read out of a text: codes and where they stand, nothing else of it.</summary>
/// <param name="Mentions">The codes, in their order.</param>
public sealed record Evidence(IReadOnlyList<Mention> Mentions)
{
    /// <summary>How often each code stands there, in the order in which they first do.</summary>
    public IReadOnlyList<(int Code, int Times)> Counts =>
        [.. Mentions.GroupBy(mention => mention.Code).Select(group => (group.Key, group.Count()))];
}
