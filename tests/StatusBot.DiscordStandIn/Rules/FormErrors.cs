using System.Globalization;
using System.Text.Json.Nodes;

namespace StatusBot.StandIn.Rules;

/// <summary>What is wrong with a body, field by field, as Discord nests it (reference.mdx, "Error Messages").</summary>
internal sealed class FormErrors
{
    private readonly List<(string Path, string Code, string Message)> _found = [];

    public bool Any => _found.Count > 0;

    public override string ToString() => string.Join("; ", _found.Select(error => $"{error.Path}: {error.Message}"));

    public void Add(string path, string code, string message) => _found.Add((path, code, message));

    /// <summary>Discord's body: 50035, with the errors nested down to <c>_errors</c>.</summary>
    public JsonObject ToJson()
    {
        var errors = new JsonObject();
        foreach (var (path, code, message) in _found)
        {
            var at = errors;
            foreach (var part in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
            {
                if (at[part] is not JsonObject next)
                    at[part] = next = [];
                at = next;
            }

            if (at["_errors"] is not JsonArray list)
                at["_errors"] = list = [];
            list.Add(new JsonObject { ["code"] = code, ["message"] = message });
        }

        return new JsonObject { ["message"] = "Invalid Form Body", ["code"] = 50035, ["errors"] = errors };
    }

    /// <summary>A text of <paramref name="least"/> to <paramref name="most"/> code points after trimming, if there is one.</summary>
    public int Text(JsonObject holder, string key, string path, int most, int least = 0, bool required = false)
    {
        var at = Join(path, key);
        if (holder[key] is not { } node)
        {
            if (required)
                Required(at);
            return 0;
        }

        if (node is not JsonValue value || !value.TryGetValue<string>(out var text))
        {
            Add(at, "STRING_TYPE_CONVERT", "Could not interpret value as string.");
            return 0;
        }

        var length = Length(text);
        if (length == 0 && required)
            Required(at);
        else if (length < least || length > most)
            Add(at, "BASE_TYPE_BAD_LENGTH", string.Create(CultureInfo.InvariantCulture, $"Must be between {least} and {most} in length."));
        return length;
    }

    public void Required(string path) => Add(path, "BASE_TYPE_REQUIRED", "This field is required");

    /// <summary>Keys that nobody documents: misspelt ones, most likely. Discord ignores them without a word; here they are refused.</summary>
    public void Keys(JsonObject holder, string path, IReadOnlySet<string> known)
    {
        foreach (var (key, _) in holder)
        {
            if (!known.Contains(key))
                Add(Join(path, key), "STAND_IN_UNKNOWN_KEY", "Discord documents no such key here.");
        }
    }

    /// <summary>The objects of a list; whatever is none is an error.</summary>
    public IReadOnlyList<(JsonObject Item, string Path)> Objects(JsonObject holder, string key, string path, int most)
    {
        var at = Join(path, key);
        if (holder[key] is not { } node)
            return [];
        if (node is not JsonArray list)
        {
            Add(at, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return [];
        }

        if (list.Count > most)
            Add(at, "BASE_TYPE_MAX_LENGTH", string.Create(CultureInfo.InvariantCulture, $"Must be {most} or fewer in length."));
        var found = new List<(JsonObject, string)>();
        for (var i = 0; i < list.Count; i++)
        {
            var itemPath = Join(at, i.ToString(CultureInfo.InvariantCulture));
            if (list[i] is JsonObject item)
                found.Add((item, itemPath));
            else
                Add(itemPath, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
        }

        return found;
    }

    public static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    /// <summary>Code points after trimming.</summary>
    public static int Length(string? text) => text?.Trim().EnumerateRunes().Count() ?? 0;
}

/// <summary>Reads JSON without exceptions.</summary>
internal static class Reading
{
    public static long? Integer(this JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() is System.Text.Json.JsonValueKind.Number && value.TryGetValue<long>(out var number) ? number
        : node is JsonValue other && other.TryGetValue<int>(out var small) ? small
        : null;

    public static string? Text(this JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static bool? Truth(this JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<bool>(out var truth) ? truth : null;

    public static IReadOnlySet<string> Set(params string[] keys) => new HashSet<string>(keys, StringComparer.Ordinal);
}
