using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using StatusBot.Discord.Model;
using StatusBot.Discord.Rest;
using StatusBot.Messengers.Discord;
using StatusBot.Tests.Support;

namespace StatusBot.Tests;

/// <summary><c>Explain status codes</c> in the menu of a message, through Discord's JSON.</summary>
public sealed class Explaining_a_message
{
    private const string Command = "Explain status codes";
    private const string Signed = "https://cdn.discordapp.com/attachments/1/2/app.log?ex=66f0a1b2&is=66ef5032&hm=5e884898da28047151d0e56f8dc62927";
    private const int Largest = 1024 * 1024;

    [Fact]
    public async Task Reads_what_is_written_in_it()
    {
        var answer = await Bot.Uses(Command, Message("It says HTTP/1.1 502 Bad Gateway again"));

        Assert.Equal(4, answer.Type);
        Assert.True(answer.IsPrivate);
        Assert.Equal("502 Bad Gateway ×1", answer.Fields[0].Name);
        Assert.Equal("", answer.Footer);
    }

    [Fact]
    public async Task Answers_in_the_askers_language() =>
        Assert.Equal("502 Bad Gateway (잘못된 게이트웨이) ×1", (await Bot.Uses(Command, Message("HTTP/1.1 502"), locale: "ko")).Fields[0].Name);

    [Fact]
    public async Task Reads_its_embeds_and_what_was_forwarded_with_it()
    {
        var message = Message("");
        message["embeds"] = new JsonArray(Embed("500", "501", "502", "503"));
        var forwarded = Message("status=400");
        forwarded["embeds"] = new JsonArray(Embed("401", "402", "403", "404"));
        message["message_snapshots"] = new JsonArray(new JsonObject { ["message"] = forwarded });

        var answer = await Bot.Uses(Command, message);

        Assert.Equal(
            ["400", "401", "402", "403", "404", "500", "501", "502", "503"],
            answer.Fields.SkipLast(1).Select(field => field.Name[..3]).Order());
    }

    [Fact]
    public async Task Says_kindly_and_privately_when_there_is_no_code_in_it()
    {
        foreach (var message in (JsonObject[])[Message("good morning"), Message(""), new JsonObject { ["id"] = "1" }])
        {
            var answer = await Bot.Uses(Command, message);

            Assert.True(answer.IsPrivate);
            Assert.Contains("no HTTP status code", answer.Description, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Says_so_too_when_the_message_is_not_there()
    {
        var interaction = Interactions.OnMessage(Command, Message("HTTP/1.1 502"));
        interaction["data"]!["resolved"] = new JsonObject();

        Assert.Contains("no HTTP status code", (await Bot.Receives(interaction)).Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("app.log")]
    [InlineData("trace.txt")]
    [InlineData("response.json")]
    [InlineData("session.har")]
    [InlineData("APP.LOG")]
    public async Task Reads_an_attached_text_by_its_name(string name)
    {
        await using var files = await LoopbackFiles.WithTextAsync("GET / HTTP/1.1\" 504 12");

        var answer = await Bot.Uses(Command, With(File(name)), files: files.Source);

        Assert.Equal("504 Gateway Timeout ×1", answer.Fields[0].Name);
        Assert.Equal([Signed], files.Asked);
    }

    [Fact]
    public async Task Reads_what_Windows_wrote()
    {
        await using var files = await LoopbackFiles.StartAsync(async context =>
        {
            await context.Response.Body.WriteAsync(Encoding.Unicode.GetPreamble());
            await context.Response.Body.WriteAsync(Encoding.Unicode.GetBytes("HTTP/1.1 504 Gateway Timeout"));
        });

        Assert.Equal("504 Gateway Timeout ×1", (await Bot.Uses(Command, With(File("app.log")), files: files.Source)).Fields[0].Name);
    }

    [Fact]
    public async Task Reads_the_first_two_texts_and_says_that_there_are_more()
    {
        await using var files = await LoopbackFiles.WithTextAsync("HTTP/1.1 504");

        var answer = await Bot.Uses(Command, With(File("a.log"), File("b.log"), File("c.log"), File("d.log")), files: files.Source);

        Assert.Equal(2, files.Asked.Count);
        Assert.Equal("504 Gateway Timeout ×2", answer.Fields[0].Name);
        Assert.Equal("An attachment was not read: only the first two texts are.", answer.Footer);
    }

    [Theory]
    [InlineData("en-US", "only texts are, named .log, .txt, .json or .har")]
    [InlineData("ko", "텍스트만 읽습니다")]
    public async Task Does_not_fetch_what_is_no_text_by_its_name(string locale, string said)
    {
        await using var files = await LoopbackFiles.WithTextAsync("HTTP/1.1 504");

        var answer = await Bot.Uses(Command, With(File("screenshot.png"), File("app.log.exe")), locale, files.Source);

        Assert.Empty(files.Asked);
        Assert.Contains(said, answer.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_out_what_is_no_text_by_what_is_in_it()
    {
        await using var files = await LoopbackFiles.StartAsync(context => context.Response.Body.WriteAsync(new byte[] { 0x89, 0x50, 0, 0, 0x0d }).AsTask());

        Assert.Contains("only texts are", (await Bot.Uses(Command, With(File("picture.txt")), files: files.Source)).Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://cdn.discordapp.com/attachments/1/2/app.log")]
    [InlineData("https://cdn.discordapp.com.example.org/app.log")]
    [InlineData("https://example.org/app.log")]
    [InlineData("https://cdn.discordapp.com@example.org/app.log")]
    [InlineData("https://user@cdn.discordapp.com/app.log")]
    [InlineData("https://cdn.discordapp.com:8443/app.log")]
    [InlineData("https://127.0.0.1/app.log")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//cdn.discordapp.com/app.log")]
    [InlineData("not an address")]
    [InlineData("")]
    public async Task Asks_no_other_host(string url)
    {
        await using var files = await LoopbackFiles.WithTextAsync("HTTP/1.1 504");

        var answer = await Bot.Uses(Command, With(File("app.log", url)), files: files.Source);

        Assert.Empty(files.Asked);
        Assert.Contains("not on Discord's own servers", answer.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://media.discordapp.net/attachments/1/2/app.log")]
    [InlineData("https://CDN.discordapp.com/attachments/1/2/app.log")]
    public async Task Asks_both_of_Discords_hosts(string url)
    {
        await using var files = await LoopbackFiles.WithTextAsync("HTTP/1.1 504");

        Assert.Equal("504 Gateway Timeout ×1", (await Bot.Uses(Command, With(File("app.log", url)), files: files.Source)).Fields[0].Name);
    }

    [Fact]
    public async Task Follows_no_redirect()
    {
        await using var files = await LoopbackFiles.StartAsync(context =>
        {
            context.Response.Redirect("https://cdn.discordapp.com/elsewhere");
            return Task.CompletedTask;
        });

        var answer = await Bot.Uses(Command, With(File("app.log")), files: files.Source);

        Assert.Single(files.Asked);
        Assert.Contains("could not be fetched", answer.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(500)]
    [InlineData(204)]
    public async Task Says_so_when_it_cannot_be_fetched_and_logs_no_address(int status)
    {
        await using var files = await LoopbackFiles.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        var answer = await Bot.Uses(Command, With(File("app.log")), files: files.Source);

        Assert.Contains("could not be fetched", answer.Description, StringComparison.Ordinal);
        Assert.Contains($"status {status}", Assert.Single(files.Log), StringComparison.Ordinal);
        NamesNothing(files.Log, answer);
    }

    [Fact]
    public async Task Says_so_when_the_connection_breaks()
    {
        await using var files = await LoopbackFiles.StartAsync(async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("HTTP/1.1 504");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        var answer = await Bot.Uses(Command, With(File("app.log")), files: files.Source);

        Assert.Contains("could not be fetched", answer.Description, StringComparison.Ordinal);
        Assert.Single(files.Log);
        NamesNothing(files.Log, answer);
    }

    [Theory]
    [InlineData("en-US", "larger than 1 MiB")]
    [InlineData("ko", "1MiB보다 커서")]
    public async Task Does_not_fetch_what_says_that_it_is_too_large(string locale, string said)
    {
        await using var files = await LoopbackFiles.WithTextAsync("HTTP/1.1 504");

        var answer = await Bot.Uses(Command, With(File("app.log", size: Largest + 1)), locale, files.Source);

        Assert.Empty(files.Asked);
        Assert.Contains(said, answer.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Largest, true)]
    [InlineData(Largest + 1, false)]
    public async Task Stops_reading_at_one_mebibyte_whatever_was_said(int size, bool isRead)
    {
        var text = "HTTP/1.1 504\n".PadRight(size, 'x');
        await using var files = await LoopbackFiles.StartAsync(async context =>
        {
            // No length: it is found out while reading.
            await context.Response.Body.FlushAsync();
            await context.Response.WriteAsync(text);
        });

        var answer = await Bot.Uses(Command, With(File("app.log", size: 10)), files: files.Source);

        Assert.Equal(isRead, answer.Data.ToJsonString().Contains("504 Gateway Timeout", StringComparison.Ordinal));
        Assert.Equal(!isRead, answer.Data.ToJsonString().Contains("larger than 1 MiB", StringComparison.Ordinal));
    }

    /// <summary>Text of which there is a mebibyte: lines, a recording on one line, and what looks like everything and is nothing.</summary>
    public static TheoryData<string> Kinds() =>
    [
        "203.0.113.9 - - [12/Mar/2026:10:15:01 +0000] \"GET /cart?id=1 HTTP/1.1\" 502 157 \"-\" \"Mozilla/5.0\"\n",
        "{\"request\":{\"method\":\"GET\",\"url\":\"https://example.com/a\"},\"response\":{\"status\":404,\"statusText\":\"Not Found\",\"headers\":[]}},",
        "status ",
        "4",
        "\"{[(:",
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Reads_two_of_the_largest_files_in_little_time(string unit)
    {
        await using var files = await LoopbackFiles.WithTextAsync(string.Concat(Enumerable.Repeat(unit, Largest / unit.Length)));
        var started = Stopwatch.GetTimestamp();

        await Bot.Uses(Command, With(File("a.har"), File("b.log")), files: files.Source);

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Does_not_wait_longer_than_five_seconds()
    {
        var asked = new TaskCompletionSource();
        await using var files = await LoopbackFiles.StartAsync(async context =>
        {
            await context.Response.WriteAsync("HTTP/1.1 504\n");
            await context.Response.Body.FlushAsync();
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });

        var answering = Bot.Uses(Command, With(File("app.log")), files: files.Source);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        files.Time.Advance(TimeSpan.FromSeconds(4.9));
        await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.False(answering.IsCompleted);
        files.Time.Advance(TimeSpan.FromSeconds(0.2));

        var answer = await answering.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.Contains("longer than five seconds", answer.Description, StringComparison.Ordinal);
        NamesNothing(files.Log, answer);
    }

    [Fact]
    public async Task Promises_a_private_answer_at_two_seconds_and_gives_it_when_the_file_is_there()
    {
        var time = new FakeTimeProvider();
        var file = new TaskCompletionSource<AttachmentContent>(TaskCreationOptions.RunContinuationsAsynchronously);
        var sent = new Recorder();
        var first = new List<InteractionResponse>();
        using var http = new HttpClient(sent) { BaseAddress = new Uri("https://api.example.com/api/v10/") };
        var handler = new InteractionHandler(
            Bot.Messenger(new SlowFile(file.Task)),
            new InteractionWebhook(http, time, NullLogger<InteractionWebhook>.Instance),
            time,
            NullLogger<InteractionHandler>.Instance);
        var interaction = JsonSerializer.Deserialize(
            Interactions.OnMessage(Command, With(File("app.log"))).ToJsonString(), DiscordJson.Default.Interaction)!;

        var answering = handler.AnswerAsync(interaction, response =>
        {
            first.Add(response);
            return Task.CompletedTask;
        });
        time.Advance(TimeSpan.FromSeconds(2.1));
        var rest = await answering.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        file.SetResult(new AttachmentContent(Encoding.UTF8.GetBytes("HTTP/1.1 504")));
        await rest!();

        Assert.Equal(InteractionResponseType.DeferredChannelMessageWithSource, Assert.Single(first).Type);
        Assert.Equal(MessageFlags.Ephemeral, Assert.IsType<MessageFlagsPayload>(first[0].Data).Flags);
        var (method, body) = Assert.Single(sent.Requests);
        Assert.Equal("PATCH", method);
        Assert.Contains("504 Gateway Timeout ×1", JsonNode.Parse(body)!["embeds"]![0]!["fields"]![0]!["name"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Still_reads_the_message_when_its_file_cannot_be_had()
    {
        var message = With(File("app.log"));
        message["content"] = "HTTP/1.1 503 Service Unavailable";

        var answer = await Bot.Uses(Command, message, files: new NoFiles());

        Assert.Equal("503 Service Unavailable ×1", answer.Fields[0].Name);
        Assert.Contains("could not be fetched", answer.Footer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_bounded_whatever_the_message_holds()
    {
        var message = Message(string.Concat(Enumerable.Repeat("status=404 ", 20_000)));
        message["embeds"] = new JsonArray([.. Enumerable.Range(0, 100).Select(_ => Embed("500", "501", "502", "503"))]);
        message["attachments"] = new JsonArray([.. Enumerable.Range(0, 100).Select(i => File($"{i}.log"))]);
        message["message_snapshots"] = new JsonArray([.. Enumerable.Range(0, 100).Select(_ => new JsonObject { ["message"] = Message("status=500") })]);

        Assert.True((await Bot.Uses(Command, message, files: new NoFiles())).IsPrivate);
    }

    private sealed class SlowFile(Task<AttachmentContent> content) : IAttachmentSource
    {
        public ValueTask<AttachmentContent> GetAsync(Attachment attachment, CancellationToken cancellationToken) => new(content);
    }

    private sealed class Recorder : HttpMessageHandler
    {
        public List<(string Method, string Body)> Requests { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add((request.Method.Method, await request.Content!.ReadAsStringAsync(cancellationToken)));
            return new HttpResponseMessage(HttpStatusCode.NoContent);
        }
    }

    private static void NamesNothing(IEnumerable<string> log, BotAnswer answer)
    {
        foreach (var text in log.Append(answer.Json.ToJsonString()))
        {
            Assert.DoesNotContain("app.log", text, StringComparison.Ordinal);
            Assert.DoesNotContain("5e884898", text, StringComparison.Ordinal);
            Assert.DoesNotContain("attachments/", text, StringComparison.Ordinal);
        }
    }

    private static JsonObject With(params JsonObject[] files)
    {
        var message = Message("");
        message["attachments"] = new JsonArray([.. files]);
        return message;
    }

    private static JsonObject File(string name, string url = Signed, long size = 100) => new()
    {
        ["id"] = "1127984240000000009",
        ["filename"] = name,
        ["size"] = size,
        ["url"] = url,
        ["proxy_url"] = url,
        ["content_type"] = "text/plain; charset=utf-8",
    };

    private static JsonObject Message(string content) => new()
    {
        ["id"] = "1127984240000000001",
        ["type"] = 0,
        ["content"] = content,
        ["author"] = new JsonObject { ["id"] = Bot.Stranger, ["username"] = "ops" },
        ["embeds"] = new JsonArray(),
        ["attachments"] = new JsonArray(),
        ["timestamp"] = "2026-03-12T10:15:00.000000+00:00",
        ["novelty"] = new JsonArray(new JsonObject { ["deep"] = 1 }),
    };

    private static JsonObject Embed(string title, string description, string value, string footer) => new()
    {
        ["type"] = "rich",
        ["title"] = $"status={title}",
        ["url"] = "not an address",
        ["description"] = $"status={description}",
        ["fields"] = new JsonArray(new JsonObject { ["name"] = "answer", ["value"] = $"status={value}", ["inline"] = true }),
        ["footer"] = new JsonObject { ["text"] = $"status={footer}" },
    };
}
