namespace StatusBot.Catalog.Search;

/// <summary>What a search by symptom came to.</summary>
public abstract record SearchResult
{
    private SearchResult()
    {
    }

    /// <summary>Codes that fit, the best first; at most <see cref="SymptomSearch.MostHits"/>.</summary>
    public sealed record Hits(IReadOnlyList<SearchHit> Codes) : SearchResult;

    /// <summary>It is a matter of another field, which has errors of its own: mail, a shell, a database.</summary>
    /// <param name="Topic">What to call that field.</param>
    public sealed record Elsewhere(LocalizedText Topic) : SearchResult;

    /// <summary>Nothing fits.</summary>
    public sealed record Nothing : SearchResult;
}

/// <summary>A code that fits, and why.</summary>
/// <param name="Code">The code.</param>
/// <param name="Sign">The sign of it that was found, or null.</param>
/// <param name="Words">The words that led to it, those that tell it best first; letters and digits alone.</param>
public sealed record SearchHit(StatusCode Code, Sign? Sign, IReadOnlyList<string> Words);
