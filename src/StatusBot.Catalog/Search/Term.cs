namespace StatusBot.Catalog.Search;

/// <summary>A unit of comparison: a concept, an English stem, or two syllables of Korean.</summary>
/// <param name="Key">What is compared: <c>#too-large</c>, <c>proxi</c>, <c>회사</c>.</param>
/// <param name="Surface">How it stands in the text.</param>
/// <param name="Certainty">1 as it stands, less for what may have been meant by a typing error.</param>
internal readonly record struct Term(string Key, string Surface, double Certainty = 1)
{
    /// <summary>What a concept's key begins with.</summary>
    public const char ConceptMark = '#';

    /// <summary>Whether it is a concept, and so the same in both languages.</summary>
    public bool IsConcept => Key[0] == ConceptMark;
}
