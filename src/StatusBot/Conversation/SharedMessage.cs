namespace StatusBot.Conversation;

/// <summary>A message that a command was used on.</summary>
/// <param name="Text">What is written in it, and in the text files that are attached to it. Untrusted.</param>
/// <param name="Unread">Why attachments were left out, for each that was.</param>
internal sealed record SharedMessage(string Text, IReadOnlyList<UnreadFile> Unread);

/// <summary>Why an attachment was not read.</summary>
internal enum UnreadFile
{
    /// <summary>It is no text, by its name or by what is in it.</summary>
    NotText,

    /// <summary>There are texts before it, and no more are read.</summary>
    OneTooMany,

    /// <summary>It is larger than what is read.</summary>
    TooLarge,

    /// <summary>It does not lie where the messenger keeps its files.</summary>
    OnAnotherHost,

    /// <summary>It did not arrive in time.</summary>
    TookTooLong,

    /// <summary>It did not arrive.</summary>
    NotFetched,
}
