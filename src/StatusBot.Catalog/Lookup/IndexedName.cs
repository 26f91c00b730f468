using StatusBot.Catalog.Text;

namespace StatusBot.Catalog.Lookup;

/// <summary>What kind of name it is: the lower, the more it counts.</summary>
internal enum NameKind
{
    /// <summary>The phrase that IANA registered, English or Korean.</summary>
    Phrase,

    /// <summary>A vendor's phrase, a former phrase, or another name that people use.</summary>
    Alias,

    /// <summary>A constant or an exception.</summary>
    Constant,
}

/// <summary>A name of a code, prepared for comparison.</summary>
internal sealed class IndexedName
{
    public IndexedName(StatusCode code, NameKind kind, string name)
    {
        Code = code;
        Kind = kind;
        var folded = TextFolding.Fold(name);
        Key = TextFolding.Key(folded);
        Keystrokes = Hangul.Keystrokes(Key);
        Words = [.. TextFolding.Words(folded).Select(Hangul.Keystrokes)];
        Qualifier = kind is NameKind.Constant ? TextFolding.Key(TextFolding.Fold(name[..(name.LastIndexOfAny(['.', ':']) + 1)])).Length : 0;
    }

    public StatusCode Code { get; }

    public NameKind Kind { get; }

    /// <summary>Its letters and digits.</summary>
    public string Key { get; }

    /// <summary>The same as typed on a keyboard; equal to <see cref="Key"/> where there is no Hangul.</summary>
    public string Keystrokes { get; }

    /// <summary>How many of the key's characters only say where a constant belongs: <c>HttpStatusCode</c>, <c>requests.codes</c>.</summary>
    public int Qualifier { get; }

    /// <summary>The keystrokes of each word.</summary>
    public IReadOnlyList<string> Words { get; }
}
