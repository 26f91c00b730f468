using Microsoft.Extensions.Options;

namespace StatusBot.Hosting;

/// <summary>
/// What somebody needs to know who starts the container as it comes: the local channel is on the container's own loopback, which
/// no browser reaches.
/// </summary>
internal static class ContainerAdvice
{
    // Microsoft's images set it.
    private const string RunningInContainer = "DOTNET_RUNNING_IN_CONTAINER";

    /// <summary>Says what to set, when there is neither a way to Discord nor one to the local channel.</summary>
    public static void AdviseInContainer(this WebApplication app)
    {
        var isClosed = app.Services.GetRequiredService<IOptions<LocalChannelOptions>>().Value.Listen == LocalChannelOptions.Loopback;
        var isAlone = !app.Services.GetRequiredService<IOptions<DiscordOptions>>().Value.HasCredentials;
        if (isClosed && isAlone && string.Equals(app.Configuration[RunningInContainer], "true", StringComparison.OrdinalIgnoreCase))
            app.Logger.NothingReachesTheContainer();
    }
}

internal static partial class ContainerLog // ids 600-699; next free: 601
{
    [LoggerMessage(600, LogLevel.Warning, "Set Discord:Token (-e Discord__Token=…) or Discord:PublicKey to answer on Discord, or see the local channel from the host with -p 127.0.0.1:5080:5080 -e LocalChannel__Listen=any")]
    public static partial void NothingReachesTheContainer(this ILogger logger);
}
