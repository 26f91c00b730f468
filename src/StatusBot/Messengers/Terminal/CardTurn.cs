using StatusBot.Texts;

namespace StatusBot.Messengers.Terminal;

/// <summary>An option that presses a card's buttons: each button leads from the card to one of the values.</summary>
/// <param name="Name">The option's name.</param>
/// <param name="Values">What it can be set to, as the buttons carry it.</param>
/// <param name="Describe">What it shows.</param>
internal sealed record CardTurn(string Name, IReadOnlyList<string> Values, Func<BotTexts, string> Describe)
{
    /// <summary>Another view of a code.</summary>
    public static CardTurn View { get; } = new("view", ["example", "code", "products"], texts => texts.ViewOption);

    /// <summary>Another page of a list: from each, the buttons lead to its neighbours alone.</summary>
    public static CardTurn Page { get; } = new("page", ["1", "2", "3", "4", "5", "6", "7", "8", "9"], texts => texts.PageOption) { IsStepwise = true };

    /// <summary>Whether the card is the first value and the others follow one after the other.</summary>
    public bool IsStepwise { get; private init; }

    /// <summary>The buttons to press one after the other, from the card to a value.</summary>
    public IEnumerable<string> StepsTo(string value) => IsStepwise
        ? Values.TakeWhile(before => before != value).Append(value).Skip(1)
        : [value];
}
