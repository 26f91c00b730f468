using StatusBot.Catalog;
using StatusBot.Conversation;
using StatusBot.Texts;

namespace StatusBot.Cards;

/// <summary>Draws the codes of a class, page by page.</summary>
internal sealed class ListCard(IStatusCatalog catalog)
{
    private const int PageSize = 15;

    /// <summary>The codes of a class, ascending.</summary>
    public IReadOnlyList<StatusCode> CodesOf(StatusClass value) => [.. catalog.Codes.Where(code => code.Class == value)];

    /// <summary>How many pages a class has; at least one.</summary>
    public int PagesOf(StatusClass value) => Math.Max(1, (CodesOf(value).Count + PageSize - 1) / PageSize);

    /// <summary>The codes on a page, which counts from 1.</summary>
    public IReadOnlyList<StatusCode> OnPage(StatusClass value, int page) =>
        [.. CodesOf(value).Skip((page - 1) * PageSize).Take(PageSize)];

    public Card Draw(StatusClass value, int page, Language language)
    {
        var texts = BotTexts.In(language);
        var source = StatusClasses.Source(value);
        var lines = OnPage(value, page).Select(code => Mark(code.Main, texts) is { Length: > 0 } mark
            ? $"{texts.Name(code)} · *{mark}*"
            : texts.Name(code));
        return new Card(
            CardColors.Of(value),
            texts.ListTitle(value),
            catalog.LinkTo(source),
            string.Join('\n', [texts.ClassMeaning(value), "", .. lines]),
            footer: $"{texts.Page(page, PagesOf(value), CodesOf(value).Count)} · {source}");
    }

    // Whose it is where it isn't IANA's, else what is special about it.
    private static string Mark(Meaning meaning, BotTexts texts) =>
        meaning.State is RegistrationState.Vendor or RegistrationState.Convention ? meaning.Owner : texts.State(meaning);
}
