using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Json.Schema;
using StatusBot.Catalog.Checks;
using StatusBot.Catalog.Loading;

namespace StatusBot.Catalog.Tests;

/// <summary>What holds for every data file; each failure names the file and the field.</summary>
public sealed partial class The_data_files
{
    public static TheoryData<string, string> Folders() => new()
    {
        { "codes", "code.schema.json" },
        { "comparisons", "comparison.schema.json" },
        { "sources", "source.schema.json" },
    };

    [Theory, MemberData(nameof(Folders))]
    public void Follow_their_schema(string folder, string schemaFile)
    {
        var schema = JsonSchema.FromText(File.ReadAllText(Path.Combine(TheCatalog.Folder, schemaFile)));
        var options = new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true };
        var wrong = Directory.EnumerateFiles(Path.Combine(TheCatalog.Folder, folder))
            .SelectMany(file =>
            {
                using var json = JsonDocument.Parse(File.ReadAllText(file));
                var result = schema.Evaluate(json.RootElement, options);
                return result.IsValid
                    ? []
                    : (result.Details ?? []).Where(detail => detail.Errors is not null)
                        .SelectMany(detail => detail.Errors!.Select(error => $"{Path.GetFileName(file)} {detail.InstanceLocation}: {error.Value}"));
            });
        Assert.Empty(wrong);
    }

    [Theory, MemberData(nameof(Folders))]
    public void Name_their_schema_so_that_editors_help(string folder, string schemaFile) => Assert.Empty(
        Directory.EnumerateFiles(Path.Combine(TheCatalog.Folder, folder))
            .Where(file => !File.ReadAllText(file).Contains($"\"$schema\": \"../{schemaFile}\"", StringComparison.Ordinal)));

    [Fact]
    public void Keep_the_structural_rules() =>
        Assert.Empty(CatalogChecks.Structural.SelectMany(check => check.Check(TheCatalog.Data)));

    [Fact]
    public void Keep_the_editorial_rules() =>
        Assert.Empty(CatalogChecks.Editorial.SelectMany(check => check.Check(TheCatalog.Data)));

    [Fact]
    public void Speak_of_example_hosts_and_documentation_addresses_only()
    {
        var wrong = TheCatalog.Data.Codes
            .SelectMany(file => file.Value.Meanings.Select(meaning => meaning.Example).OfType<Example>()
                .SelectMany(example => example.Request.Concat(example.Response).Concat(example.Curl))
                .SelectMany(line => Hosts().Matches(line).Select(match => (file.File, Host: match.Groups["host"].Value))))
            .Where(found => !found.Host.EndsWith("example.com", StringComparison.Ordinal) && !found.Host.StartsWith("192.0.2.", StringComparison.Ordinal));
        Assert.Empty(wrong);
    }

    [Fact]
    public void Say_where_the_names_of_each_ecosystem_come_from()
    {
        var sourced = TheCatalog.Data.Sources.SelectMany(file => file.Value.NamesOf).ToHashSet();
        Assert.Empty(typeof(CodeNames).GetProperties()
            .Where(property => property.PropertyType == typeof(IReadOnlyList<string>))
            .Select(property => property.Name.ToLowerInvariant())
            .Except(sourced));
    }

    [Fact]
    public void Mention_and_format_nothing_by_accident() => Assert.Empty(
        TheCatalog.Data.Codes.SelectMany(file => file.Value.Meanings)
            .SelectMany(meaning => meaning.Causes.Append(meaning.Summary).Append(meaning.Behavior).OfType<LocalizedText>())
            .SelectMany(text => new[] { text.En, text.Ko })
            .Where(text => text.Contains("@everyone", StringComparison.Ordinal) || text.Contains("@here", StringComparison.Ordinal) || text.Contains("<@", StringComparison.Ordinal) || text.Count(c => c == '`') % 2 == 1));

    [Theory]
    [InlineData("Data/codes/403.json", """{"$schema":"","code":403,"popularity":1}""", "meanings")]
    [InlineData("Data/codes/403.json", """{"$schema":"","code":403,"popularity":1,"meanings":[{"owner":"IANA","state":"registered","source":"RFC 9110 §15.5.4","checked":"2026-01-01","phrase":{"en":"Forbidden"},"summary":{"en":"a","ko":"b","source":"RFC 9110 §15.5.4"}}]}""", "meanings[0].phrase.ko: is missing")]
    [InlineData("Data/codes/403.json", """{"$schema":"","code":403,"popularity":1,"meanings":[],"colour":"red"}""", "colour: is unknown")]
    [InlineData("Data/codes/403.json", """{"code":403,"popularity":1,"meanings":[],"code":404}""", "code: stands twice")]
    [InlineData("Data/codes/403.json", """{"code":"403","popularity":1,"meanings":[]}""", "code: is not a whole number")]
    [InlineData("Data/codes/403.json", """{"code":403,"popularity":1,"meanings":[],"names":null}""", "names: is null")]
    [InlineData("Data/codes/403.json", """{"code":403,"popularity":1,"meanings":[],"names":{"checked":"2026-02-30"}}""", "names.checked: is not a day")]
    [InlineData("Data/codes/403.json", """{"code":403,"popularity":1,"meanings":[],"names":{"checked":"2026-01-01","go":["\ud800"]}}""", "names.go[0]: is no valid Unicode")]
    [InlineData("Data/codes/403.json", """{"code":403,"popularity":1,"meanings":[],"\ud800":1}""", "$: has a field whose name")]
    [InlineData("Data/codes/403.json", "null", "$: is null")]
    [InlineData("Data/codes/403.json", "{", "$: is no valid JSON (line 1)")]
    [InlineData("Data/codes/403.json", "{\n\"code\": 403,\n}", "$: is no valid JSON (line 3)")]
    [InlineData("Data/codes/403.json", "{\n// none\n}", "$: is no valid JSON (line 2)")]
    [InlineData("Data/sources/a.json", """{"name":"a","title":"a","publisher":"a","kind":"RFC","url":"https://example.com/"}""", "kind: is \"RFC\"; write one of rfc, ")]
    [InlineData("Data/sources/a.json", """{"name":"a","title":"a","publisher":"a","kind":"rfc","url":"example"}""", "url: is not a whole address")]
    [InlineData("Data/403.json", "{}", "stands in no folder")]
    public void That_are_broken_are_named_with_their_field(string file, string text, string field)
    {
        var broken = Assert.Throws<CatalogException>(() => CatalogReader.Read([file], _ => new MemoryStream(Encoding.UTF8.GetBytes(text))));

        var found = Assert.Single(broken.Findings);
        Assert.Equal(file, found.File);
        Assert.Contains(field, found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void That_contradict_each_other_are_named_with_their_field()
    {
        var data = TheCatalog.Data;
        var broken = data with
        {
            Codes = [.. data.Codes.Select(file => file.Value.Code == 403 ? file with { Value = file.Value with { Related = [999_999] } } : file)],
            Comparisons = [.. data.Comparisons.Select(file => file.Value.Key == "401-403" ? file with { Value = file.Value with { Sources = [Citation.Parse("RFC 1 §1")] } } : file)],
        };

        var found = CatalogChecks.Structural.SelectMany(check => check.Check(broken));

        Assert.Equal(["Data/codes/403.json: related[0]", "Data/comparisons/401-403.json: sources[0]"], found.Select(one => $"{one.File}: {one.Field}"));
    }

    [Fact]
    public void That_make_no_catalogue_are_named_with_their_field()
    {
        var data = TheCatalog.Data;
        var broken = data with
        {
            Codes = [.. data.Codes.Select(file => file.Value.Code == 403 ? file with { Value = file.Value with { Related = [401, 999_999], Meanings = [] } } : file), data.Codes[0]],
            Comparisons = [.. data.Comparisons.Select(file => file.Value.Key == "401-403" ? file with { Value = file.Value with { Codes = [999_998] } } : file), data.Comparisons[0]],
            Sources = [.. data.Sources, data.Sources[0]],
        };

        var found = Assert.Throws<CatalogException>(() => new StatusCatalog(broken)).Findings;

        Assert.Equal(
            [
                "Data/codes/403.json: meanings", $"{data.Codes[0].File}: code", "Data/codes/403.json: related[1]",
                "Data/comparisons/401-403.json: codes", "Data/comparisons/401-403.json: codes[0]", $"{data.Comparisons[0].File}: codes",
                $"{data.Sources[0].File}: name",
            ],
            found.Select(one => $"{one.File}: {one.Field}"));
    }

    [GeneratedRegex(@"(?:Host: |https?://)(?<host>[A-Za-z0-9.-]+)")]
    private static partial Regex Hosts();
}
