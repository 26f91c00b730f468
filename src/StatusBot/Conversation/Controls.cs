namespace StatusBot.Conversation;

/// <summary>
/// The buttons and menus under a card, in rows. However they are made, they keep within the limits below: what is too many, or
/// means the same as another, is left out.
/// </summary>
/// <remarks>The limits are those of Discord's components; a test holds them equal.</remarks>
internal sealed class Controls
{
    public const int RowsLimit = 5;
    public const int ButtonsInRowLimit = 5;
    public const int MenuLimit = 25;

    /// <summary>Nothing to press.</summary>
    public static Controls None { get; } = new([]);

    public Controls(IEnumerable<ControlRow> rows)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Rows = [.. rows.Select(row => Fit(row, seen)).OfType<ControlRow>().Take(RowsLimit)];
    }

    /// <summary>The rows; none of them empty.</summary>
    public IReadOnlyList<ControlRow> Rows { get; }

    // The row without what has been seen before, or null when nothing is left of it.
    private static ControlRow? Fit(ControlRow row, HashSet<string> seen) => row switch
    {
        ControlRow.Buttons buttons => buttons.Items.Where(button => seen.Add(button.Action.Id(""))).Take(ButtonsInRowLimit).ToArray() is { Length: > 0 } left
            ? new ControlRow.Buttons(left)
            : null,
        ControlRow.Menu { Items.Count: > 0 } menu when seen.Add(menu.Action.Id("")) =>
            menu with { Items = [.. menu.Items.DistinctBy(item => item.Value).Take(MenuLimit)] },
        _ => null,
    };
}

/// <summary>A row of controls: buttons, or one menu.</summary>
internal abstract record ControlRow
{
    private ControlRow()
    {
    }

    /// <summary>Buttons.</summary>
    public sealed record Buttons(IReadOnlyList<CardButton> Items) : ControlRow;

    /// <summary>A menu to choose from.</summary>
    /// <param name="Prompt">What stands there before a choice.</param>
    /// <param name="Action">What choosing means; the chosen value comes with it.</param>
    /// <param name="Items">What can be chosen.</param>
    public sealed record Menu(string Prompt, CardAction Action, IReadOnlyList<MenuItem> Items) : ControlRow
    {
        private const int PromptLimit = 150;

        /// <summary>What stands there before a choice.</summary>
        public string Prompt { get; } = Fitted.Cut(Prompt, PromptLimit);
    }
}

/// <summary>A button.</summary>
/// <param name="Label">What stands on it.</param>
/// <param name="Action">What pressing it means.</param>
/// <param name="Emphasis">How much it stands out.</param>
internal sealed record CardButton(string Label, CardAction Action, Emphasis Emphasis = Emphasis.Plain)
{
    private const int LabelLimit = 80;

    /// <summary>What stands on it.</summary>
    public string Label { get; } = Fitted.Cut(Label, LabelLimit);
}

/// <summary>An entry of a menu.</summary>
/// <param name="Label">What stands there.</param>
/// <param name="Value">What is chosen by it.</param>
/// <param name="Description">A second line; empty for none.</param>
internal sealed record MenuItem(string Label, string Value, string Description = "")
{
    private const int TextLimit = 100;

    /// <summary>What stands there.</summary>
    public string Label { get; } = Fitted.Cut(Label, TextLimit);

    /// <summary>A second line; empty for none.</summary>
    public string Description { get; } = Fitted.Cut(Description, TextLimit);
}

/// <summary>How much a button stands out.</summary>
internal enum Emphasis
{
    /// <summary>One of several steps.</summary>
    Plain,

    /// <summary>The likeliest next step.</summary>
    Primary,
}
