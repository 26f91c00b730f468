using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using StatusBot.Discord.Model;
using StatusBot.Discord.Rest;

namespace StatusBot.Messengers.LocalChannel;

/// <summary>Sends what follows the first answer, to this program's own copy of Discord's routes: the same client, the same HTTP.</summary>
internal sealed class LocalWebhook(IServer server, DiscordHttp http, TimeProvider time, ILogger<InteractionWebhook> log, ILogger<LocalWebhook> logger)
{
    /// <summary>Deletes the message whose button was pressed. A failure is logged, not thrown: nobody waits for it.</summary>
    public async Task DeleteOriginalAsync(Snowflake applicationId, string token)
    {
        try
        {
            using var client = http.For(new Uri(LocalAddress.Of(server) + LocalPaths.Discord));
            await new InteractionWebhook(client, time, log).DeleteOriginalAsync(applicationId, token, CancellationToken.None);
        }
        catch (Exception problem) when (problem is DiscordException or HttpRequestException or OperationCanceledException)
        {
            logger.NotDeleted(problem);
        }
    }
}

/// <summary>Where this program listens.</summary>
internal static class LocalAddress
{
    /// <summary>An address that works on this machine, without a slash at its end: <c>http://localhost:5080</c>.</summary>
    public static string Of(IServer server)
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:5080";
        var uri = BindingAddress.Parse(address);
        var host = uri.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : uri.Host;
        return $"{uri.Scheme}://{host}:{uri.Port}";
    }
}
