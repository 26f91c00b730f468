using StatusBot.Catalog.Text;

namespace StatusBot.Catalog.Search;

/// <summary>Tells when a question is about something that has no HTTP status.</summary>
internal sealed class OtherFields
{
    private readonly IReadOnlyList<ElsewhereTopic> _topics;
    private readonly PhraseIndex _forms;
    private readonly (int Topic, double Weight)[] _weights;

    public OtherFields(Elsewhere elsewhere)
    {
        _topics = elsewhere.Topics;
        var forms = _topics.SelectMany((topic, at) => topic.En.Concat(topic.Ko).Select(form => (Text: TextFolding.Fold(form), Topic: at))).ToArray();
        _forms = new PhraseIndex([.. forms.Select(form => form.Text)]);
        _weights = [.. forms.Select(form => (form.Topic, 0.5 + (0.5 * form.Text.Split(' ').Length)))];
    }

    /// <summary>The field that most forms of a folded text belong to, and how many those are, longer ones counting more.</summary>
    public (LocalizedText? Field, double Forms) Find(string text)
    {
        Span<double> forms = stackalloc double[_topics.Count];
        forms.Clear();
        var most = 0;
        foreach (var form in _forms.In(text))
            forms[_weights[form].Topic] += _weights[form].Weight;
        for (var topic = 1; topic < forms.Length; topic++)
        {
            if (forms[topic] > forms[most])
                most = topic;
        }

        return forms[most] > 0 ? (_topics[most].Name, forms[most]) : (null, 0);
    }
}
