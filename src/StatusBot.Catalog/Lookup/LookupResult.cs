namespace StatusBot.Catalog.Lookup;

/// <summary>What a text was found to mean.</summary>
public abstract record LookupResult
{
    private LookupResult()
    {
    }

    /// <summary>One code that we know.</summary>
    public sealed record Found(StatusCode Code) : LookupResult;

    /// <summary>More than one code fits, the likeliest first; at most <see cref="NameIndex.MostGuesses"/>.</summary>
    public sealed record Several(IReadOnlyList<StatusCode> Codes) : LookupResult;

    /// <summary>A class of codes, such as <c>4xx</c>.</summary>
    public sealed record WholeClass(StatusClass Class) : LookupResult;

    /// <summary>A number that may stand in a response, 100 to 999, but that nobody registered and we know no vendor of.</summary>
    /// <param name="Number">The number.</param>
    /// <param name="Nearest">The known codes next to it, the nearest first.</param>
    public sealed record Unregistered(int Number, IReadOnlyList<StatusCode> Nearest) : LookupResult
    {
        /// <summary>The class that the number belongs to.</summary>
        public StatusClass Class => StatusClasses.Of(Number);
    }

    /// <summary>Nothing that is a status code.</summary>
    /// <param name="Guesses">What may have been meant, the likeliest first.</param>
    public sealed record Nothing(IReadOnlyList<StatusCode> Guesses) : LookupResult;
}
