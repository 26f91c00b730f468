using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace StatusBot.StandIn.Tests.Support;

/// <summary>A client that does what Discord asks, unless a test says otherwise.</summary>
internal sealed class RestClient(DiscordStandIn discord) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler()) { Timeout = TimeSpan.FromSeconds(10) };

    public string UserAgent { get; set; } = "DiscordBot (https://example.org/statusbot, 0.1.0)";

    public Task<Answer> Bot(string method, string path, object? body = null, string? authorization = null) =>
        SendAsync(method, path, body, authorization ?? $"Bot {discord.Token}");

    public Task<Answer> Callback(SentInteraction interaction, object body, string query = "") =>
        SendAsync("POST", $"/interactions/{interaction.Id}/{interaction.Token}/callback{query}", body, null);

    public Task<Answer> Webhook(string method, SentInteraction interaction, string path = "", object? body = null) =>
        SendAsync(method, $"/webhooks/{discord.ApplicationId}/{interaction.Token}{path}", body, null);

    public async Task<Answer> SendAsync(string method, string path, object? body, string? authorization, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), discord.ApiUrl + path);
        if (UserAgent.Length > 0)
            request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        if (body is not null)
            request.Content = new StringContent(body as string ?? ((JsonNode)body).ToJsonString(), Encoding.UTF8, contentType);
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var headers = response.Headers.ToDictionary(header => header.Key, header => header.Value.First(), StringComparer.OrdinalIgnoreCase);
        return new Answer(response.StatusCode, text, headers);
    }

    public void Dispose() => _http.Dispose();
}

internal sealed record Answer(HttpStatusCode Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public int Code => (int)Json["code"]!;

    public void Is(int status, int? code = null)
    {
        Assert.True((int)Status == status, $"{(int)Status} {Text}");
        if (code is not null)
            Assert.Equal(code, Code);
    }
}

/// <summary>Bodies, as small as they may be.</summary>
internal static class Bodies
{
    public static JsonObject Slash(string? guildId = "290926798626357999") => new()
    {
        ["type"] = 2,
        ["guild_id"] = guildId,
        ["channel_id"] = "645027906669510667",
        ["locale"] = "en-US",
        ["data"] = new JsonObject { ["id"] = "1", ["type"] = 1, ["name"] = "status" },
        ["member"] = new JsonObject { ["user"] = new JsonObject { ["id"] = "80351110224678912" } },
    };

    public static JsonObject Press(int flags = 0) => new()
    {
        ["type"] = 3,
        ["data"] = new JsonObject { ["custom_id"] = "a", ["component_type"] = 2 },
        ["message"] = new JsonObject { ["id"] = "1127984240000000001", ["flags"] = flags, ["content"] = "before" },
    };

    public static JsonObject Typing() => new()
    {
        ["type"] = 4,
        ["data"] = new JsonObject
        {
            ["id"] = "1",
            ["type"] = 1,
            ["name"] = "status",
            ["options"] = new JsonArray(new JsonObject { ["type"] = 3, ["name"] = "code", ["value"] = "4", ["focused"] = true }),
        },
    };

    public static JsonObject Message(string content = "hello") =>
        new() { ["content"] = content, ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() } };

    public static JsonObject Answer(int type, JsonObject? data = null)
    {
        var answer = new JsonObject { ["type"] = type };
        if (data is not null)
            answer["data"] = data;
        return answer;
    }

    public static JsonObject Command(string name = "status") => new()
    {
        ["type"] = 1,
        ["name"] = name,
        ["description"] = "Explains a code",
        ["integration_types"] = new JsonArray(0),
        ["contexts"] = new JsonArray(0, 1),
    };
}

internal static class Violations
{
    public static void None(DiscordStandIn discord) => Assert.Empty(discord.Violations);

    public static void Has(DiscordStandIn discord, string rule) => Assert.Contains(discord.Violations, violation => violation.Rule == rule);
}
