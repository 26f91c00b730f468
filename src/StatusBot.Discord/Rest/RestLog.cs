using Microsoft.Extensions.Logging;

namespace StatusBot.Discord.Rest;

internal static partial class RestLog // ids 200-299; next free: 203
{
    [LoggerMessage(200, LogLevel.Warning, "{Template} is limited; next try in {DelayMs} ms")]
    public static partial void Limited(this ILogger logger, string template, long delayMs);

    [LoggerMessage(201, LogLevel.Warning, "{Template} failed with {Problem}; next try in {DelayMs} ms")]
    public static partial void Retrying(this ILogger logger, string template, string problem, long delayMs);

    [LoggerMessage(202, LogLevel.Error, "Discord refused {Count} requests in ten minutes; no more are sent for now, before it bans this address")]
    public static partial void BudgetSpent(this ILogger logger, int count);
}
