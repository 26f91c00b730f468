using System.Net;
using Microsoft.Extensions.Options;
using StatusBot.Hosting;

namespace StatusBot.Messengers.LocalChannel;

/// <summary>
/// Keeps the channel to its own page: a foreign Host (DNS rebinding) and a foreign Origin (another site's page) are refused, and
/// a request from another machine too unless the operator opened the channel.
/// </summary>
internal sealed class LocalGuard(RequestDelegate next, IOptions<LocalChannelOptions> options)
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        if (!LocalPaths.Owns(context.Request.Path))
            return next(context);

        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-cache";

        if (IsOwnHost(context.Request.Host) && IsOwnOrigin(context.Request) && IsNear(context.Connection.RemoteIpAddress))
            return next(context);

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync("The local channel answers its own page on localhost only.", context.RequestAborted);
    }

    private static bool IsOwnHost(HostString host) => host.Host is "localhost" or "127.0.0.1" or "[::1]";

    private static bool IsOwnOrigin(HttpRequest request)
    {
        var origin = request.Headers.Origin;
        if (origin.Count == 0)
            return request.Headers["Sec-Fetch-Site"] is { Count: 0 } or ["same-origin" or "none"];

        return origin.Count == 1 && origin[0] == $"{request.Scheme}://{request.Host}";
    }

    private bool IsNear(IPAddress? address) =>
        options.Value.Listen == LocalChannelOptions.Any || address is null || IPAddress.IsLoopback(address);
}

/// <summary>The paths that belong to the local channel: all but the bot's own endpoints.</summary>
internal static class LocalPaths
{
    public const string Api = "/local";
    public const string Discord = Api + "/api/v10";

    public static bool Owns(PathString path) =>
        !path.StartsWithSegments("/health", StringComparison.Ordinal) && !path.StartsWithSegments("/interactions", StringComparison.Ordinal);
}
