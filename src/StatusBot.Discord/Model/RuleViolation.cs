namespace StatusBot.Discord.Model;

/// <summary>Something that Discord would refuse.</summary>
/// <param name="Path">The field as Discord names it: <c>embeds[0].fields[2].value</c>.</param>
/// <param name="Message">What is wrong.</param>
public sealed record RuleViolation(string Path, string Message)
{
    /// <summary>Path and sentence.</summary>
    public override string ToString() => $"{Path}: {Message}";
}

/// <summary>Something was about to be sent that Discord would refuse. The message has each field and what is wrong with it.</summary>
public sealed class DiscordRuleException(IReadOnlyList<RuleViolation> violations)
    : Exception(string.Join("; ", violations))
{
    /// <summary>What is wrong.</summary>
    public IReadOnlyList<RuleViolation> Violations { get; } = violations;
}

/// <summary>Collects what breaks a rule.</summary>
internal sealed class Violations
{
    private readonly List<RuleViolation> _found = [];

    public IReadOnlyList<RuleViolation> Found => _found;

    public void Add(string path, string message) => _found.Add(new RuleViolation(path, message));

    /// <summary>A text of 1 to <paramref name="most"/> code points; null is refused where it is required.</summary>
    public void Text(string path, string? text, int most, bool required = true)
    {
        var length = Length(text);
        if (text is null ? required : length == 0)
            Add(path, "is empty");
        else if (length > most)
            Add(path, $"has {length} characters, of {most} at most");
    }

    public void Count<T>(string path, IReadOnlyList<T> items, int most)
    {
        if (items.Count > most)
            Add(path, $"holds {items.Count}, of {most} at most");
    }

    /// <summary>Code points after trimming, as Discord counts.</summary>
    public static int Length(string? text) => text?.Trim().EnumerateRunes().Count() ?? 0;
}
