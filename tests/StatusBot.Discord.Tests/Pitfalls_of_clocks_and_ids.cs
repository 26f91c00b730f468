using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using StatusBot.Discord.Gateway;
using StatusBot.Discord.Model;
using StatusBot.Discord.Tests.Support;

namespace StatusBot.Discord.Tests;

/// <summary>What goes wrong with clocks, connections and ids, by the number of the pitfall; the others are in StatusBot.EndToEnd.Tests.</summary>
public sealed class Pitfalls_of_clocks_and_ids
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(40);

    [Fact]
    public async Task Pitfall_04_Reconnect_herds()
    {
        var (calm, restless) = (await DelaysAsync(jitter: 0), await DelaysAsync(jitter: 0.999));

        // At once, then from a second to a minute, each between half and all of it; after READY it begins anew.
        Assert.Equal([0, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 0], calm.Delays);
        Assert.Equal([0, 999, 1_999, 3_998, 7_996, 15_992, 31_984, 59_970, 59_970, 999], restless.Delays);
        Assert.InRange(calm.FirstBeat.TotalSeconds, -2, 2);
        Assert.InRange(restless.FirstBeat.TotalSeconds, Interval.TotalSeconds - 2, Interval.TotalSeconds + 2);

        static async Task<(IReadOnlyList<int> Delays, TimeSpan FirstBeat)> DelaysAsync(double jitter)
        {
            await using var shard = new ShardOnAClock(jitter, [.. Enumerable.Repeat(SocketKind.Refused, 8), SocketKind.Good]);
            await shard.UntilAsync(() => shard.Sockets.Count == 9 && shard.Sockets[8].HasSent(1), TimeSpan.FromMinutes(6), step: TimeSpan.FromSeconds(1));
            var good = shard.Sockets[8];
            var firstBeat = good.Times(1)[0] - good.Times(2)[0];
            good.End(null);
            await shard.UntilAsync(() => shard.Delays.Count == 10, TimeSpan.FromSeconds(5));
            return (shard.Delays, firstBeat);
        }
    }

    [Fact]
    public async Task Pitfall_08_Op_9_after_Identify()
    {
        await using var shard = new ShardOnAClock(jitter: 0.5, SocketKind.WithoutReady, SocketKind.Good);
        await shard.UntilAsync(() => shard.Sockets[0].HasSent(2), TimeSpan.FromSeconds(5));

        shard.Sockets[0].Say("""{"op":9,"d":false}""");
        await shard.UntilAsync(() => shard.Delays.Count == 2, TimeSpan.FromSeconds(5));
        Assert.InRange(shard.Delays[1], 5_001, 6_000);

        // Whoever else wants to identify in the same bucket waits as well.
        var time = new FakeTimeProvider();
        using var gate = new IdentifyGate(Task.CompletedTask, ShardOnAClock.Gateway.SessionStartLimit, _ => Task.FromResult(ShardOnAClock.Gateway), time, NullLogger.Instance);
        await gate.WaitAsync(0, TestContext.Current.CancellationToken);
        var next = gate.WaitAsync(1, TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(5));
        await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.False(next.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        await next.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Pitfall_10_A_hung_connect()
    {
        await using var shard = new ShardOnAClock(jitter: 0, SocketKind.WithoutHandshake, SocketKind.WithoutHello, SocketKind.WithoutReady, SocketKind.Good);

        await shard.UntilAsync(() => shard.Sockets.Count == 2, TimeSpan.FromSeconds(15));
        await shard.UntilAsync(() => shard.Sockets.Count == 3, TimeSpan.FromSeconds(15));
        await shard.UntilAsync(() => shard.Sockets.Count == 4 && shard.Sockets[3].HasSent(2), TimeSpan.FromSeconds(25));
    }

    // By design nothing is compressed: the bot hears little, and a context of zlib's would be one thing more to break.
    [Fact]
    public async Task Pitfall_12_Inflate_errors()
    {
        await using var shard = new ShardOnAClock(jitter: 0, SocketKind.Good);
        await shard.UntilAsync(() => shard.Sockets[0].HasSent(2), TimeSpan.FromSeconds(5));
        await shard.PassAsync(TimeSpan.FromSeconds(1));

        shard.Sockets[0].End(null);
        await shard.UntilAsync(() => shard.Sockets is [_, { Url: not null }], TimeSpan.FromSeconds(5));

        Assert.Equal(
            ["wss://gateway.example/?v=10&encoding=json", "wss://resume.example/?v=10&encoding=json"],
            shard.Sockets.Select(socket => socket.Url!.ToString()));
    }

    [Fact]
    public async Task Pitfall_13_A_read_timeout_kills_the_socket()
    {
        await using var shard = new ShardOnAClock(jitter: 0.5, SocketKind.Good);
        await shard.UntilAsync(() => shard.Sockets[0].HasSent(2), TimeSpan.FromSeconds(5));
        var socket = shard.Sockets[0];

        // A quarter of an hour in which nothing happens, and then much at once.
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromMinutes(15); passed += TimeSpan.FromSeconds(10))
            await shard.PassAsync(TimeSpan.FromSeconds(10));
        var beats = socket.Times(1).Count;
        for (var i = 0; i < 20; i++)
            socket.Say("""{"op":1,"d":null}""");
        await shard.UntilAsync(() => socket.Times(1).Count >= beats + 20, TimeSpan.FromSeconds(30));

        Assert.InRange(beats, 20, 23);
        Assert.False(socket.ReadWasCancelled);
        Assert.Equal(1, socket.MostAtOnce);
        Assert.Single(shard.Sockets);
    }

    [Fact]
    public void Pitfall_17_Wrong_ids()
    {
        // One more than JavaScript can count to, and the largest that there is.
        foreach (var id in (string[])["9007199254740993", "18446744073709551615"])
        {
            var interaction = JsonSerializer.Deserialize(
                $$"""{"id":"{{id}}","application_id":"{{id}}","type":2,"token":"t","guild_id":"{{id}}","member":{"user":{"id":"{{id}}"} } }""", DiscordJson.Default.Interaction)!;

            Assert.Equal(id, interaction.Id.ToString());
            Assert.Equal(id, interaction.Actor!.Id.ToString());
            Assert.Contains($"\"guild_id\":\"{id}\"", JsonSerializer.Serialize(interaction, DiscordJson.Default.Interaction), StringComparison.Ordinal);
        }

        // A number has lost its last digits already.
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("""{"id":9007199254740993,"application_id":"2","type":1,"token":"t"}""", DiscordJson.Default.Interaction));
    }
}
