using System.Globalization;
using StatusBot.Catalog.Loading;

namespace StatusBot.Catalog.Checks;

/// <summary>What a text is, which decides how it ends.</summary>
internal enum Wording
{
    /// <summary>The name of a code.</summary>
    Name,

    /// <summary>A piece of a line, without a full stop.</summary>
    Fragment,

    /// <summary>Whole sentences.</summary>
    Sentence,

    /// <summary>A question.</summary>
    Question,

    /// <summary>A fragment or whole sentences, whatever says it shorter.</summary>
    Either,
}

/// <summary>Every text of the data files that has two languages, with the place where it stands.</summary>
internal static class Worded
{
    // Aliases and symptoms are left out: they are what people type, spelling mistakes and all.
    public static IEnumerable<(string File, string Field, Wording Wording, LocalizedText Text)> In(CatalogData data)
    {
        foreach (var (file, code) in data.Codes)
        {
            for (var i = 0; i < code.Products.Count; i++)
            {
                var at = string.Create(CultureInfo.InvariantCulture, $"products[{i}]");
                yield return (file, at, Wording.Fragment, code.Products[i]);
                yield return (file, $"{at}.look", Wording.Fragment, code.Products[i].Look);
            }

            for (var i = 0; i < code.Signs.Count; i++)
                yield return (file, string.Create(CultureInfo.InvariantCulture, $"signs[{i}].shows"), Wording.Fragment, code.Signs[i].Shows);
            for (var i = 0; i < code.Meanings.Count; i++)
            {
                var at = string.Create(CultureInfo.InvariantCulture, $"meanings[{i}]");
                foreach (var (field, wording, text) in In(code.Meanings[i]))
                    yield return (file, $"{at}.{field}", wording, text);
            }
        }

        foreach (var (file, comparison) in data.Comparisons)
        {
            yield return (file, "question", Wording.Question, comparison.Question);
            for (var i = 0; i < comparison.Differences.Count; i++)
                yield return (file, string.Create(CultureInfo.InvariantCulture, $"differences[{i}]"), Wording.Sentence, comparison.Differences[i]);
            yield return (file, "observe", Wording.Sentence, comparison.Observe);
            yield return (file, "mistake", Wording.Sentence, comparison.Mistake);
        }
    }

    private static IEnumerable<(string Field, Wording Wording, LocalizedText Text)> In(Meaning meaning)
    {
        yield return ("phrase", Wording.Name, meaning.Phrase);
        yield return ("summary", Wording.Sentence, meaning.Summary);
        for (var i = 0; i < meaning.Causes.Count; i++)
            yield return (string.Create(CultureInfo.InvariantCulture, $"causes[{i}]"), Wording.Fragment, meaning.Causes[i]);
        if (meaning.Behavior is { } behavior)
            yield return ("behavior", Wording.Sentence, behavior);
        if (meaning.Advice is { } advice)
        {
            yield return ("advice.caller", Wording.Sentence, advice.Caller);
            yield return ("advice.server", Wording.Sentence, advice.Server);
        }

        if (meaning.Retry is { } retry)
            yield return ("retry", Wording.Either, retry);
        if (meaning.Cache is { } cache)
            yield return ("cache", Wording.Fragment, cache);
        for (var i = 0; i < meaning.Headers.Count; i++)
            yield return (string.Create(CultureInfo.InvariantCulture, $"headers[{i}]"), Wording.Fragment, meaning.Headers[i]);
    }
}
