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

    /// <summary>An address of the program's own health, for this machine: <c>http://localhost:5080</c>.</summary>
    public static Uri OnLoopback(string? urls)
    {
        var address = BindingAddress.Parse(Each(urls).FirstOrDefault() ?? OnThisMachine);
        return new Uri($"{address.Scheme}://{(IsLoopback(address) ? address.Host : "localhost")}:{address.Port}");
    }

    private static string[] Each(string? urls) => (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsLoopback(BindingAddress address) =>
        address.IsUnixPipe
        || address.Host == "localhost"
        || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
