namespace StatusBot.Conversation;

/// <summary>What the bot answers.</summary>
internal abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>A new message.</summary>
    /// <param name="View">What it shows.</param>
    /// <param name="IsPrivate">Whether only the person who asked sees it.</param>
    public sealed record Message(View View, bool IsPrivate) : Reply;

    /// <summary>The message whose button was pressed shows something else.</summary>
    public sealed record Edit(View View) : Reply;

    /// <summary>The message whose button was pressed goes away.</summary>
    public sealed record Delete : Reply;

    /// <summary>What may be about to be typed.</summary>
    public sealed record Suggestions(IReadOnlyList<Suggestion> Choices) : Reply;
}

/// <summary>What a message shows: a card, and what can be done with it. Who asked is no part of it: the messenger adds that.</summary>
internal sealed record View(Card Card, Controls Controls)
{
    /// <summary>Whether this very view is shown again and again, so that a messenger may keep what it made of it.</summary>
    public bool IsKept { get; init; }
}

/// <summary>A completion of what is being typed.</summary>
/// <param name="Text">What stands there; cut to what a messenger shows.</param>
/// <param name="Value">What is filled in.</param>
internal sealed record Suggestion(string Text, string Value)
{
    /// <summary>The most that are offered at once.</summary>
    public const int Most = 25;

    /// <summary>The most characters of either part.</summary>
    public const int MaxLength = 100;

    /// <summary>What stands there.</summary>
    public string Text { get; } = Fitted.Cut(Text, MaxLength);
}
