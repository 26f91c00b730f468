using System.Net;
using System.Net.Http.Headers;
using System.Text;
using StatusBot.EndToEnd.Tests.Support;

namespace StatusBot.EndToEnd.Tests;

/// <summary>The program as its operator meets it: start, refuse, stop.</summary>
public sealed class The_program
{
    [Fact]
    public async Task Says_in_its_first_line_where_to_try_it_and_stops_when_asked()
    {
        await using var bot = await RunningBot.StartAsync();

        Assert.Contains($"Try the bot in a browser: {bot.Address.ToString().TrimEnd('/')}", bot.Lines[0], StringComparison.Ordinal);
        Assert.Equal(0, await bot.TerminateAsync());
    }

    [Fact]
    public async Task Stops_although_a_page_is_open()
    {
        await using var bot = await RunningBot.StartAsync();
        using var http = Client(bot);
        var session = await http.GetStringAsync("/local/session", TestContext.Current.CancellationToken);
        var channel = System.Text.Json.JsonDocument.Parse(session).RootElement.GetProperty("channel_id").GetString();
        using var events = await http.GetAsync($"/local/events?channel_id={channel}", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, events.StatusCode);
        Assert.Equal(0, await bot.TerminateAsync());
    }

    [Theory]
    [InlineData("LocalChannel__Listen", "everywhere", "LocalChannel:Listen is neither loopback nor any.")]
    [InlineData("ASPNETCORE_URLS", "http://0.0.0.0:5081", "The address http://0.0.0.0:5081 can be reached from other machines")]
    [InlineData("ASPNETCORE_URLS", "http://*:5081", "set LocalChannel:Listen to any")]
    public async Task Refuses_a_contradiction_in_a_sentence_without_a_stack_trace(string variable, string value, string sentence)
    {
        var (exitCode, lines) = await RunningBot.RunAsync([], new Dictionary<string, string> { [variable] = value });

        Assert.NotEqual(0, exitCode);
        Assert.Contains(sentence, lines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", string.Join('\n', lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ignores_the_port_that_container_images_set()
    {
        await using var bot = await RunningBot.StartAsync(new Dictionary<string, string> { ["ASPNETCORE_HTTP_PORTS"] = "8080" });

        Assert.NotEqual(8080, bot.Address.Port);
        Assert.DoesNotContain("8080", string.Join('\n', bot.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_for_the_health_of_the_one_that_runs_beside_it()
    {
        await using var bot = await RunningBot.StartAsync();
        var beside = new Dictionary<string, string> { ["ASPNETCORE_URLS"] = $"http://localhost:{bot.Address.Port}" };

        Assert.Equal(0, (await RunningBot.RunAsync(["health"], beside)).ExitCode);
        await bot.TerminateAsync();
        Assert.Equal(1, (await RunningBot.RunAsync(["health"], beside)).ExitCode);
    }

    [Theory]
    [InlineData("true", "loopback", true)]
    [InlineData("true", "any", false)]
    [InlineData("", "loopback", false)]
    public async Task Says_in_a_closed_container_what_to_set(string inContainer, string listen, bool says)
    {
        await using var bot = await RunningBot.StartAsync(new Dictionary<string, string>
        {
            ["DOTNET_RUNNING_IN_CONTAINER"] = inContainer,
            ["LocalChannel__Listen"] = listen,
        });
        Assert.Equal(0, await bot.TerminateAsync());

        Assert.Contains("Try the bot in a browser: ", bot.Lines[0], StringComparison.Ordinal);
        var advice = bot.Lines.Where(line => line.Contains("-p 127.0.0.1:5080:5080 -e LocalChannel__Listen=any", StringComparison.Ordinal));
        Assert.Equal(says ? 1 : 0, advice.Count(line => line.Contains("Discord:Token", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Answers_its_own_page_only()
    {
        await using var bot = await RunningBot.StartAsync();
        using var http = Client(bot);

        Assert.Equal(HttpStatusCode.OK, await Status(http, HttpMethod.Get, "/", host: null, origin: null));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(http, HttpMethod.Get, "/", host: "evil.example.com", origin: null));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(http, HttpMethod.Get, "/local/session", host: $"evil.example.com:{bot.Address.Port}", origin: null));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(http, HttpMethod.Post, "/local/interactions", host: null, origin: "http://evil.example.com"));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(http, HttpMethod.Post, "/local/interactions", host: null, origin: "null"));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(http, HttpMethod.Post, "/local/interactions", host: null, origin: $"http://127.0.0.1:{bot.Address.Port + 1}"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(http, HttpMethod.Post, "/local/interactions", host: null, origin: bot.Address.ToString().TrimEnd('/')));
    }

    [Fact]
    public async Task Sends_a_strict_content_security_policy()
    {
        await using var bot = await RunningBot.StartAsync();
        using var http = Client(bot);

        using var page = await http.GetAsync("/", TestContext.Current.CancellationToken);

        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.False(page.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":2,\"type\":3}", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.NotFound)]
    [InlineData("{\"channel_id\":7}", HttpStatusCode.NotFound)]
    [InlineData("huge", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("deep", HttpStatusCode.BadRequest)]
    public async Task Bounds_and_checks_what_is_sent_to_it(string body, HttpStatusCode expected)
    {
        await using var bot = await RunningBot.StartAsync();
        using var http = Client(bot);
        var text = body switch
        {
            "huge" => $"{{\"a\":\"{new string('a', 300_000)}\"}}",
            "deep" => string.Concat(Enumerable.Repeat("{\"a\":", 1000)),
            _ => body,
        };

        using var response = await http.PostAsync("/local/interactions", Json(text), TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Tells_its_health(string path)
    {
        await using var bot = await RunningBot.StartAsync();
        using var http = Client(bot);

        using var response = await http.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Takes_follow_ups_edits_and_deletions_by_token_alone()
    {
        await using var bot = await RunningBot.StartAsync();
        using var http = Client(bot);

        foreach (var (method, path) in new[]
        {
            (HttpMethod.Post, "/local/api/v10/webhooks/1/unknown"),
            (HttpMethod.Patch, "/local/api/v10/webhooks/1/unknown/messages/@original"),
            (HttpMethod.Delete, "/local/api/v10/webhooks/1/unknown/messages/@original"),
        })
        {
            using var request = new HttpRequestMessage(method, path) { Content = Json("{}") };
            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Contains("50027", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    private static HttpClient Client(RunningBot bot) => new(new SocketsHttpHandler()) { BaseAddress = bot.Address };

    private static StringContent Json(string text) => new(text, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));

    private static async Task<HttpStatusCode> Status(HttpClient http, HttpMethod method, string path, string? host, string? origin)
    {
        using var request = new HttpRequestMessage(method, path);
        if (method == HttpMethod.Post)
            request.Content = Json("{}");
        request.Headers.Host = host;
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
