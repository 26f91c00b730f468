using System.Globalization;
using System.Text.Json;

namespace StatusBot.Catalog.Loading;

/// <summary>
/// One object of a data file, read field by field, and strictly: a misspelt field must not be lost in silence. Whatever is wrong
/// is noted with its path, and reading goes on, so that an author sees all of it at once.
/// </summary>
/// <remarks>
/// Not the serializer, because the metadata that it builds for our types has to be compiled at every start and takes longer than
/// all the rest; <see cref="JsonElement"/> comes compiled with .NET. What stands in for a missing value is dropped with its file.
/// </remarks>
internal sealed class JsonFields
{
    private readonly JsonElement _object;
    private readonly JsonFields? _parent;
    private readonly string _name;
    private readonly int _index;
    private readonly string _file;
    private readonly List<Finding> _findings;
    private readonly List<string> _known = [];
    private int _read;

    private JsonFields(JsonElement element, JsonFields? parent, string name, int index, string file, List<Finding> findings)
    {
        _object = element;
        _parent = parent;
        _name = name;
        _index = index;
        _file = file;
        _findings = findings;
    }

    /// <summary>Reads the object that is a whole file; null when it is no object.</summary>
    public static T? ReadFile<T>(string file, JsonElement root, Func<JsonFields, T> map, List<Finding> findings)
        where T : class
    {
        if (root.ValueKind is JsonValueKind.Object)
            return new JsonFields(root, null, "", NoIndex, file, findings).Read(map);

        findings.Add(new Finding(file, "$", root.ValueKind is JsonValueKind.Null ? "is null; write an object" : "is not an object"));
        return null;
    }

    /// <summary>The schema that editors check the file against while it is written; not used here.</summary>
    public void Schema() => OptionalText("$schema");

    public string Text(string name) => Required(name, out var value) ? TextOf(name, NoIndex, value) ?? "" : "";

    public string? OptionalText(string name) => Optional(name, out var value) ? TextOf(name, NoIndex, value) : null;

    public IReadOnlyList<string> Texts(string name) => Required(name, out var value) ? TextsOf(name, value) : [];

    public IReadOnlyList<string> OptionalTexts(string name) => Optional(name, out var value) ? TextsOf(name, value) : [];

    public int Number(string name) => Required(name, out var value) ? NumberOf(name, NoIndex, value) : 0;

    public IReadOnlyList<int> Numbers(string name) => Required(name, out var value) ? NumbersOf(name, value) : [];

    public IReadOnlyList<int> OptionalNumbers(string name) => Optional(name, out var value) ? NumbersOf(name, value) : [];

    public bool Flag(string name)
    {
        if (!Required(name, out var value))
            return false;
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            Wrong(name, NoIndex, "is not true or false");
        return value.ValueKind is JsonValueKind.True;
    }

    public DateOnly Day(string name)
    {
        if (!Required(name, out var value) || TextOf(name, NoIndex, value) is not { } text)
            return default;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            Wrong(name, NoIndex, "is not a day such as 2026-01-31");
        return day;
    }

    public Uri Link(string name)
    {
        if (!Required(name, out var value) || TextOf(name, NoIndex, value) is not { } text)
            return null!;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var link))
            Wrong(name, NoIndex, "is not a whole address such as https://example.com/");
        return link!;
    }

    public Citation Citation(string name) => Required(name, out var value) ? CitationOf(name, NoIndex, value) : default;

    public IReadOnlyList<Citation> Citations(string name)
    {
        if (!Required(name, out var value) || !IsList(name, value))
            return [];
        var citations = new Citation[value.GetArrayLength()];
        for (var i = 0; i < citations.Length; i++)
            citations[i] = CitationOf(name, i, value[i]);
        return citations;
    }

    /// <summary>Which of several words it is, by their order.</summary>
    public int OneOf(string name, string[] words) => Required(name, out var value) ? WordOf(name, NoIndex, value, words) : 0;

    /// <inheritdoc cref="OneOf"/>
    public int? OptionalOneOf(string name, string[] words) => Optional(name, out var value) ? WordOf(name, NoIndex, value, words) : null;

    /// <inheritdoc cref="OneOf"/>
    public IReadOnlyList<int> OptionalOnesOf(string name, string[] words)
    {
        if (!Optional(name, out var value) || !IsList(name, value))
            return [];
        var found = new int[value.GetArrayLength()];
        for (var i = 0; i < found.Length; i++)
            found[i] = WordOf(name, i, value[i], words);
        return found;
    }

    public T Object<T>(string name, Func<JsonFields, T> map)
        where T : class => Required(name, out var value) ? ObjectOf(name, NoIndex, value, map) : null!;

    public T? OptionalObject<T>(string name, Func<JsonFields, T> map)
        where T : class => Optional(name, out var value) ? ObjectOf(name, NoIndex, value, map) : null;

    public IReadOnlyList<T> Objects<T>(string name, Func<JsonFields, T> map)
        where T : class => Required(name, out var value) ? ObjectsOf(name, value, map) : [];

    public IReadOnlyList<T> OptionalObjects<T>(string name, Func<JsonFields, T> map)
        where T : class => Optional(name, out var value) ? ObjectsOf(name, value, map) : [];

    private const int NoIndex = -1;

    private bool Required(string name, out JsonElement value)
    {
        if (!Find(name, out value))
            Wrong(name, NoIndex, "is missing; write it");
        else if (value.ValueKind is JsonValueKind.Null)
            Wrong(name, NoIndex, "is null; write a value");
        else
            return true;

        return false;
    }

    private bool Optional(string name, out JsonElement value)
    {
        if (!Find(name, out value))
            return false;
        if (value.ValueKind is not JsonValueKind.Null)
            return true;

        Wrong(name, NoIndex, "is null; write a value or take the field out");
        return false;
    }

    private bool Find(string name, out JsonElement value)
    {
        _known.Add(name);
        if (!_object.TryGetProperty(name, out value))
            return false;

        _read++;
        return true;
    }

    private T Read<T>(Func<JsonFields, T> map)
    {
        var value = map(this);
        if (_object.GetPropertyCount() != _read)
            Refuse();
        return value;
    }

    // Unknown fields, and the second of two with the same name.
    private void Refuse()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in _object.EnumerateObject())
        {
            if (!seen.Add(property.Name))
                Wrong(property.Name, NoIndex, "stands twice; take one out");
            else if (!_known.Contains(property.Name))
                Wrong(property.Name, NoIndex, "is unknown; correct its name or take it out");
        }
    }

    private string? TextOf(string name, int index, JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.String)
        {
            Wrong(name, index, "is not a text");
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            Wrong(name, index, "is no valid Unicode: not UTF-8, or half a surrogate pair");
            return null;
        }
    }

    private string[] TextsOf(string name, JsonElement value)
    {
        if (!IsList(name, value))
            return [];
        var texts = new string[value.GetArrayLength()];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = TextOf(name, i, value[i]) ?? "";
        return texts;
    }

    private int NumberOf(string name, int index, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number))
            return number;

        Wrong(name, index, "is not a whole number");
        return 0;
    }

    private int[] NumbersOf(string name, JsonElement value)
    {
        if (!IsList(name, value))
            return [];
        var numbers = new int[value.GetArrayLength()];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = NumberOf(name, i, value[i]);
        return numbers;
    }

    private Citation CitationOf(string name, int index, JsonElement value)
    {
        if (TextOf(name, index, value) is not { } text)
            return default;
        if (text.Length == 0)
            Wrong(name, index, "is empty; write a citation such as \"RFC 9110 §15.5.4\"");
        return Catalog.Citation.Parse(text);
    }

    private int WordOf(string name, int index, JsonElement value, string[] words)
    {
        if (TextOf(name, index, value) is not { } text)
            return 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] == text)
                return i;
        }

        Wrong(name, index, $"is \"{text}\"; write one of {string.Join(", ", words)}");
        return 0;
    }

    private T ObjectOf<T>(string name, int index, JsonElement value, Func<JsonFields, T> map)
        where T : class
    {
        if (value.ValueKind is JsonValueKind.Object)
            return new JsonFields(value, this, name, index, _file, _findings).Read(map);

        Wrong(name, index, "is not an object");
        return null!;
    }

    private T[] ObjectsOf<T>(string name, JsonElement value, Func<JsonFields, T> map)
        where T : class
    {
        if (!IsList(name, value))
            return [];
        var objects = new T[value.GetArrayLength()];
        for (var i = 0; i < objects.Length; i++)
            objects[i] = ObjectOf(name, i, value[i], map);
        return objects;
    }

    private bool IsList(string name, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Array)
            return true;

        Wrong(name, NoIndex, "is not a list");
        return false;
    }

    private void Wrong(string name, int index, string problem) => _findings.Add(new Finding(_file, PathTo(name, index), problem));

    private string PathTo(string name, int index)
    {
        var field = _parent is null ? name : $"{_parent.PathTo(_name, _index)}.{name}";
        return index == NoIndex ? field : string.Create(CultureInfo.InvariantCulture, $"{field}[{index}]");
    }
}
