using StatusBot.Catalog.Text;

namespace StatusBot.Catalog.Search;

/// <summary>Tells when a question is about something that has no HTTP status.</summary>
internal sealed class OtherFields
{
    private readonly IReadOnlyList<(LocalizedText Name, string Form)> _forms;

    public OtherFields(Elsewhere elsewhere) => _forms =
    [
        .. elsewhere.Topics.SelectMany(topic => topic.En.Concat(topic.Ko).Select(form => (topic.Name, TextFolding.Fold(form)))),
    ];

    /// <summary>The field that most forms of a text belong to, and how many those are, longer ones counting more.</summary>
    public (LocalizedText? Field, double Forms) Find(string text)
    {
        var folded = TextFolding.Fold(text);
        var found = new Dictionary<LocalizedText, double>(ReferenceEqualityComparer.Instance);
        foreach (var (name, form) in _forms)
        {
            if (StandsIn(folded, form))
                found[name] = found.GetValueOrDefault(name) + 0.5 + (0.5 * form.Split(' ').Length);
        }

        return found.Count == 0 ? (null, 0) : found.MaxBy(field => field.Value) is var most ? (most.Key, most.Value) : default;
    }

    private static bool StandsIn(string text, string form)
    {
        for (var at = text.IndexOf(form, StringComparison.Ordinal); at >= 0; at = text.IndexOf(form, at + 1, StringComparison.Ordinal))
        {
            var end = at + form.Length;
            // A word of English is whole; Korean has its endings.
            if ((at == 0 || !char.IsLetterOrDigit(form[0]) || !char.IsLetterOrDigit(text[at - 1]))
                && (end == text.Length || !char.IsAsciiLetterOrDigit(form[^1]) || !char.IsAsciiLetterOrDigit(text[end])))
                return true;
        }

        return false;
    }
}
