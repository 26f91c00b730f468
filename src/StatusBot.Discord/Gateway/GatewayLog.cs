using Microsoft.Extensions.Logging;

namespace StatusBot.Discord.Gateway;

internal static partial class GatewayLog // ids 400-499; next free: 409
{
    [LoggerMessage(400, LogLevel.Information, "Shard {Shard} is live: {How}")]
    public static partial void Live(this ILogger logger, int shard, string how);

    [LoggerMessage(401, LogLevel.Information, "Shard {Shard} connects in {DelayMs} ms, to {What}")]
    public static partial void Connecting(this ILogger logger, int shard, long delayMs, string what);

    [LoggerMessage(402, LogLevel.Information, "Shard {Shard} lost its connection: {Why}")]
    public static partial void ConnectionLost(this ILogger logger, int shard, string why);

    [LoggerMessage(403, LogLevel.Warning, "Shard {Shard} got something that cannot be read; it is passed over")]
    public static partial void Unreadable(this ILogger logger, int shard);

    [LoggerMessage(404, LogLevel.Warning, "Shard {Shard} waited too long for {What}")]
    public static partial void WaitedTooLong(this ILogger logger, int shard, string what);

    [LoggerMessage(405, LogLevel.Warning, "All {Total} sessions of the day are used; the next one starts in {WaitMs} ms")]
    public static partial void OutOfSessions(this ILogger logger, int total, long waitMs);

    [LoggerMessage(406, LogLevel.Information, "Shard {Shard} said goodbye")]
    public static partial void SaidGoodbye(this ILogger logger, int shard);

    [LoggerMessage(407, LogLevel.Error, "An interaction could not be handled")]
    public static partial void HandlerFailed(this ILogger logger, Exception problem);

    [LoggerMessage(408, LogLevel.Warning, "Shard {Shard} may not identify yet: {Problem}")]
    public static partial void CannotAskToIdentify(this ILogger logger, int shard, string problem);
}
