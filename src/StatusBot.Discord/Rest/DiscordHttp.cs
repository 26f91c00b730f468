using System.Net;

namespace StatusBot.Discord.Rest;

/// <summary>The one way to Discord's API: a shared handler, and clients that present themselves as Discord asks.</summary>
/// <param name="product">Who calls, as <c>(url, version)</c> in the User-Agent: where to learn about it.</param>
/// <param name="version">Its version.</param>
public sealed class DiscordHttp(Uri product, string version) : IDisposable
{
    /// <summary>Discord's API, version 10.</summary>
    public const string DefaultApiUrl = "https://discord.com/api/v10";

    // Discord's addresses change; a connection that lives for ever would not notice.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly SocketsHttpHandler _handler = new()
    {
        PooledConnectionLifetime = ConnectionLifetime,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        AutomaticDecompression = DecompressionMethods.All,
        AllowAutoRedirect = false,
        UseCookies = false,
        // Activity headers would carry nothing that Discord uses, and the filled path would reach a trace.
        ActivityHeadersPropagator = null,
    };

    /// <summary>A client for an API; it shares this one's connections.</summary>
    /// <param name="apiUrl">Its address, with or without a slash at the end.</param>
    /// <remarks>Without such a User-Agent, Cloudflare may block the request (Discord, reference.mdx, "User Agent").</remarks>
    public HttpClient For(Uri apiUrl)
    {
        var client = new HttpClient(_handler, disposeHandler: false)
        {
            BaseAddress = new Uri(apiUrl.ToString().TrimEnd('/') + "/"),
            Timeout = Timeout.InfiniteTimeSpan, // each attempt has a limit of its own
        };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"DiscordBot ({product}, {version})");
        return client;
    }

    /// <inheritdoc/>
    public void Dispose() => _handler.Dispose();
}
