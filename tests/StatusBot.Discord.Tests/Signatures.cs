using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NSec.Cryptography;
using StatusBot.Discord.Interactions;

namespace StatusBot.Discord.Tests;

/// <summary>Whatever is not Discord's signature is refused, and nothing throws.</summary>
public sealed class Signatures
{
    private const string Timestamp = "1700000000";
    private static readonly Key Key = Key.Create(SignatureAlgorithm.Ed25519);
    private static readonly InteractionSignature Verifier =
        InteractionSignature.FromPublicKey(Convert.ToHexStringLower(Key.PublicKey.Export(KeyBlobFormat.RawPublicKey)))!;

    [Fact]
    public void Of_the_known_vector_holds_and_fails_one_second_later()
    {
        var known = InteractionSignature.FromPublicKey("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")!;
        const string Signature = "1695961a47c91a1ec033b819b7e87e3dbc583dd0cee6d1fd0216f58ac87b6228ae531ddbf91fb7bc28d7edf7f08604da16f54624f38a6bc0614e4dc13cd47f0f";

        Assert.True(known.Verifies(Signature, "1700000000", "{\"type\":1}"u8));
        Assert.True(known.Verifies(Signature.ToUpperInvariant(), "1700000000", "{\"type\":1}"u8));
        Assert.False(known.Verifies(Signature, "1700000001", "{\"type\":1}"u8));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"type\":1}")]
    [InlineData("{\"data\":{\"options\":[{\"value\":\"권한 없음 🤖\"}]}}")]
    public void Over_raw_bytes_hold_whatever_the_language(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        Assert.True(Verifier.Verifies(Sign(Timestamp, bytes), Timestamp, bytes));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("zz")]
    public void That_are_missing_or_no_hexadecimal_digits_are_refused(string? signature) =>
        Assert.False(Verifier.Verifies(signature, Timestamp, "{}"u8));

    [Fact]
    public void Of_the_wrong_length_are_refused()
    {
        var signature = Sign(Timestamp, "{}"u8);
        Assert.False(Verifier.Verifies(signature[..^1], Timestamp, "{}"u8));
        Assert.False(Verifier.Verifies(signature + "0", Timestamp, "{}"u8));
        Assert.False(Verifier.Verifies(new string('a', 100_000), Timestamp, "{}"u8));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("99999999999999999999999999999999999999999")]
    public void With_an_odd_timestamp_are_refused(string? timestamp) =>
        Assert.False(Verifier.Verifies(Sign(timestamp ?? "", "{}"u8), timestamp, "{}"u8));

    [Property]
    public Property With_one_flipped_bit_anywhere_are_refused(NonNull<string> text, NonNegativeInt at)
    {
        var body = Encoding.UTF8.GetBytes("x" + text.Get);
        var signature = Sign(Timestamp, body);
        var position = at.Get % (body.Length * 8);
        body[position / 8] ^= (byte)(1 << (position % 8));
        return (!Verifier.Verifies(signature, Timestamp, body)).ToProperty();
    }

    [Property]
    public Property That_are_noise_are_refused_and_never_throw(string? signature, string? timestamp, byte[] body) =>
        (!Verifier.Verifies(signature, timestamp, body ?? [])).ToProperty();

    [Theory]
    [InlineData("")]
    [InlineData("d75a98")]
    [InlineData("zz5a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")]
    public void Need_a_key_of_64_digits(string key) => Assert.Null(InteractionSignature.FromPublicKey(key));

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05")]
    public void By_a_key_of_small_order_prove_nothing(string key)
    {
        // With such a key, R = key and S = 0 would verify any message in a careless implementation.
        var forged = key + new string('0', 64);
        Assert.False(InteractionSignature.FromPublicKey(key)?.Verifies(forged, Timestamp, "{}"u8) ?? false);
    }

    private static string Sign(string timestamp, ReadOnlySpan<byte> body) =>
        Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(Key, [.. Encoding.UTF8.GetBytes(timestamp), .. body]));
}
