using StatusBot.Catalog.Text;

namespace StatusBot.Catalog.Lookup;

/// <summary>What kind of name it is: the lower, the more it counts.</summary>
internal enum NameKind
{
    /// <summary>The phrase of the code's main meaning, English or Korean.</summary>
    Phrase,

    /// <summary>The phrase of another meaning, a former phrase, or another name that people use.</summary>
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
    }

    public StatusCode Code { get; }

    public NameKind Kind { get; }

    /// <summary>Its letters and digits.</summary>
    public string Key { get; }

    /// <summary>The same as typed on a keyboard; equal to <see cref="Key"/> where there is no Hangul.</summary>
    public string Keystrokes { get; }

    /// <summary>The keystrokes of each word.</summary>
    public IReadOnlyList<string> Words { get; }
}
