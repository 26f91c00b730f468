namespace StatusBot.Chaos;

/// <summary>All tokens that there were, to find any of them in a line, also when it is cut short.</summary>
internal sealed class Secrets
{
    private const int Window = 16;

    private readonly HashSet<string> _windows = new(StringComparer.Ordinal);

    /// <summary>Takes note of a token.</summary>
    public void Add(string secret)
    {
        lock (_windows)
        {
            // Each piece of 16 at a multiple of 16: any 31 characters of the token hold one of them whole.
            for (var at = 0; at + Window <= secret.Length; at += Window)
                _windows.Add(secret.Substring(at, Window));
        }
    }

    /// <summary>Whether a line has any of them in it.</summary>
    public bool IsIn(string line)
    {
        lock (_windows)
        {
            var lookup = _windows.GetAlternateLookup<ReadOnlySpan<char>>();
            for (var at = 0; at + Window <= line.Length; at++)
            {
                if (lookup.Contains(line.AsSpan(at, Window)))
                    return true;
            }

            return false;
        }
    }
}
