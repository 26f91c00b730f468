using System.Text.Json;
using Json.Schema;
using StatusBot.Catalog.Search;
using StatusBot.Catalog.Text;

namespace StatusBot.Catalog.Tests;

/// <summary>What holds for <c>Data/search</c>, by which questions are read.</summary>
public sealed class The_search_words
{
    private static readonly SearchWords Words = SearchJson.ReadWords();

    private static readonly Elsewhere Elsewhere = SearchJson.ReadElsewhere();

    [Theory]
    [InlineData("words.json", "words.schema.json")]
    [InlineData("elsewhere.json", "elsewhere.schema.json")]
    public void Follow_their_schema(string file, string schemaFile)
    {
        var folder = Path.Combine(TheCatalog.Folder, "search");
        var schema = JsonSchema.FromText(File.ReadAllText(Path.Combine(folder, schemaFile)));
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, file)));

        var result = schema.Evaluate(json.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });

        Assert.Empty((result.Details ?? []).Where(detail => detail.Errors is not null)
            .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}")));
        Assert.Equal(schemaFile, json.RootElement.GetProperty("$schema").GetString());
    }

    [Fact]
    public void Have_one_name_each()
    {
        Assert.Empty(Twice(Words.Concepts.Select(concept => concept.Id)));
        Assert.Empty(Twice(Elsewhere.Topics.Select(topic => topic.Id)));
    }

    [Fact]
    public void Say_one_thing_each() => Assert.Empty(
        Twice(Words.Concepts.SelectMany(concept => concept.En.Select(Folded).Distinct()))
            .Concat(Twice(Words.Concepts.SelectMany(concept => concept.Ko.Select(Together).Distinct()))));

    [Fact]
    public void Are_no_filler_where_they_say_something() => Assert.Empty(
        Words.Concepts.SelectMany(concept => concept.En).Select(Folded).Intersect(Words.Filler.En.Select(Folded))
            .Concat(Words.Concepts.SelectMany(concept => concept.Ko).Select(Together).Intersect(Words.Filler.Ko.Select(Together))));

    [Fact]
    public void Of_English_are_as_long_as_is_read() => Assert.Empty(
        Words.Concepts.SelectMany(concept => concept.En).Concat(Words.Filler.En)
            .Where(form => TextFolding.Words(TextFolding.Fold(form)).Count > Search.Vocabulary.MostWords));

    [Fact]
    public void Of_another_field_belong_to_one_field() => Assert.Empty(
        Twice(Elsewhere.Topics.SelectMany(topic => topic.En.Concat(topic.Ko).Select(TextFolding.Fold).Distinct())));

    [Fact]
    public void Of_another_field_are_no_name_of_a_code()
    {
        var names = TheCatalog.Instance.Codes
            .SelectMany(code => code.Meanings)
            .SelectMany(meaning => meaning.Aliases.En.Concat(meaning.Aliases.Ko).Append(meaning.Phrase.En).Append(meaning.Phrase.Ko))
            .Select(TextFolding.Fold)
            .ToHashSet();
        Assert.Empty(Elsewhere.Topics.SelectMany(topic => topic.En.Concat(topic.Ko)).Select(TextFolding.Fold).Where(names.Contains));
    }

    private static string Folded(string form) => TextFolding.Fold(form);

    private static string Together(string form) => TextFolding.Fold(form).Replace(" ", "", StringComparison.Ordinal);

    private static IEnumerable<string> Twice(IEnumerable<string> names) =>
        names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key);
}
