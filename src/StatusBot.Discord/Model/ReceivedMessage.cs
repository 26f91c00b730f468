using System.Text.Json.Serialization;

namespace StatusBot.Discord.Model;

/// <summary>What the ids of an interaction stand for (interactions/receiving-and-responding.mdx, "Resolved Data Structure").</summary>
public sealed record ResolvedData
{
    /// <summary>Messages by their ids.</summary>
    public IReadOnlyDictionary<Snowflake, ReceivedMessage>? Messages { get; init; }
}

/// <summary>
/// A message that somebody else wrote (resources/message.mdx, "Message Object"), as far as it can be read. It is what people sent:
/// nothing in it is required, and addresses are texts until somebody wants to go there.
/// </summary>
public sealed record ReceivedMessage : IJsonOnDeserialized
{
    /// <summary>Plain text with markdown.</summary>
    public string? Content { get; init; }

    /// <summary>Embeds.</summary>
    public IReadOnlyList<ReceivedEmbed>? Embeds { get; init; }

    /// <summary>Files.</summary>
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <summary>The messages that were forwarded with it.</summary>
    public IReadOnlyList<MessageSnapshot>? MessageSnapshots { get; init; }

    void IJsonOnDeserialized.OnDeserialized() => Wire.Expect(
        Embeds?.Contains(null!) is not true && Attachments?.Contains(null!) is not true && MessageSnapshots?.Contains(null!) is not true);
}

/// <summary>A message that was forwarded, as it was then.</summary>
public sealed record MessageSnapshot
{
    /// <summary>The message; Discord leaves out who wrote it.</summary>
    public ReceivedMessage? Message { get; init; }
}

/// <summary>An embed of somebody's message.</summary>
public sealed record ReceivedEmbed : IJsonOnDeserialized
{
    /// <summary>Title.</summary>
    public string? Title { get; init; }

    /// <summary>Description with markdown.</summary>
    public string? Description { get; init; }

    /// <summary>Fields.</summary>
    public IReadOnlyList<ReceivedEmbedField>? Fields { get; init; }

    /// <summary>Footer.</summary>
    public ReceivedEmbedFooter? Footer { get; init; }

    void IJsonOnDeserialized.OnDeserialized() => Wire.Expect(Fields?.Contains(null!) is not true);
}

/// <summary>A field of an embed of somebody's message.</summary>
public sealed record ReceivedEmbedField
{
    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Value with markdown.</summary>
    public string? Value { get; init; }
}

/// <summary>A footer of an embed of somebody's message.</summary>
public sealed record ReceivedEmbedFooter
{
    /// <summary>Plain text.</summary>
    public string? Text { get; init; }
}

/// <summary>A file of a message (resources/message.mdx, "Attachment Object").</summary>
public sealed record Attachment
{
    /// <summary>Its name.</summary>
    public string? Filename { get; init; }

    /// <summary>Its size in bytes.</summary>
    public long? Size { get; init; }

    /// <summary>Where it is. Signed: whoever has it can fetch the file, so it belongs into no log.</summary>
    public string? Url { get; init; }
}
