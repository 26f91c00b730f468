using StatusBot.Catalog.Lookup;
using StatusBot.Catalog.Reading;
using StatusBot.Catalog.Search;

namespace StatusBot.Catalog;

/// <summary>All that is known about status codes. Immutable, and safe to use from any thread.</summary>
public interface IStatusCatalog
{
    /// <summary>More codes than these are not looked up in one text.</summary>
    const int MostListed = 12;

    /// <summary>No more characters of a symptom are read.</summary>
    const int LongestSymptom = 300;

    /// <summary>Every code, ascending.</summary>
    IReadOnlyList<StatusCode> Codes { get; }

    /// <summary>Every curated comparison, by its codes.</summary>
    IReadOnlyList<Comparison> Comparisons { get; }

    /// <summary>Every document that a fact rests on, by name.</summary>
    IReadOnlyList<SourceDocument> Sources { get; }

    /// <summary>The code with this number, or null when we know none.</summary>
    StatusCode? Get(int code);

    /// <summary>The curated comparison of exactly these codes in any order, or null.</summary>
    Comparison? Compare(IEnumerable<int> codes);

    /// <summary>The curated comparisons in which a code occurs, those with its closest relatives first.</summary>
    IReadOnlyList<Comparison> ComparisonsOf(int code);

    /// <summary>The link to what a citation names.</summary>
    Uri LinkTo(Citation citation);

    /// <summary>Finds what somebody means by a text: a number, a name, a constant, a class.</summary>
    /// <param name="text">Anything; no more than its first 6,000 characters count.</param>
    LookupResult Find(string text);

    /// <summary>Finds each of several codes in one text: <c>401 403</c>, <c>401 vs 403</c>, <c>not found, gone</c>.</summary>
    /// <param name="text">Anything; no more than its first 6,000 characters count.</param>
    /// <returns>One result for each piece, in order; empty when the text says nothing. At most <see cref="MostListed"/>.</returns>
    IReadOnlyList<LookupResult> FindAll(string text);

    /// <summary>What somebody may be about to type, the likeliest first.</summary>
    /// <param name="text">What is typed so far; empty for the codes that are asked for most.</param>
    /// <param name="limit">At most so many.</param>
    IReadOnlyList<StatusCode> Complete(string text, int limit);

    /// <summary>Finds codes by what somebody sees or wants: words in English, Korean or both, headers, lines of a log.</summary>
    /// <param name="symptom">Anything; no more than its first <see cref="LongestSymptom"/> characters count.</param>
    SearchResult Search(string symptom);

    /// <summary>Reads the status codes out of what somebody pasted: logs, exceptions, configuration, program code, prose.</summary>
    /// <param name="text">Anything. Time and memory grow with its length alone.</param>
    Evidence Read(string text);

    /// <summary>The same for a text that comes as it is read, in constant memory.</summary>
    /// <param name="text">Anything, of any length.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<Evidence> ReadAsync(TextReader text, CancellationToken cancellationToken);
}
