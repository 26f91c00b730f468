using StatusBot.Cards;
using StatusBot.Catalog;
using StatusBot.Catalog.Reading;
using StatusBot.Conversation;
using StatusBot.Texts;

namespace StatusBot.Commands;

/// <summary>Explains what somebody pasted or pointed at. Of the text itself nothing goes on: not to the answer, not into a button.</summary>
internal sealed class Explanations(IStatusCatalog catalog, EvidenceCard card)
{
    private const int MostCards = 5;

    /// <summary>The answer to a text.</summary>
    /// <param name="text">The text. Untrusted: of any length, with anything in it.</param>
    /// <param name="unread">Why files that came with it were not read.</param>
    /// <param name="language">The language of the answer.</param>
    /// <param name="isPrivate">Whether only the person who asked sees it; a notice is always private.</param>
    public Reply Of(string text, IReadOnlyList<UnreadFile> unread, Language language, bool isPrivate) =>
        Of(catalog.Read(text), unread, language, isPrivate);

    /// <summary>The answer to a text that comes as it is read.</summary>
    public async Task<Reply> OfAsync(TextReader text, Language language, bool isPrivate, CancellationToken cancellationToken) =>
        Of(await catalog.ReadAsync(text, cancellationToken), unread: [], language, isPrivate);

    private Reply Of(Evidence evidence, IReadOnlyList<UnreadFile> unread, Language language, bool isPrivate)
    {
        var texts = BotTexts.In(language);
        var remarks = unread.Distinct().Select(why => Remark(why, texts)).ToArray();
        return evidence.Counts.Count == 0
            ? Notices.Say(string.Join('\n', [texts.NoCodeInText, .. remarks]), Shown(evidence), language)
            : new Reply.Message(ViewOf(evidence, remarks, language), isPrivate);
    }

    private View ViewOf(Evidence evidence, IReadOnlyList<string> remarks, Language language)
    {
        var texts = BotTexts.In(language);
        var first = EvidenceCard.InOrder(evidence).Take(MostCards).Select(count => count.Code).ToArray();
        IEnumerable<CardButton> buttons = first.Select(code => new CardButton(
            catalog.Get(code) is { } known ? texts.ShortName(known) : $"{code} {texts.Unregistered}",
            StatusCommand.ActionFor(code, language)));
        var compared = card.ComparisonOf(first) is { } comparison ? [CompareCommand.ButtonTo(comparison.Codes, language)] : Array.Empty<CardButton>();
        return new View(
            card.Draw(evidence, remarks, language),
            new Controls(
            [
                new ControlRow.Buttons([.. buttons.Select(Beside)]),
                new ControlRow.Buttons([.. compared.Select(Beside), new CardButton(texts.Delete, CommandDispatcher.DeleteAction(language))]),
            ]));
    }

    // What was read is not kept, so there would be no way back from a card that took this one's place.
    private static CardButton Beside(CardButton button) => button with { Action = button.Action with { OpensCopy = true } };

    // A text can show what a code leaves behind without naming it.
    private IReadOnlyList<StatusCode> Shown(Evidence evidence) =>
        [.. evidence.Signs.Select(shown => shown.Code).Distinct().Select(catalog.Get).OfType<StatusCode>().Take(MostCards)];

    private static string Remark(UnreadFile why, BotTexts texts) => why switch
    {
        UnreadFile.NotText => texts.FileIsNoText,
        UnreadFile.OneTooMany => texts.FileIsOneTooMany,
        UnreadFile.TooLarge => texts.FileIsTooLarge,
        UnreadFile.OnAnotherHost => texts.FileIsElsewhere,
        UnreadFile.TookTooLong => texts.FileTookTooLong,
        _ => texts.FileDidNotArrive,
    };
}
