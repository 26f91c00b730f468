using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using StatusBot.EndToEnd.Tests.Support;
using StatusBot.StandIn;

namespace StatusBot.EndToEnd.Tests;

/// <summary>HTTP mode on two replicas behind a proxy that takes them in turn; one of them goes.</summary>
[Collection(Alone.Name)]
public sealed class Two_replicas(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Load = 600;
    private const int AtOnce = 16;
    private const int EndsAfter = 200;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(400);

    private DiscordStandIn _discord = null!;
    private RunningBot _first = null!;
    private RunningBot _second = null!;
    private RoundRobin _proxy = null!;
    private HttpClient _http = null!;

    public async ValueTask InitializeAsync()
    {
        _discord = await DiscordStandIn.StartAsync();
        var settings = new Dictionary<string, string>
        {
            ["Discord__PublicKey"] = SignedBot.PublicKey,
            ["Discord__ApplicationId"] = _discord.ApplicationId,
            ["Discord__ApiUrl"] = _discord.ApiUrl.ToString(),
        };
        _first = await RunningBot.StartAsync(settings);
        _second = await RunningBot.StartAsync(settings);
        _proxy = await RoundRobin.StartAsync(_first.Address, _second.Address);
        _http = new HttpClient(new SocketsHttpHandler());
    }

    [Fact]
    public async Task Answer_any_button_of_each_others_cards()
    {
        var (_, card) = await AskAsync(_first.Address, ConnectedBot.Status("404"));
        var buttons = Buttons(card.Messages[0]).ToArray();
        Assert.NotEmpty(buttons);

        foreach (var button in buttons)
        {
            foreach (var replica in (Uri[])[_first.Address, _second.Address])
            {
                var (status, pressed) = await AskAsync(replica, Press(card.Messages[0], button));
                Assert.Equal(HttpStatusCode.OK, status);
                Assert.Contains((await pressed.Outcome).ResponseType, new int?[] { 6, 7 });
            }
        }

        Assert.Empty(_discord.Violations);
    }

    [Fact]
    public async Task Lose_nothing_that_one_has_accepted_when_it_is_asked_to_stop()
    {
        _proxy.HandsOn = true;
        Task<int> stopping = null!;
        var (load, held) = await LoadAsync(() => stopping = _first.TerminateAsync());

        output.WriteLine($"SIGTERM: {load.Count} sent, {load.Count(IsAnswered)} answered, {_proxy.HandedOn} handed on; of {held.Count} that it had half of, {held.Count(IsAnswered)} answered");
        Assert.All(load.Concat(held), status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(0, await stopping);
        Assert.Empty(_discord.Violations);
    }

    [Fact]
    public async Task Lose_only_what_one_held_when_it_is_killed()
    {
        var (load, held) = await LoadAsync(_first.KillAsync);

        var lost = load.Count(status => !IsAnswered(status));
        output.WriteLine($"SIGKILL: {load.Count} sent, {load.Count - lost} answered, {lost} lost of {AtOnce} at once; of {held.Count} that it had half of, {held.Count(IsAnswered)} answered");
        Assert.InRange(lost, 0, AtOnce);
        Assert.All(held, status => Assert.Equal(HttpStatusCode.BadGateway, status));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _proxy.DisposeAsync();
        await _first.DisposeAsync();
        await _second.DisposeAsync();
        await _discord.DisposeAsync();
    }

    // Through the proxy. In the middle one replica goes, while it has half of some more.
    private async Task<(IReadOnlyList<HttpStatusCode> Load, IReadOnlyList<HttpStatusCode> Held)> LoadAsync(Func<Task> end)
    {
        var answers = new HttpStatusCode[Load];
        var next = -1;
        Task<HttpStatusCode[]> held = null!;
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) is var number && number < Load)
            {
                if (number == EndsAfter)
                    held = EndAsync(end);
                (answers[number], var _) = await AskAsync(_proxy.Address, ConnectedBot.Status($"{400 + (number % 5)}"));
            }
        }));
        return (answers, await held);
    }

    private async Task<HttpStatusCode[]> EndAsync(Func<Task> end)
    {
        var halves = new List<HalfRequest>();
        for (var i = 0; i < AtOnce; i++)
        {
            var interaction = ConnectedBot.Status("503");
            halves.Add(await HalfRequest.SendAsync(_first.Address, _discord.Track(interaction), interaction.ToJsonString()));
        }

        await Task.Delay(Moment, TestContext.Current.CancellationToken); // until it has read them
        var ending = end();
        await Task.Delay(Moment, TestContext.Current.CancellationToken); // until it has been told
        var answers = await Task.WhenAll(halves.Select(FinishAsync));
        await ending;
        return answers;
    }

    private async Task<HttpStatusCode> FinishAsync(HalfRequest half)
    {
        using (half)
        {
            if (await half.FinishAsync() is not { } body)
                return HttpStatusCode.BadGateway;
            Accept(half.Sent, body);
            return HttpStatusCode.OK;
        }
    }

    private static bool IsAnswered(HttpStatusCode status) => status is HttpStatusCode.OK;

    private async Task<(HttpStatusCode Status, SentInteraction Sent)> AskAsync(Uri address, JsonObject interaction)
    {
        var sent = _discord.Track(interaction);
        using var request = SignedBot.Request(interaction.ToJsonString(), how: "");
        request.RequestUri = new Uri(address, "/interactions");
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        if (response.StatusCode is HttpStatusCode.OK)
            Accept(sent, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (response.StatusCode, sent);
    }

    private void Accept(SentInteraction sent, string body) => Assert.Null(_discord.TakeBody(sent, JsonNode.Parse(body)!));

    private static JsonObject Press(JsonObject message, string button)
    {
        var press = ConnectedBot.Status("");
        press["type"] = 3;
        press["message"] = message.DeepClone();
        press["data"] = new JsonObject { ["component_type"] = 2, ["custom_id"] = button };
        return press;
    }

    private static IEnumerable<string> Buttons(JsonObject message) => message["components"]!.AsArray()
        .SelectMany(row => row!["components"]!.AsArray())
        .Where(component => (int)component!["type"]! == 2 && component["custom_id"] is not null)
        .Select(button => (string)button!["custom_id"]!);

    /// <summary>A signed request of which the body's second half is held back.</summary>
    private sealed class HalfRequest(TcpClient tcp, SentInteraction sent, byte[] rest) : IDisposable
    {
        public SentInteraction Sent => sent;

        public static async Task<HalfRequest> SendAsync(Uri address, SentInteraction sent, string json)
        {
            using var signed = SignedBot.Request(json, how: "");
            var body = Encoding.UTF8.GetBytes(json);
            var head = $"POST /interactions HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n"
                + string.Concat(signed.Headers.Select(header => $"{header.Key}: {header.Value.First()}\r\n")) + "\r\n";
            var tcp = new TcpClient();
            await tcp.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
            await tcp.GetStream().WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. body[..(body.Length / 2)]], TestContext.Current.CancellationToken);
            return new HalfRequest(tcp, sent, body[(body.Length / 2)..]);
        }

        /// <summary>Sends the rest; the answer's body, or null where none came or it is no success.</summary>
        public async Task<string?> FinishAsync()
        {
            try
            {
                await tcp.GetStream().WriteAsync(rest, TestContext.Current.CancellationToken);
                using var reader = new StreamReader(tcp.GetStream());
                var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
                return answer.StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal) ? answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..] : null;
            }
            catch (IOException)
            {
                return null; // nobody is there any more
            }
        }

        public void Dispose() => tcp.Dispose();
    }
}

/// <summary>Tests that measure, and so have the machine for themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
