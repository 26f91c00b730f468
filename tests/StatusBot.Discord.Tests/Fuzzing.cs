using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using StatusBot.Discord.Gateway;
using StatusBot.Discord.Interactions;
using StatusBot.Discord.Model;

namespace StatusBot.Discord.Tests;

/// <summary>
/// Whatever bytes arrive, the readers read them or refuse them: nothing but <see cref="JsonException"/> leaves them, in little time
/// and little memory. <c>FUZZ_SECONDS</c> says for how long each of them is tried; <c>FUZZ_SEED</c> repeats a run.
/// </summary>
public sealed class Fuzzing(ITestOutputHelper output)
{
    private const int MostBytesAllocated = 4 << 20;
    private const int MostMutations = 6;
    private const int LargestInput = 64 * 1024;

    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(Number("FUZZ_SECONDS") ?? 2);

    private static readonly string[] Frames =
    [
        """{"op":10,"d":{"heartbeat_interval":41250,"_trace":["x"]},"s":null,"t":null}""",
        """{"t":"READY","s":1,"op":0,"d":{"v":10,"session_id":"abc","resume_gateway_url":"wss://gateway-us-east1-b.discord.gg","guilds":[{"id":"1","unavailable":true}],"novelty":{}}}""",
        """{"op":0,"t":"RESUMED","s":6,"d":{"_trace":["x"]}}""",
        """{"op":0,"t":"GUILD_CREATE","s":7,"d":{"name":"한글 😀","members":[[],{},null,1.5e3]}}""",
        """{"op":9,"d":false}""", """{"op":9,"d":true}""", """{"op":7,"d":null}""", """{"op":11}""", """{"op":1,"d":null}""", """{"op":43,"d":{}}""",
        .. Interactions.Select(interaction => $$"""{"op":0,"t":"INTERACTION_CREATE","s":5,"d":{{interaction}}}"""),
    ];

    private static string[] Interactions =>
    [
        """{"id":"1","application_id":"2","type":1,"token":"t","version":1}""",
        """{"id":"845027738276462632","application_id":"771825006014889984","type":2,"token":"aW50ZXJhY3Rpb24","version":1,"guild_id":"290926798626357999","channel_id":"645027906669510667","locale":"ko","context":0,"member":{"user":{"id":"80351110224678912","username":"dev","global_name":null,"bot":false},"permissions":"0"},"data":{"id":"3","name":"status","type":1,"options":[{"type":3,"name":"code","value":"권한 없음"},{"type":4,"name":"n","value":9007199254740993},{"type":5,"name":"b","value":true}]}}""",
        """{"id":"3","application_id":"2","type":3,"token":"t","user":{"id":"4"},"message":{"id":"5","embeds":[{"title":"\ud83d\ude00"}]},"data":{"custom_id":"status:en:80351110224678912:404","component_type":3,"values":["404"]}}""",
        """{"id":"4","application_id":"2","type":4,"token":"t","user":{"id":"4"},"locale":"en-US","data":{"name":"compare","options":[{"type":1,"name":"s","options":[{"type":3,"name":"codes","value":"40","focused":true}]}]}}""",
        """{"id":"5","application_id":"2","type":2,"token":"t","context":2,"data":{"type":3,"name":"Explain","target_id":"6","resolved":{"messages":{"6":{"id":"6","content":"HTTP 500","embeds":[{"title":"a","description":"b","fields":[{"name":"c","value":"d"}],"footer":{"text":"e"}}],"attachments":[{"id":"7","filename":"app.log","size":12,"url":"https://cdn.discordapp.com/a"}],"message_snapshots":[{"message":{"content":"HTTP 502","embeds":[]}}]}}}}}""",
    ];

    private static readonly byte[][] Pieces =
    [
        .. ((string[])
        [
            "null", "true", "\"\"", "{}", "[]", "-1", "0", "1e999", "-0.0", "18446744073709551616", "9223372036854775808", "4294967306", "2147483648",
            "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"\\ud83d\"", "\"INTERACTION_CREATE\\ud800\"", "\"op\\ud800\"", "\"wss://[\"", "\"http://a\"",
            "{\"op\":7}", "\"op\":7,", "\"id\":\"1\",", "\"d\":null,", "\"t\":\"READY\",", "\"type\":\"2\",", "\"options\":[null],", "\"value\":{},", "\"value\":\"\\udfff\",",
            "\"\\ud800abc\":1,", "\"heartbeat_interval\":1e308,", "//", "/* */", ",", "\u2028", "\ufeff",
        ]).Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x00], [0x22, 0xFF, 0xFE, 0x22],
    ];

    [Fact]
    public void Finds_no_frame_that_the_reader_cannot_stand() => Try(Frames, bytes =>
    {
        var content = GatewayFrame.Read(bytes);
        Use(content.Interaction);
        // Whatever was read, the session's table has an answer to it.
        if (content.Signal is { } signal)
            Session.On(new Session.Live(new ResumePoint("s", new Uri("wss://gateway.discord.gg"), 1), AckIsDue: false), signal);
    });

    [Fact]
    public void Finds_no_body_that_the_reader_cannot_stand() => Try(Interactions, bytes => Use(JsonSerializer.Deserialize(bytes, DiscordJson.Default.Interaction)));

    [Fact]
    public void Finds_no_signature_that_the_verifier_cannot_stand()
    {
        var signature = InteractionSignature.FromPublicKey("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")!;
        Try([new string('0', 128), new string('f', 128)], bytes =>
            Assert.False(signature.Verifies(Encoding.UTF8.GetString(bytes), "1700000000", bytes)));
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("""{"a":""", "}")]
    [InlineData("""{"options":[""", "]}")]
    public void Nesting_without_an_end_is_refused_or_passed_over(string open, string close)
    {
        var deep = string.Concat(Enumerable.Repeat(open, 100_000));
        foreach (var tail in (string[])["", "1" + string.Concat(Enumerable.Repeat(close, 100_000))])
        {
            Assert.ThrowsAny<JsonException>(() => GatewayFrame.Read(Encoding.UTF8.GetBytes($$"""{"op":0,"t":"X","s":1,"d":{{deep}}{{tail}}}""")));
            Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize(
                Encoding.UTF8.GetBytes($$"""{"id":"1","application_id":"2","type":2,"token":"t","data":{{deep}}{{tail}}}"""), DiscordJson.Default.Interaction));
        }
    }

    // What a bot does with an interaction that was read: nothing in it may throw later.
    private static void Use(Interaction? interaction)
    {
        if (interaction is null)
            return;
        _ = interaction.Token.Length + interaction.Actor?.Id.ToString().Length;
        foreach (var option in interaction.Data?.Options ?? [])
            _ = option.Name.Length + option.Value?.ToString().Length;
        foreach (var value in interaction.Data?.Values ?? [])
            _ = value.Length;
    }

    private void Try(IReadOnlyList<string> corpus, Action<byte[]> read)
    {
        var seed = (ulong)(Number("FUZZ_SEED") ?? Random.Shared.Next());
        var seeds = corpus.Select(Encoding.UTF8.GetBytes).ToArray();
        foreach (var bytes in seeds)
            Attempt(bytes, read, seed);

        var (tried, refused, round) = (0, 0, 0UL);
        for (var began = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(began) < Duration; round++)
        {
            foreach (var bytes in Gen.Sample(Mutated(seeds), 100, new Rnd(seed + round), 100))
            {
                tried++;
                refused += Attempt(bytes, read, seed + round) ? 0 : 1;
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tried:N0} inputs, {refused:N0} refused, seed {seed}"));
        Assert.NotInRange(tried, 0, 100);
    }

    /// <summary>Whether it was read; anything but a refusal within bounds fails the test and shows the input.</summary>
    private static bool Attempt(byte[] bytes, Action<byte[]> read, ulong seed)
    {
        var began = TimeProvider.System.GetTimestamp();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var isRead = true;
        try
        {
            read(bytes);
        }
        catch (JsonException)
        {
            isRead = false;
        }
        catch (Exception other)
        {
            Assert.Fail($"{other.GetType().Name} (seed {seed}) at {Convert.ToBase64String(bytes)}, which is {Encoding.Latin1.GetString(bytes)}: {other}");
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var took = TimeProvider.System.GetElapsedTime(began);
        Assert.True(allocated < MostBytesAllocated && took < MostTime, $"{allocated} bytes and {took} (seed {seed}) for {Convert.ToBase64String(bytes)}");
        return isRead;
    }

    private static Gen<byte[]> Mutated(byte[][] seeds) =>
        from start in Gen.Elements(seeds)
        from mutations in Gen.ListOf(Mutation(seeds), MostMutations).Resize(MostMutations)
        from count in Gen.Choose(1, MostMutations)
        select mutations.Take(count).Aggregate(start, (bytes, mutate) => mutate(bytes) is { Length: <= LargestInput } mutated ? mutated : bytes);

    private static Gen<Func<byte[], byte[]>> Mutation(byte[][] seeds) =>
        from kind in Gen.Choose(0, 9)
        from at in Gen.Choose(0, int.MaxValue - 1)
        from also in Gen.Choose(0, int.MaxValue - 1)
        from piece in Gen.Elements(Pieces)
        from other in Gen.Elements(seeds)
        select new Func<byte[], byte[]>(bytes => Mutate(bytes, kind, at, also, piece, other));

    private static byte[] Mutate(byte[] bytes, int kind, int at, int also, byte[] piece, byte[] other)
    {
        if (bytes.Length == 0)
            return piece;
        var (from, length) = (at % bytes.Length, also % 24);
        var to = Math.Min(bytes.Length, from + length);
        switch (kind)
        {
            case 0: // a bit flips
                var flipped = (byte[])bytes.Clone();
                flipped[from] ^= (byte)(1 << (also % 8));
                return flipped;
            case 1: // it ends too early
                return bytes[..from];
            case 2: // a part is missing
                return [.. bytes[..from], .. bytes[to..]];
            case 3: // a part comes twice, such as a key
                return [.. bytes[..to], .. bytes[from..]];
            case 4: // something slips in
                return [.. bytes[..from], .. piece, .. bytes[from..]];
            case 5: // a value is another
                return Replaced(bytes, from, piece);
            case 6: // a key comes twice, the second time with another value
                return bytes is [(byte)'{', .. var rest, _] && other is [(byte)'{', .. var more] ? [(byte)'{', .. rest, (byte)',', .. more] : bytes;
            case 7: // a value is a whole other document
                return Replaced(bytes, from, other);
            case 8: // a number is huge
                return Replaced(bytes, from, Encoding.ASCII.GetBytes(new string('9', 1 + (also % 400))));
            default: // it goes deep
                var depth = 1 + (also % 200);
                return Replaced(bytes, from, Encoding.ASCII.GetBytes(new string('[', depth) + new string(']', at % 2 == 0 ? depth : depth / 2)));
        }
    }

    // From the next colon to the next comma or bracket, which is mostly a value.
    private static byte[] Replaced(byte[] bytes, int from, byte[] value)
    {
        var colon = Array.IndexOf(bytes, (byte)':', from);
        if (colon < 0)
            return bytes;
        var end = bytes.AsSpan(colon + 1).IndexOfAny((byte)',', (byte)'}', (byte)']');
        return end < 0 ? bytes : [.. bytes[..(colon + 1)], .. value, .. bytes[(colon + 1 + end)..]];
    }

    private static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
