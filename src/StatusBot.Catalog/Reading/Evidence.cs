namespace StatusBot.Catalog.Reading;

/// <summary>What was read out of a text: codes, fields and signs by names of ours. Nothing else of the text is kept.</summary>
/// <param name="Counts">The codes and how often each stands there, in the order in which they first do.</param>
/// <param name="Verdict">Where it went wrong; null where the text does not tell.</param>
/// <param name="Signs">The signs that stand in it, each with its code, in their order.</param>
public sealed record Evidence(IReadOnlyList<CodeCount> Counts, Verdict? Verdict, IReadOnlyList<(int Code, Sign Sign)> Signs);

/// <summary>A code, and how often it stands in a text.</summary>
public readonly record struct CodeCount(int Code, int Times);
