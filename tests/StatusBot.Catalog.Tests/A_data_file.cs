using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using StatusBot.Catalog.Loading;
using StatusBot.Catalog.Loading.Mapping;

namespace StatusBot.Catalog.Tests;

/// <summary>Whatever an author gets wrong in a file is said with the field's name.</summary>
public sealed class A_data_file
{
    // What a file may leave out; all else has to be there.
    private static readonly HashSet<string> Optional =
    [
        "$schema", "products", "symptoms", "signs", "names", "related", "aliases", "formerPhrases", "causes", "behavior", "advice", "fixedBy", "retry", "header", "cache",
        "headers", "arises", "example", "inCode", "section", "dated", "sections", "namesOf",
    ];

    private static readonly string[] Files =
        [.. new[] { "codes", "comparisons", "sources" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(TheCatalog.Folder, folder))).Order(StringComparer.Ordinal)];

    [Property(MaxTest = 2000)]
    public Property With_one_mistake_is_named_with_its_field(NonNegativeInt file, NonNegativeInt place, NonNegativeInt mistake)
    {
        var path = Files[file.Get % Files.Length];
        var json = JsonNode.Parse(File.ReadAllText(path))!;
        var places = Places(json, "").ToArray();
        var (parent, name, index, field) = places[place.Get % places.Length];
        var made = Make(parent, name, index, mistake.Get % 8);

        var findings = Read($"Data/{Path.GetFileName(Path.GetDirectoryName(path))}/{Path.GetFileName(path)}", json.ToJsonString());

        return (made switch
        {
            Mistake.None => findings.Count == 0,
            Mistake.LeftOut when name is null || Optional.Contains(name) || IsEcosystem(field) || IsProductOfSign(field) => findings.Count == 0,
            _ => findings.Any(finding => finding.Field.StartsWith(field, StringComparison.Ordinal)),
        }).Label($"{Path.GetFileName(path)} {field} {made}: {string.Join(Environment.NewLine, findings)}");
    }

    [Fact]
    public void Writes_the_values_of_an_enum_as_the_members_are_called()
    {
        Assert.Equal(Enum.GetNames<RegistrationState>().Select(Written), WrittenNames.RegistrationState);
        Assert.Equal(Enum.GetNames<Party>().Select(Written), WrittenNames.Party);
        Assert.Equal(Enum.GetNames<RetryVerdict>().Select(Written), WrittenNames.RetryVerdict);
        Assert.Equal(Enum.GetNames<Hop>().Select(Written), WrittenNames.Hop);
        Assert.Equal(Enum.GetNames<SourceKind>().Select(Written), WrittenNames.SourceKind);
    }

    private enum Mistake
    {
        None,
        LeftOut,
        Renamed,
        Null,
        OtherType,
    }

    private static Mistake Make(JsonNode parent, string? name, int index, int which)
    {
        var value = name is null ? parent[index]! : parent[name]!;
        if (which == 0)
        {
            if (name is null)
                parent.AsArray().RemoveAt(index);
            else
                parent.AsObject().Remove(name);
            return Mistake.LeftOut;
        }

        if (which == 1 && name is not null)
        {
            parent.AsObject().Remove(name);
            parent[$"{name}x"] = value;
            return Mistake.Renamed;
        }

        JsonNode? other = which switch { 3 => "x", 4 => 1.5, 5 => true, 6 => new JsonArray(), 7 => new JsonObject(), _ => null };
        var made = other is null ? Mistake.Null : Kind(other) == Kind(value) && which != 4 ? Mistake.None : Mistake.OtherType;
        if (made is Mistake.None)
            return made;
        if (name is null)
            parent[index] = other;
        else
            parent[name] = other;
        return made;
    }

    private static bool IsProductOfSign(string field) => field.StartsWith("signs", StringComparison.Ordinal) && field.EndsWith(".product", StringComparison.Ordinal);

    private static bool IsEcosystem(string field) => field.StartsWith("names.", StringComparison.Ordinal) && field != "names.checked";

    private static JsonValueKind Kind(JsonNode node) => node.GetValueKind() is JsonValueKind.False ? JsonValueKind.True : node.GetValueKind();

    private static IEnumerable<(JsonNode Parent, string? Name, int Index, string Field)> Places(JsonNode node, string field)
    {
        if (node is JsonObject fields)
        {
            foreach (var (name, value) in fields)
            {
                var at = field.Length == 0 ? name : $"{field}.{name}";
                yield return (node, name, -1, at);
                foreach (var place in Places(value!, at))
                    yield return place;
            }
        }
        else if (node is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                var at = string.Create(CultureInfo.InvariantCulture, $"{field}[{i}]");
                yield return (node, null, i, at);
                foreach (var place in Places(items[i]!, at))
                    yield return place;
            }
        }
    }

    private static IReadOnlyList<Finding> Read(string file, string text)
    {
        try
        {
            CatalogReader.Read([file], _ => new MemoryStream(Encoding.UTF8.GetBytes(text)));
            return [];
        }
        catch (CatalogException broken)
        {
            return broken.Findings;
        }
    }

    private static string Written(string member) => JsonNamingPolicy.KebabCaseLower.ConvertName(member);
}
