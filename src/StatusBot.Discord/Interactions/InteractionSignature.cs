using System.Buffers;
using System.Text;
using NSec.Cryptography;

namespace StatusBot.Discord.Interactions;

/// <summary>
/// Verifies that an HTTP request comes from Discord: Ed25519 over the timestamp header's text and the body's raw bytes
/// (interactions/overview.mdx, "Validating Security Request Headers"). Safe to use from any thread.
/// </summary>
public sealed class InteractionSignature
{
    /// <summary>The header with the signature, 128 hexadecimal digits.</summary>
    public const string SignatureHeader = "X-Signature-Ed25519";

    /// <summary>The header with the timestamp.</summary>
    public const string TimestampHeader = "X-Signature-Timestamp";

    private const int SignatureBytes = 64;
    private const int KeyBytes = 32;

    // Discord sends seconds since 1970, ten digits; more than this is no timestamp.
    private const int LongestTimestamp = 32;

    private readonly PublicKey _key;

    private InteractionSignature(PublicKey key) => _key = key;

    /// <summary>Reads an application's public key, 64 hexadecimal digits.</summary>
    /// <returns>Null when the text is no such key.</returns>
    public static InteractionSignature? FromPublicKey(string hex)
    {
        Span<byte> bytes = stackalloc byte[KeyBytes];
        return IsHex(hex, bytes) && PublicKey.TryImport(SignatureAlgorithm.Ed25519, bytes, KeyBlobFormat.RawPublicKey, out var key)
            ? new InteractionSignature(key!)
            : null;
    }

    /// <summary>Whether the signature is Discord's. Never throws, whatever it is given.</summary>
    /// <param name="signature">The signature header's value; null when it is missing or there is more than one.</param>
    /// <param name="timestamp">The timestamp header's value, likewise.</param>
    /// <param name="body">The body as it arrived, before anything was parsed.</param>
    public bool Verifies(string? signature, string? timestamp, ReadOnlySpan<byte> body)
    {
        Span<byte> bytes = stackalloc byte[SignatureBytes];
        if (signature is null || timestamp is null || timestamp.Length is 0 or > LongestTimestamp || !IsHex(signature, bytes))
            return false;

        var signed = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(timestamp.Length) + body.Length);
        try
        {
            var length = Encoding.UTF8.GetBytes(timestamp, signed);
            body.CopyTo(signed.AsSpan(length));
            return SignatureAlgorithm.Ed25519.Verify(_key, signed.AsSpan(0, length + body.Length), bytes);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(signed);
        }
    }

    private static bool IsHex(string text, Span<byte> bytes) =>
        text.Length == bytes.Length * 2 && Convert.FromHexString(text, bytes, out _, out _) is OperationStatus.Done;
}
