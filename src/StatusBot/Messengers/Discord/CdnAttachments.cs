using System.Net;
using StatusBot.Conversation;
using StatusBot.Discord.Model;

namespace StatusBot.Messengers.Discord;

/// <summary>
/// Attachments as Discord serves them: over HTTPS from its own two hosts, without following a redirect, up to a size and a time. Their
/// addresses are signed and stand in no log.
/// </summary>
/// <param name="http">A client that follows no redirect and has no limit of time of its own.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Sees why a file did not arrive, never which.</param>
internal sealed class CdnAttachments(HttpClient http, TimeProvider time, ILogger<CdnAttachments> logger) : IAttachmentSource
{
    /// <summary>The largest file that is read.</summary>
    public const int LargestFile = 1024 * 1024;

    /// <summary>Where Discord keeps attachments.</summary>
    public static readonly Uri Address = new("https://cdn.discordapp.com");

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public async ValueTask<AttachmentContent> GetAsync(Attachment attachment, CancellationToken cancellationToken)
    {
        if (attachment.Size > LargestFile)
            return Not(UnreadFile.TooLarge);
        if (!Uri.TryCreate(attachment.Url, UriKind.Absolute, out var address) || !IsDiscords(address))
            return Not(UnreadFile.OnAnotherHost);

        using var enough = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, cancellationToken);
        try
        {
            return await FetchAsync(address, either.Token);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or InvalidDataException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // Only what kind of failure it was: a message could name what was asked for.
            var isLate = enough.IsCancellationRequested;
            logger.AttachmentDidNotArrive(isLate ? "it took too long" : (problem as HttpRequestException)?.HttpRequestError.ToString() ?? "the connection broke");
            return Not(isLate ? UnreadFile.TookTooLong : UnreadFile.NotFetched);
        }
    }

    private async Task<AttachmentContent> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.StatusCode is not HttpStatusCode.OK)
        {
            logger.AttachmentDidNotArrive($"status {(int)response.StatusCode}");
            return Not(UnreadFile.NotFetched);
        }

        if (response.Content.Headers.ContentLength > LargestFile)
            return Not(UnreadFile.TooLarge);

        // A length can be missing or wrong, and what is compressed grows: what counts is what arrives.
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var read = new MemoryStream();
        var part = new byte[16 * 1024];
        while (await body.ReadAsync(part, cancellationToken) is var count and > 0)
        {
            if (read.Length + count > LargestFile)
                return Not(UnreadFile.TooLarge);
            read.Write(part, 0, count);
        }

        return new AttachmentContent(read.GetBuffer().AsMemory(0, (int)read.Length));
    }

    private static bool IsDiscords(Uri address) =>
        address is { Scheme: "https", IsDefaultPort: true, UserInfo: "", Host: "cdn.discordapp.com" or "media.discordapp.net" };

    private static AttachmentContent Not(UnreadFile why) => new(ReadOnlyMemory<byte>.Empty, why);
}
