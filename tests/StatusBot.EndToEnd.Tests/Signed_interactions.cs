using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using NSec.Cryptography;
using StatusBot.EndToEnd.Tests.Support;

namespace StatusBot.EndToEnd.Tests;

/// <summary>HTTP mode: Discord's signed requests, sent to the running program.</summary>
public sealed class Signed_interactions(SignedBot bot) : IClassFixture<SignedBot>
{
    private const string Ping = """{"id":"1","application_id":"2","type":1,"token":"t","version":1}""";

    [Fact]
    public async Task Of_a_ping_is_answered_with_a_pong()
    {
        using var response = await bot.PostAsync(Ping);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("""{"type":1}""", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Of_a_command_is_answered_with_its_card()
    {
        using var response = await bot.PostAsync(Command("권한 없음"));

        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(4, (int)answer["type"]!);
        Assert.StartsWith("403 Forbidden", (string?)answer["data"]!["embeds"]![0]!["title"], StringComparison.Ordinal);
        Assert.Empty(answer["data"]!["allowed_mentions"]!["parse"]!.AsArray());
    }

    [Fact]
    public async Task That_arrives_twice_is_taken_note_of_and_not_run_again()
    {
        var command = Command("404");

        using var first = await bot.PostAsync(command);
        using var second = await bot.PostAsync(command);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("no signature")]
    [InlineData("no timestamp")]
    [InlineData("two signatures")]
    [InlineData("two timestamps")]
    [InlineData("another key")]
    [InlineData("another timestamp")]
    [InlineData("another body")]
    [InlineData("odd digits")]
    [InlineData("too short")]
    [InlineData("too long")]
    [InlineData("empty")]
    public async Task That_is_not_signed_by_Discord_is_refused_in_one_shape(string how)
    {
        var body = how == "empty" ? "" : Ping;
        using var request = SignedBot.Request(body, how);
        using var response = await bot.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"type\":2}")]
    [InlineData("not json")]
    [InlineData("{\"id\":\"1\",\"application_id\":\"2\",\"type\":\"x\",\"token\":\"t\"}")]
    public async Task That_is_signed_but_no_interaction_is_refused_too(string body)
    {
        using var response = await bot.PostAsync(body);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task That_is_huge_is_refused_before_it_is_read()
    {
        // Whoever does not ask first may find the connection closed while still sending.
        using var request = SignedBot.Request(new string(' ', 2_000_000), how: "");
        request.Headers.ExpectContinue = true;
        using var response = await bot.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.RequestEntityTooLarge });
    }

    [Fact]
    public async Task Leave_no_local_channel_open_beside_them()
    {
        using var page = await bot.Http.GetAsync("/", TestContext.Current.CancellationToken);
        using var ready = await bot.Http.GetAsync("/health/ready", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
    }

    private static string Command(string code) => new JsonObject
    {
        ["id"] = $"{Random.Shared.NextInt64(1, long.MaxValue)}",
        ["application_id"] = "845027738276462632",
        ["type"] = 2,
        ["token"] = "aW50ZXJhY3Rpb24",
        ["version"] = 1,
        ["locale"] = "en-US",
        ["member"] = new JsonObject { ["user"] = new JsonObject { ["id"] = "80351110224678912" } },
        ["data"] = new JsonObject
        {
            ["name"] = "status",
            ["type"] = 1,
            ["options"] = new JsonArray(new JsonObject { ["type"] = 3, ["name"] = "code", ["value"] = code }),
        },
    }.ToJsonString();
}

/// <summary>The bot in HTTP mode, and a key to sign with as Discord does.</summary>
public sealed class SignedBot : IAsyncLifetime
{
    private static readonly Key Key = Key.Create(SignatureAlgorithm.Ed25519);
    private static readonly Key Another = Key.Create(SignatureAlgorithm.Ed25519);

    private RunningBot? _bot;

    /// <summary>The key that Discord's requests are verified with.</summary>
    public static string PublicKey { get; } = Convert.ToHexStringLower(Key.PublicKey.Export(KeyBlobFormat.RawPublicKey));

    /// <summary>A client of the bot.</summary>
    public HttpClient Http { get; } = new(new SocketsHttpHandler());

    public async ValueTask InitializeAsync()
    {
        _bot = await RunningBot.StartAsync(new Dictionary<string, string>
        {
            ["Discord__PublicKey"] = PublicKey,
        });
        Http.BaseAddress = _bot.Address;
    }

    /// <summary>Sends a signed body.</summary>
    public async Task<HttpResponseMessage> PostAsync(string body)
    {
        using var request = Request(body, how: "");
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>A request that is signed, except for one fault.</summary>
    public static HttpRequestMessage Request(string body, string how)
    {
        const string Timestamp = "1700000000";
        var bytes = Encoding.UTF8.GetBytes(body);
        var signature = Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(how == "another key" ? Another : Key, [.. Encoding.UTF8.GetBytes(Timestamp), .. bytes]));
        var request = new HttpRequestMessage(HttpMethod.Post, "/interactions") { Content = new ByteArrayContent(how == "another body" ? [.. bytes, (byte)' '] : bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        string[] signatures = how switch
        {
            "no signature" => [],
            "two signatures" => [signature, signature],
            "odd digits" => [signature[..^2] + "zz"],
            "too short" => [signature[..^2]],
            "too long" => [signature + signature],
            "empty" => [new string('0', 128)],
            _ => [signature],
        };
        string[] timestamps = how switch
        {
            "no timestamp" => [],
            "two timestamps" => [Timestamp, Timestamp],
            "another timestamp" => ["1700000001"],
            _ => [Timestamp],
        };
        request.Headers.TryAddWithoutValidation("X-Signature-Ed25519", signatures);
        request.Headers.TryAddWithoutValidation("X-Signature-Timestamp", timestamps);
        return request;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_bot is not null)
            await _bot.DisposeAsync();
    }
}
