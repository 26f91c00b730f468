using System.Text;
using StatusBot.Conversation;
using StatusBot.Discord.Model;

namespace StatusBot.Messengers.Discord;

/// <summary>Reads a message that a command was used on: what is written in it, and the text files that are attached to it.</summary>
internal sealed class SharedMessages(IAttachmentSource attachments)
{
    private const int MostFiles = 2;

    // Discord's own limits, some of them much lower; what claims to be more is not from there.
    private const int MostParts = 25;
    private const int MostCharacters = 64 * 1024;

    private const int LongestLine = 1000;

    private static readonly string[] TextFiles = [".log", ".txt", ".json", ".har"];

    /// <summary>Reads it.</summary>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public async ValueTask<SharedMessage> ReadAsync(ReceivedMessage message, CancellationToken cancellationToken)
    {
        var messages = AndForwarded(message).ToArray();
        var text = new StringBuilder();
        foreach (var part in messages.SelectMany(Parts).OfType<string>())
        {
            if (text.Length + part.Length > MostCharacters)
                break;
            text.Append(part).Append('\n');
        }

        var files = messages.SelectMany(one => one.Attachments ?? []).Take(MostParts).ToArray();
        if (files.Length == 0)
            return new SharedMessage(text.ToString(), []);

        var texts = files.Where(IsText).ToArray();
        var contents = await Task.WhenAll(texts.Take(MostFiles).Select(file => attachments.GetAsync(file, cancellationToken).AsTask()));
        var unread = files.Where(file => !IsText(file)).Select(_ => UnreadFile.NotText).ToList();
        foreach (var content in contents)
        {
            if (content.Unread is { } why)
                unread.Add(why);
            else if (Decoded(content.Bytes) is { } read)
                AppendInLines(read, text);
            else
                unread.Add(UnreadFile.NotText);
        }

        unread.AddRange(texts.Skip(MostFiles).Select(_ => UnreadFile.OneTooMany));
        return new SharedMessage(text.ToString(), unread);
    }

    private static IEnumerable<ReceivedMessage> AndForwarded(ReceivedMessage message) =>
        [message, .. (message.MessageSnapshots ?? []).Take(MostParts).Select(snapshot => snapshot.Message).OfType<ReceivedMessage>()];

    private static IEnumerable<string?> Parts(ReceivedMessage message) =>
        [message.Content, .. (message.Embeds ?? []).Take(MostParts).SelectMany(Parts)];

    private static IEnumerable<string?> Parts(ReceivedEmbed embed) =>
    [
        embed.Title,
        embed.Description,
        .. (embed.Fields ?? []).Take(MostParts).SelectMany(field => (string?[])[field.Name, field.Value]),
        embed.Footer?.Text,
    ];

    private static bool IsText(Attachment file) =>
        file.Filename is { } name && TextFiles.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    // A recording or a log in JSON can be one line of a mebibyte, which nobody reads at once: not people, nor the reader of evidence.
    private static void AppendInLines(string read, StringBuilder text)
    {
        foreach (var line in read.AsSpan().EnumerateLines())
        {
            var rest = line;
            while (rest.Length > LongestLine)
            {
                var end = rest[..LongestLine].LastIndexOfAny(',', ' ', '}') + 1;
                var part = rest[..(end > LongestLine / 2 ? end : LongestLine)];
                text.Append(part).Append('\n');
                rest = rest[part.Length..];
            }

            text.Append(rest).Append('\n');
        }
    }

    // Also UTF-16 that says so, as Windows writes it. A zero in the text is a picture, or whatever else has the wrong name.
    private static string? Decoded(ReadOnlyMemory<byte> bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes.ToArray()), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        var text = reader.ReadToEnd();
        return text.Contains('\0', StringComparison.Ordinal) ? null : text;
    }
}
