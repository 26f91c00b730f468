using System.Net;

namespace StatusBot.Hosting;

/// <summary>Where the program listens.</summary>
internal static class Listening
{
    private const string OnThisMachine = "http://localhost:5080";
    private const string Everywhere = "http://*:5080";

    /// <summary>
    /// <c>--urls</c> and <c>ASPNETCORE_URLS</c> win. <c>ASPNETCORE_HTTP_PORTS</c>, which Microsoft's container images set, is
    /// ignored: it would open the local channel to every address.
    /// </summary>
    public static void ChooseAddresses(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
        {
            var listen = builder.Configuration[$"{LocalChannelOptions.Section}:{nameof(LocalChannelOptions.Listen)}"];
            builder.Configuration[WebHostDefaults.ServerUrlsKey] = listen == LocalChannelOptions.Any ? Everywhere : OnThisMachine;
        }

        builder.Configuration[WebHostDefaults.HttpPortsKey] = "";
        builder.Configuration[WebHostDefaults.HttpsPortsKey] = "";
    }

    /// <summary>The first address that other machines could reach, or null.</summary>
    public static string? FirstOpen(string? urls) => (urls ?? "")
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .FirstOrDefault(url => !IsLoopback(BindingAddress.Parse(url)));

    private static bool IsLoopback(BindingAddress address) =>
        address.IsUnixPipe
        || address.Host == "localhost"
        || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
