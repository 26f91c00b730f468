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
    private readonly string _name;
    private AsTyped? _typed;

    public IndexedName(StatusCode code, NameKind kind, string name)
    {
        Code = code;
        Kind = kind;
        Key = TextFolding.Key(TextFolding.Fold(name));
        _name = name;
    }

    public StatusCode Code { get; }

    public NameKind Kind { get; }

    /// <summary>Its letters and digits.</summary>
    public string Key { get; }

    /// <summary>The same as typed on a keyboard; equal to <see cref="Key"/> where there is no Hangul.</summary>
    public string Keystrokes => Typed.Keystrokes;

    /// <summary>How many of the key's characters only say where a constant belongs: <c>HttpStatusCode</c>, <c>requests.codes</c>.</summary>
    public int Qualifier => Typed.Qualifier;

    /// <summary>The keystrokes of each word.</summary>
    public IReadOnlyList<string> Words => Typed.Words;

    // Made when somebody first types what is no exact name: at the start there is no time for it. Two threads may both make it,
    // and make the same.
    private AsTyped Typed => _typed ??= new AsTyped(
        Hangul.Keystrokes(Key),
        Kind is NameKind.Constant ? TextFolding.Key(TextFolding.Fold(_name[..(_name.LastIndexOfAny(['.', ':']) + 1)])).Length : 0,
        [.. TextFolding.Words(TextFolding.Fold(_name)).Select(Hangul.Keystrokes)]);

    private sealed record AsTyped(string Keystrokes, int Qualifier, IReadOnlyList<string> Words);
}
