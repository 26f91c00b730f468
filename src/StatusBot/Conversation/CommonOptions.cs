using StatusBot.Catalog;

namespace StatusBot.Conversation;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    public const string LanguageName = "language";
    public const string ShowName = "show";

    private const string English = "en";
    private const string Korean = "ko";
    private const string Everyone = "everyone";
    private const string Me = "me";

    /// <summary>The language of the answer.</summary>
    public static OptionDefinition Language { get; } = new()
    {
        Name = new(LanguageName, "언어"),
        Description = new("Language of the answer; your own if left out", "답변 언어. 비워 두면 내 Discord 언어로 답합니다"),
        Choices = [new(English, new("English", "English (영어)")), new(Korean, new("한국어 (Korean)", "한국어"))],
    };

    /// <summary>Who sees the answer.</summary>
    public static OptionDefinition Show { get; } = new()
    {
        Name = new(ShowName, "공개"),
        Description = new("Who sees the answer; everyone if left out", "답변을 볼 사람. 비워 두면 모두에게 보입니다"),
        Choices = [new(Everyone, new("Everyone", "모두에게")), new(Me, new("Only me", "나에게만"))],
    };

    /// <summary>The same, of a command that answers privately.</summary>
    public static OptionDefinition ShowPrivately { get; } = Show with
    {
        Description = new("Who sees the answer; only you if left out", "답변을 볼 사람. 비워 두면 나에게만 보입니다"),
    };

    /// <summary>The language that a value names, or null.</summary>
    public static Language? LanguageOf(string value) => value switch
    {
        English => Catalog.Language.English,
        Korean => Catalog.Language.Korean,
        _ => null,
    };

    /// <summary>The value that names a language.</summary>
    public static string ValueOf(Language language) => language is Catalog.Language.Korean ? Korean : English;

    /// <summary>Whether a value asks for a private answer, or null when it says nothing.</summary>
    public static bool? IsPrivate(string value) => value switch
    {
        Me => true,
        Everyone => false,
        _ => null,
    };
}
