using StatusBot.Conversation;
using StatusBot.Discord.Model;
using StatusBot.Messengers.Discord;

namespace StatusBot.Tests.Support;

/// <summary>A place from which no attachment can be had.</summary>
internal sealed class NoFiles : IAttachmentSource
{
    public ValueTask<AttachmentContent> GetAsync(Attachment attachment, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new AttachmentContent(ReadOnlyMemory<byte>.Empty, UnreadFile.NotFetched));
}
