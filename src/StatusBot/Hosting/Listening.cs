using System.Net;

namespace StatusBot.Hosting;

/// <summary>Where the program listens.</summary>
internal static class Listening
{
    private const string OnThisMachine = "http://localhost:5080";
    private const string Everywhere = "http://*:5080";

    /// <summary>
    /// <c>--urls</c> and <c>ASPNETCORE_URLS</c> win. Without them, what Discord has to reach is open and all else is not.
    /// <c>ASPNETCORE_HTTP_PORTS</c>, which Microsoft's container images set, is ignored: it would open the local channel to every
    /// address.
    /// </summary>
    public static void ChooseAddresses(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
        {
            var discord = builder.Configuration.GetSection(DiscordOptions.Section).Get<DiscordOptions>() ?? new DiscordOptions();
            var listen = builder.Configuration[$"{LocalChannelOptions.Section}:{nameof(LocalChannelOptions.Listen)}"];
            builder.Configuration[WebHostDefaults.ServerUrlsKey] =
                discord.WayIn is WayIn.Http || listen == LocalChannelOptions.Any ? Everywhere : OnThisMachine;
        }

        builder.Configuration[WebHostDefaults.HttpPortsKey] = "";
        builder.Configuration[WebHostDefaults.HttpsPortsKey] = "";
    }

    /// <summary>The first address that other machines could reach, or null.</summary>
    public static string? FirstOpen(string? urls) => Each(urls).FirstOrDefault(url => !IsLoopback(BindingAddress.Parse(url)));

    /// <summary>Where this machine reaches the program, without a look-up: <c>http://127.0.0.1:5080</c>, or the one address that it listens on.</summary>
    public static Uri FromThisMachine(string? urls)
    {
        var address = BindingAddress.Parse(Each(urls).FirstOrDefault() ?? OnThisMachine);
        var isNumber = IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && !ip.Equals(IPAddress.Any) && !ip.Equals(IPAddress.IPv6Any);
        return new Uri($"{address.Scheme}://{(isNumber ? address.Host : IPAddress.Loopback)}:{address.Port}");
    }

    private static string[] Each(string? urls) => (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsLoopback(BindingAddress address) =>
        address.IsUnixPipe
        || address.Host == "localhost"
        || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
