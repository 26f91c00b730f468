using Microsoft.Extensions.Options;
using StatusBot.Discord.Gateway;

namespace StatusBot.Hosting;

internal static class HealthSetup
{
    private static readonly TimeSpan ProbeLimit = TimeSpan.FromSeconds(3);

    /// <summary>Live: the process answers. Ready: the bot can answer people: its sessions are live, or its key is there.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => TypedResults.Text("live"));
        app.MapGet("/health/ready", (IOptions<DiscordOptions> options, IServiceProvider services) => IsReady(options.Value, services)
            ? TypedResults.Text("ready")
            : TypedResults.Text("connecting", statusCode: StatusCodes.Status503ServiceUnavailable));
    }

    /// <summary>The <c>health</c> verb: asks the program that runs beside it, as a container's health check does.</summary>
    /// <returns>0 when it answers.</returns>
    public static async Task<int> ProbeAsync(Uri address)
    {
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = address, Timeout = ProbeLimit };
        try
        {
            using var response = await http.GetAsync("/health/live");
            return response.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"Nothing answers at {address}.");
            return 1;
        }
    }

    private static bool IsReady(DiscordOptions options, IServiceProvider services) =>
        options.WayIn is not WayIn.Gateway || services.GetRequiredService<GatewayClient>().LiveShards >= options.Shards;
}
