using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace StatusBot.EndToEnd.Tests.Support;

/// <summary>
/// A proxy that gives each request to the next replica in turn. One that cannot be connected to is passed over, since it has got
/// nothing; where a request was sent and nothing came back, the answer is 502, unless it hands on.
/// </summary>
internal sealed class RoundRobin : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly HttpClient[] _replicas;
    private int _next;
    private int _handedOn;

    private RoundRobin(IReadOnlyList<Uri> replicas)
    {
        // A connection for each request: whether a replica was reached is then plain to see.
        _replicas = [.. replicas.Select(address => new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero }) { BaseAddress = address })];
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _server = builder.Build();
        _server.Run(ForwardAsync);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>
    /// Whether it gives a request to another replica when one has ended the connection without an answer, as a proxy should: the
    /// operating system takes connections for a program that is about to stop and will never see them.
    /// </summary>
    public bool HandsOn { get; set; }

    /// <summary>How many requests were given to another replica after they had been sent to one.</summary>
    public int HandedOn => Volatile.Read(ref _handedOn);

    /// <summary>Starts it on a free port.</summary>
    public static async Task<RoundRobin> StartAsync(params IReadOnlyList<Uri> replicas)
    {
        var proxy = new RoundRobin(replicas);
        await proxy._server.StartAsync();
        proxy.Address = new Uri(proxy._server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        foreach (var replica in _replicas)
            replica.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var first = Interlocked.Increment(ref _next);
        for (var i = 0; i < _replicas.Length; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, context.Request.Path) { Content = new ByteArrayContent(body.ToArray()) };
            foreach (var (name, values) in context.Request.Headers)
            {
                if (name.StartsWith("X-Signature-", StringComparison.OrdinalIgnoreCase))
                    request.Headers.TryAddWithoutValidation(name, [.. values]);
            }

            try
            {
                using var response = await _replicas[(first + i) % _replicas.Length].SendAsync(request);
                context.Response.StatusCode = (int)response.StatusCode;
                await context.Response.Body.WriteAsync(await response.Content.ReadAsByteArrayAsync());
                return;
            }
            catch (HttpRequestException problem) when (problem.HttpRequestError is HttpRequestError.ConnectionError)
            {
                // It has got nothing.
            }
            catch (HttpRequestException)
            {
                if (!HandsOn)
                    break;
                Interlocked.Increment(ref _handedOn);
            }
        }

        context.Response.StatusCode = StatusCodes.Status502BadGateway;
    }
}
