using StatusBot.Catalog;

namespace StatusBot.Conversation;

/// <summary>
/// What a button or menu means. With who asked, all of it goes into one text, so that a card answered last month still works after
/// an update and on any replica: <c>v1:status:en:80351110224678912:403:example</c>.
/// </summary>
/// <param name="Command">The command that it leads to.</param>
/// <param name="Language">The language of the card that it stands on.</param>
/// <param name="Arguments">What the command needs to know.</param>
internal sealed record CardAction(string Command, Language Language, IReadOnlyList<string> Arguments)
{
    /// <summary>The most characters of an encoded action.</summary>
    public const int MaxLength = 100;

    /// <summary>
    /// Whether it opens a card of its own for whoever presses, also for the one who asked: on a card that could not be drawn again
    /// once it was replaced. Nobody stands in its id then.
    /// </summary>
    public bool OpensCopy { get; init; }

    private const string Version = "v1";
    private const char Separator = ':';
    private const int HeadParts = 4;

    /// <summary>Reads what <see cref="Id"/> wrote, or null for anything else.</summary>
    public static (CardAction Action, string Person)? Parse(string id)
    {
        if (id.Length > MaxLength)
            return null;

        var parts = id.Split(Separator);
        return parts.Length >= HeadParts && parts[0] == Version && CommonOptions.LanguageOf(parts[2]) is { } language
            ? (new CardAction(parts[1], language, parts[HeadParts..]), parts[3])
            : null;
    }

    /// <summary>The whole meaning, versioned.</summary>
    /// <param name="person">Who asked for the card that it stands on.</param>
    public string Id(string person) =>
        string.Join(Separator, [Version, Command, CommonOptions.ValueOf(Language), OpensCopy ? "" : person, .. Arguments]);
}
