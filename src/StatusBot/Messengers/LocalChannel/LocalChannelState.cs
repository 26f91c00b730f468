using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace StatusBot.Messengers.LocalChannel;

/// <summary>A channel: its messages, and the pages that watch it.</summary>
/// <param name="id">Its id.</param>
/// <param name="personId">The id of the person in it.</param>
/// <param name="openedAt">When it was opened, as <see cref="TimeProvider.GetTimestamp"/> tells.</param>
internal sealed class LocalChannelState(string id, string personId, long openedAt)
{
    // A page that has not read so many events has gone to sleep; the oldest are dropped.
    private const int MostWaiting = 256;

    private readonly Lock _gate = new();
    private readonly LinkedList<JsonObject> _messages = [];
    private readonly List<Channel<SseItem<string>>> _watchers = [];

    public string Id => id;

    public string PersonId => personId;

    public long OpenedAt => openedAt;

    /// <summary>The person as Discord shows them.</summary>
    public JsonObject Person() => new() { ["id"] = personId, ["username"] = "you", ["global_name"] = "You" };

    /// <summary>A copy of a message, or null.</summary>
    public JsonObject? Get(string messageId)
    {
        lock (_gate)
            return Find(messageId)?.Value.DeepClone().AsObject();
    }

    /// <summary>Adds a message; the oldest make room.</summary>
    public void Put(JsonObject message, int most)
    {
        lock (_gate)
        {
            _messages.AddLast(message);
            if (_messages.Count > most)
                _messages.RemoveFirst();
            Tell("message_create", message);
        }
    }

    /// <summary>Puts a message in place of the one with the same id.</summary>
    public void Replace(JsonObject message)
    {
        lock (_gate)
        {
            if (Find((string)message["id"]!) is not { } place)
                return;
            place.Value = message;
            Tell("message_update", message);
        }
    }

    /// <summary>Takes a message away.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(string messageId)
    {
        lock (_gate)
        {
            if (Find(messageId) is not { } place)
                return false;
            _messages.Remove(place);
            Tell("message_delete", new JsonObject { ["id"] = messageId, ["channel_id"] = id });
            return true;
        }
    }

    /// <summary>What happens in the channel from now on, beginning with what stands in it.</summary>
    public async IAsyncEnumerable<SseItem<string>> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var events = Channel.CreateBounded<SseItem<string>>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });
        // Something has to be sent for the page to learn that it is connected.
        events.Writer.TryWrite(new SseItem<string>("{}", "ready"));
        lock (_gate)
        {
            foreach (var message in _messages)
                events.Writer.TryWrite(new SseItem<string>(message.ToJsonString(), "message_create"));
            _watchers.Add(events);
        }

        try
        {
            await foreach (var happened in events.Reader.ReadAllAsync(cancellationToken))
                yield return happened;
        }
        finally
        {
            lock (_gate)
                _watchers.Remove(events);
        }
    }

    private LinkedListNode<JsonObject>? Find(string messageId)
    {
        for (var place = _messages.Last; place is not null; place = place.Previous)
        {
            if ((string?)place.Value["id"] == messageId)
                return place;
        }

        return null;
    }

    private void Tell(string name, JsonObject what)
    {
        var item = new SseItem<string>(what.ToJsonString(), name);
        foreach (var watcher in _watchers)
            watcher.Writer.TryWrite(item);
    }
}
