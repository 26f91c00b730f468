using System.Globalization;

namespace StatusBot.Catalog.Reading;

/// <summary>Takes the codes that readers find, and counts them.</summary>
internal sealed class Findings(KnownCodes known)
{
    private readonly Dictionary<int, int> _times = [];
    private readonly List<int> _order = [];

    /// <summary>How often each code was found, in the order in which they first were.</summary>
    public IReadOnlyList<CodeCount> Counts => [.. _order.Select(code => new CodeCount(code, _times[code]))];

    /// <summary>Takes a code.</summary>
    public void Add(int code)
    {
        if (_times.TryAdd(code, 1))
            _order.Add(code);
        else
            _times[code]++;
    }

    /// <summary>Takes the value of a field that holds a status, if it is one.</summary>
    /// <returns>The status; null for <c>-</c>, <c>0</c>, <c>000</c> and whatever else is none.</returns>
    public int? AddField(ReadOnlySpan<char> value)
    {
        if (value is not [>= '1' and <= '9', _, _] || !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var code) || code >= 600 && !known.Contains(code))
            return null;
        Add(code);
        return code;
    }
}
