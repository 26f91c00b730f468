namespace StatusBot.Catalog.Reading.Clues;

/// <summary>What a field or an error's text says about where something was decided.</summary>
/// <param name="Where">Where.</param>
/// <param name="Product">The product that writes it; null where it is no product's.</param>
/// <param name="Field">The field and its value in words of ours.</param>
/// <param name="Code">The status that it is about, or null.</param>
internal sealed record Clue(FailurePoint Where, string? Product, string Field, int? Code);

/// <summary>Reads the clues of one product's lines.</summary>
internal interface IClueReader
{
    /// <summary>Reads a line; what it does not know it passes over.</summary>
    void Read(ReadOnlySpan<char> line, CaseNotes notes);
}

/// <summary>Takes clues, and how each request ended.</summary>
internal sealed class CaseNotes
{
    private const int Most = 2_000; // what more lines of the same kind would tell is told by then

    private readonly List<Clue> _clues = [];
    private readonly List<int> _outcomes = [];

    /// <summary>The clues, in their order.</summary>
    public IReadOnlyList<Clue> Clues => _clues;

    /// <summary>The status with which each request ended that a log or trace has, in their order.</summary>
    public IReadOnlyList<int> Outcomes => _outcomes;

    /// <summary>Takes a clue.</summary>
    public void Add(FailurePoint where, string? product, string field, int? code = null)
    {
        if (_clues.Count < Most)
            _clues.Add(new Clue(where, product, field, code));
    }

    /// <summary>Takes how a request ended.</summary>
    public void End(int status)
    {
        if (_outcomes.Count < Most)
            _outcomes.Add(status);
    }
}

/// <summary>Reads fields by their names, however a log writes them: <c>us=502</c>, <c>"OriginStatus":502</c>, <c>status: "504"</c>.</summary>
internal static class NamedFields
{
    /// <summary>The value of a field, up to what ends it; null when the line has no such field.</summary>
    public static bool TryGet(ReadOnlySpan<char> line, ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        for (var at = line.IndexOf(name); at >= 0;)
        {
            var end = at + name.Length;
            var startsName = at == 0 || !char.IsLetterOrDigit(line[at - 1]) && line[at - 1] is not ('_' or '-' or '.');
            if (startsName && end < line.Length)
            {
                var rest = line[end..];
                if (rest[0] is '"')
                    rest = rest[1..];
                rest = rest.TrimStart(' ');
                if (rest is ['=' or ':', ..])
                {
                    rest = rest[1..].TrimStart(' ');
                    value = Unquoted(rest);
                    return true;
                }
            }

            var next = line[(at + 1)..].IndexOf(name);
            at = next < 0 ? -1 : at + 1 + next;
        }

        value = default;
        return false;
    }

    /// <summary>The status in a field; 0 for one that has none (<c>-</c>, <c>0</c>, empty), null when the line has no such field.</summary>
    public static int? Status(ReadOnlySpan<char> line, ReadOnlySpan<char> name)
    {
        if (!TryGet(line, name, out var value))
            return null;
        // Of several attempts the last one counts: "502, 200".
        value = value[(value.LastIndexOfAny(" ,") + 1)..];
        return int.TryParse(value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var status) ? status
            : value is "" or "-" or "null" ? 0
            : null;
    }

    private static ReadOnlySpan<char> Unquoted(ReadOnlySpan<char> rest)
    {
        if (rest is ['"', ..])
            return rest[1..].IndexOf('"') is var close and >= 0 ? rest.Slice(1, close) : rest[1..];
        var end = rest.IndexOfAny(" ,}\t)");
        return end < 0 ? rest : rest[..end];
    }
}
