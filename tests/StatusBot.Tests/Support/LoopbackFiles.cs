using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using StatusBot.Messengers.Discord;

namespace StatusBot.Tests.Support;

/// <summary>
/// Discord's file host, on this machine: requests to it go over a real connection to a server that answers as a test says. Everything
/// in between is the bot's own.
/// </summary>
internal sealed class LoopbackFiles : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly HttpClient _http;
    private readonly List<string> _asked = [];

    private LoopbackFiles(WebApplication server, Uri address)
    {
        _server = server;
        _http = new HttpClient(new ToLoopback(address, _asked)) { Timeout = Timeout.InfiniteTimeSpan };
        Source = new CdnAttachments(_http, Time, new CapturingLogger<CdnAttachments>(Log));
    }

    /// <summary>The clock of the limit.</summary>
    public FakeTimeProvider Time { get; } = new();

    /// <summary>What was logged.</summary>
    public List<string> Log { get; } = [];

    /// <summary>The addresses that were asked, as the bot wrote them.</summary>
    public IReadOnlyList<string> Asked => _asked;

    /// <summary>The bot's door to it.</summary>
    public IAttachmentSource Source { get; }

    /// <summary>Starts a server.</summary>
    /// <param name="answer">How it answers.</param>
    public static async Task<LoopbackFiles> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.Run(answer);
        await server.StartAsync(TestContext.Current.CancellationToken);
        return new LoopbackFiles(server, new Uri(server.Urls.First()));
    }

    /// <summary>A server that has one text for whoever asks.</summary>
    public static Task<LoopbackFiles> WithTextAsync(string text) => StartAsync(context => context.Response.WriteAsync(text));

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    private sealed class ToLoopback(Uri server, List<string> asked) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (asked)
                asked.Add(request.RequestUri!.OriginalString);
            request.RequestUri = new Uri(server, request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
