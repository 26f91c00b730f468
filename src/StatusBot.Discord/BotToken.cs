using System.Text;

namespace StatusBot.Discord;

/// <summary>A bot's token. It prints as <c>[token]</c>, wherever it ends up; only the wire sees its text.</summary>
public sealed class BotToken
{
    private BotToken(string text) => Text = text;

    /// <summary>The token itself; for the wire alone.</summary>
    internal string Text { get; }

    /// <summary>Reads a token as the developer portal shows it.</summary>
    /// <returns>Null when the text cannot be one: empty, or with white space or control characters in it.</returns>
    public static BotToken? Parse(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        return trimmed.Length == 0 || trimmed.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c > '~') ? null : new BotToken(trimmed);
    }

    /// <summary>
    /// The application's id, which a token begins with in base64; null when this one is of another form.
    /// </summary>
    /// <remarks>Discord, reference.mdx, "Authentication": common practice, not a promise.</remarks>
    public string? ApplicationId()
    {
        var part = Text.Split('.')[0];
        Span<byte> bytes = stackalloc byte[64];
        var padded = part.PadRight((part.Length + 3) / 4 * 4, '=');
        return Convert.TryFromBase64String(padded, bytes, out var length)
            && Encoding.ASCII.GetString(bytes[..length]) is { Length: > 0 } id
            && id.All(char.IsAsciiDigit)
            ? id
            : null;
    }

    /// <summary>Always <c>[token]</c>.</summary>
    public override string ToString() => "[token]";
}
