using System.Globalization;

namespace StatusBot.Catalog.Reading;

/// <summary>Takes what readers find, line by line.</summary>
internal sealed class Findings(KnownCodes known)
{
    private readonly List<Mention> _mentions = [];

    /// <summary>The number of the line that is being read.</summary>
    public int Line { get; set; }

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<Mention> Mentions => _mentions;

    /// <summary>Takes a code.</summary>
    public void Add(int code, MentionRole role) => _mentions.Add(new Mention(code, role, Line));

    /// <summary>Takes the value of a field that holds a status, if it is one.</summary>
    /// <returns>The status; null for <c>-</c>, <c>0</c>, <c>000</c> and whatever else is none.</returns>
    public int? AddField(ReadOnlySpan<char> value, MentionRole role)
    {
        if (value is not [>= '1' and <= '9', _, _] || !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var code) || code >= 600 && !known.Contains(code))
            return null;
        Add(code, role);
        return code;
    }
}
