namespace StatusBot.Catalog.Reading;

/// <summary>Makes sets of words that are looked up as they stand in a line, whatever their case.</summary>
internal static class WordSet
{
    /// <summary>A set of the words of a text, which are separated by white space.</summary>
    public static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Of(string words) =>
        new HashSet<string>(words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
