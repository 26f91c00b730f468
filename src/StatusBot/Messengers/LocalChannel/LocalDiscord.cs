using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using StatusBot.Discord.Model;

namespace StatusBot.Messengers.LocalChannel;

/// <summary>
/// Plays Discord's part for the page: hands out ids and tokens, keeps each channel's messages in memory, and tells the page
/// what changes. Everything is bounded, and gone when the program ends.
/// </summary>
internal sealed class LocalDiscord(TimeProvider time)
{
    private const int MostChannels = 64;
    private const int MostMessages = 300;

    /// <summary>How long a token works (Discord, interactions/receiving-and-responding.mdx).</summary>
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(15);

    // Discord counts its ids from the first second of 2015, 22 bits below the milliseconds.
    private static readonly DateTimeOffset Epoch = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private const int TimestampShift = 22;

    private readonly ConcurrentDictionary<string, LocalChannelState> _channels = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, LocalToken> _tokens = new(StringComparer.Ordinal);
    private ulong _lastId;

    /// <summary>The bot's own id, which is also its application's.</summary>
    public Snowflake ApplicationId { get; } = new(1);

    /// <summary>Opens a channel with one person in it.</summary>
    public LocalChannelState OpenChannel()
    {
        Forget();
        var channel = new LocalChannelState(NextId().ToString(), NextId().ToString(), time.GetTimestamp());
        _channels[channel.Id] = channel;
        return channel;
    }

    /// <summary>The channel of an id, or null.</summary>
    public LocalChannelState? Channel(string? id) => id is not null && _channels.TryGetValue(id, out var channel) ? channel : null;

    /// <summary>A new id, larger than all before.</summary>
    public Snowflake NextId()
    {
        var now = (ulong)(time.GetUtcNow() - Epoch).TotalMilliseconds << TimestampShift;
        while (true)
        {
            var last = Volatile.Read(ref _lastId);
            var next = Math.Max(now, last + 1);
            if (Interlocked.CompareExchange(ref _lastId, next, last) == last)
                return new Snowflake(next);
        }
    }

    /// <summary>A token for an interaction in a channel.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="messageId">The message whose component was used, or null.</param>
    public string NewToken(LocalChannelState channel, string? messageId)
    {
        var token = RandomNumberGenerator.GetHexString(48, lowercase: true);
        _tokens[token] = new LocalToken(channel, time.GetTimestamp()) { OriginalId = messageId };
        return token;
    }

    /// <summary>What a token gives access to, or null when it is unknown or too old.</summary>
    public LocalToken? Token(string token) =>
        _tokens.TryGetValue(token, out var known) && time.GetElapsedTime(known.IssuedAt) < TokenLifetime ? known : null;

    /// <summary>Puts a message into a token's channel.</summary>
    /// <param name="token">The token that it answers.</param>
    /// <param name="message">What was sent.</param>
    /// <param name="metadata">What it answers, as Discord tells in <c>interaction_metadata</c>.</param>
    /// <param name="isOriginal">Whether it is the first answer.</param>
    public JsonObject Create(LocalToken token, JsonObject message, JsonObject? metadata, bool isOriginal)
    {
        var id = NextId().ToString();
        var created = new JsonObject
        {
            ["id"] = id,
            ["channel_id"] = token.Channel.Id,
            ["type"] = 20, // a slash command's answer
            ["author"] = Bot(),
            ["content"] = message["content"]?.DeepClone() ?? "",
            ["embeds"] = message["embeds"]?.DeepClone() ?? new JsonArray(),
            ["components"] = message["components"]?.DeepClone() ?? new JsonArray(),
            ["attachments"] = new JsonArray(),
            ["mentions"] = new JsonArray(),
            ["flags"] = message["flags"]?.DeepClone() ?? 0,
            ["timestamp"] = time.GetUtcNow().ToString("O", null),
            ["edited_timestamp"] = null,
        };
        if (metadata is not null)
            created["interaction_metadata"] = metadata;
        if (isOriginal)
            token.OriginalId = id;
        token.Channel.Put(created, MostMessages);
        return created;
    }

    /// <summary>Edits a message: what is given replaces, what is missing stays.</summary>
    /// <returns>The message, or null when it is not there.</returns>
    public JsonObject? Edit(LocalToken token, string messageId, JsonObject changes)
    {
        if (token.Channel.Get(messageId) is not { } message)
            return null;

        foreach (var name in (string[])["content", "embeds", "components"])
        {
            if (changes.ContainsKey(name))
                message[name] = changes[name]?.DeepClone();
        }

        message["edited_timestamp"] = time.GetUtcNow().ToString("O", null);
        token.Channel.Replace(message);
        return message;
    }

    /// <summary>The bot as Discord shows it.</summary>
    public JsonObject Bot() => new() { ["id"] = ApplicationId.ToString(), ["username"] = "StatusBot", ["bot"] = true };

    // What nobody can use any more is forgotten when the next channel is opened.
    private void Forget()
    {
        foreach (var (token, known) in _tokens)
        {
            if (time.GetElapsedTime(known.IssuedAt) >= TokenLifetime)
                _tokens.TryRemove(token, out _);
        }

        foreach (var oldest in _channels.Values.OrderBy(channel => channel.OpenedAt).Take(Math.Max(0, _channels.Count - MostChannels + 1)))
            _channels.TryRemove(oldest.Id, out _);
    }
}

/// <summary>What a token gives access to.</summary>
/// <param name="Channel">The channel in which it may write.</param>
/// <param name="IssuedAt">When it was handed out, as <see cref="TimeProvider.GetTimestamp"/> tells.</param>
internal sealed record LocalToken(LocalChannelState Channel, long IssuedAt)
{
    /// <summary>The message that <c>@original</c> means: the first answer, or the one whose component was used.</summary>
    public string? OriginalId { get; set; }
}
