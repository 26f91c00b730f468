using StatusBot.Conversation;
using StatusBot.Discord.Model;

namespace StatusBot.Messengers.Discord;

/// <summary>Where attachments come from.</summary>
internal interface IAttachmentSource
{
    /// <summary>Gets a file. It does not throw but when cancelled: a file that cannot be had is an answer, too.</summary>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    ValueTask<AttachmentContent> GetAsync(Attachment attachment, CancellationToken cancellationToken);
}

/// <summary>What is in a file, or why nobody knows.</summary>
/// <param name="Bytes">What is in it; empty when it was not got.</param>
/// <param name="Unread">Why it was not got; null when it was.</param>
internal readonly record struct AttachmentContent(ReadOnlyMemory<byte> Bytes, UnreadFile? Unread = null);
