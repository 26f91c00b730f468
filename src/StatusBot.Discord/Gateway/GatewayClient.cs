using Microsoft.Extensions.Logging;
using StatusBot.Discord.Model;
using StatusBot.Discord.Rest;

namespace StatusBot.Discord.Gateway;

/// <summary>A bot's connection to Discord: all its shards, kept alive until it is asked to stop.</summary>
public sealed class GatewayClient(ApplicationRest rest, BotToken token, string product, TimeProvider time, ILogger<GatewayClient> logger)
{
    private int _live;

    /// <summary>How many shards are live.</summary>
    public int LiveShards => Volatile.Read(ref _live);

    /// <summary>Connects, and delivers interactions until the token asks it to stop; then each session is closed with 1000.</summary>
    /// <param name="shards">How many shards; at least one.</param>
    /// <param name="handle">Handles an interaction. Runs beside the readers, which never wait for it.</param>
    /// <param name="prepared">What a session waits for before it identifies, while it connects already.</param>
    /// <param name="stop">Asks it to stop.</param>
    /// <exception cref="GatewayFatalException">Discord closed a session for good.</exception>
    /// <exception cref="DiscordException">Discord refused the token or the request for the gateway's address.</exception>
    public async Task RunAsync(int shards, Func<Interaction, Task> handle, Task prepared, CancellationToken stop)
    {
        var gateway = await rest.GetGatewayAsync(stop);
        using var gate = new IdentifyGate(prepared, gateway.SessionStartLimit, rest.GetGatewayAsync, time, logger);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var running = Enumerable.Range(0, shards)
            .Select(shard => new GatewayShard(
                new ShardSettings(token, gateway.Url, shard, shards, product, Random.Shared.NextDouble),
                gate,
                static () => new GatewaySocket(),
                interaction => Deliver(interaction, handle),
                new LiveCount(this).Report,
                time,
                logger).RunAsync(ending.Token))
            .ToList();

        // One that ends for good takes the others with it: half a bot is worse than a clear end.
        var first = await Task.WhenAny(running);
        if (first.IsFaulted)
            await ending.CancelAsync();
        await Task.WhenAll(running);
    }

    private void Deliver(Interaction interaction, Func<Interaction, Task> handle) =>
        ThreadPool.UnsafeQueueUserWorkItem(
            async _ =>
            {
                try
                {
                    await handle(interaction);
                }
                catch (Exception problem)
                {
                    logger.HandlerFailed(problem);
                }
            },
            null);

    /// <summary>Counts a shard once, however often it reports.</summary>
    private sealed class LiveCount(GatewayClient client)
    {
        private bool _isLive;

        public void Report(bool isLive)
        {
            if (isLive == _isLive)
                return;
            _isLive = isLive;
            Interlocked.Add(ref client._live, isLive ? 1 : -1);
        }
    }
}

/// <summary>Discord closed the gateway for good; the message says what to do.</summary>
public sealed class GatewayFatalException(int code) : Exception(CloseCodes.Advice(code))
{
    /// <summary>Discord's close code.</summary>
    public int Code { get; } = code;
}
