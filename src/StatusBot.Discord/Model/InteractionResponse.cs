using System.Text.Json;
using System.Text.Json.Serialization;

namespace StatusBot.Discord.Model;

/// <summary>The first answer to an interaction (interactions/receiving-and-responding.mdx, "Interaction Response Object").</summary>
public sealed record InteractionResponse
{
    /// <summary>What kind of answer it is.</summary>
    public required InteractionResponseType Type { get; init; }

    /// <summary>The message or the choices; null for the kinds that carry nothing.</summary>
    public InteractionResponseData? Data { get; init; }

    /// <summary>The answer to a ping.</summary>
    public static InteractionResponse Pong { get; } = new() { Type = InteractionResponseType.Pong };

    /// <summary>Takes note of a press; whatever follows is sent by REST.</summary>
    public static InteractionResponse DeferredUpdate { get; } = new() { Type = InteractionResponseType.DeferredUpdateMessage };

    /// <summary>Promises a message: "thinking…". Who sees it is decided here.</summary>
    public static InteractionResponse DeferredMessage(bool isEphemeral) => new()
    {
        Type = InteractionResponseType.DeferredChannelMessageWithSource,
        Data = isEphemeral ? new MessageFlagsPayload { Flags = MessageFlags.Ephemeral } : null,
    };

    /// <summary>A new message.</summary>
    public static InteractionResponse NewMessage(MessageData message) =>
        new() { Type = InteractionResponseType.ChannelMessageWithSource, Data = message };

    /// <summary>The message whose component was used, edited.</summary>
    public static InteractionResponse UpdateMessage(MessageData message) =>
        new() { Type = InteractionResponseType.UpdateMessage, Data = message };

    /// <summary>Choices for the option that is being typed.</summary>
    public static InteractionResponse Autocomplete(IReadOnlyList<ApplicationCommandChoice> choices) =>
        new() { Type = InteractionResponseType.ApplicationCommandAutocompleteResult, Data = new AutocompletePayload { Choices = choices } };
}

/// <summary>Kinds of answers.</summary>
public enum InteractionResponseType
{
    /// <summary>To a ping.</summary>
    Pong = 1,

    /// <summary>A new message.</summary>
    ChannelMessageWithSource = 4,

    /// <summary>"Thinking…", the message follows.</summary>
    DeferredChannelMessageWithSource = 5,

    /// <summary>Nothing to see, an edit may follow.</summary>
    DeferredUpdateMessage = 6,

    /// <summary>The component's message is edited.</summary>
    UpdateMessage = 7,

    /// <summary>Choices.</summary>
    ApplicationCommandAutocompleteResult = 8,

    /// <summary>A form.</summary>
    Modal = 9,
}

/// <summary>What an answer carries.</summary>
[JsonConverter(typeof(InteractionResponseDataConverter))]
public abstract record InteractionResponseData;

/// <summary>What a promised message carries: its flags.</summary>
public sealed record MessageFlagsPayload : InteractionResponseData
{
    /// <summary>Flags.</summary>
    public MessageFlags Flags { get; init; }
}

/// <summary>Choices for the option that is being typed.</summary>
public sealed record AutocompletePayload : InteractionResponseData
{
    /// <summary>At most <see cref="DiscordLimits.Choices"/>.</summary>
    public required IReadOnlyList<ApplicationCommandChoice> Choices { get; init; }
}

/// <summary>A message as one sends or edits it, written part by part or prepared.</summary>
public abstract record MessageData : InteractionResponseData
{
    /// <summary>Flags; null for none.</summary>
    public MessageFlags? Flags { get; init; }

    /// <summary>The message's JSON.</summary>
    public abstract byte[] ToUtf8Bytes();
}

/// <summary>A message, part by part. An empty list clears what stood there before.</summary>
public sealed record MessagePayload : MessageData
{
    /// <summary>Plain text with markdown.</summary>
    public string? Content { get; init; }

    /// <summary>Embeds.</summary>
    public required IReadOnlyList<Embed> Embeds { get; init; }

    /// <summary>Action rows.</summary>
    public required IReadOnlyList<ActionRow> Components { get; init; }

    /// <summary>Whom it may ping: nobody, unless said otherwise. An edit without it would ping by default.</summary>
    public AllowedMentions AllowedMentions { get; init; } = AllowedMentions.None;

    /// <inheritdoc/>
    public override byte[] ToUtf8Bytes() => JsonSerializer.SerializeToUtf8Bytes(this, DiscordJson.Default.MessagePayload);
}

/// <summary>Flags of a message.</summary>
[Flags]
public enum MessageFlags
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Only the person who caused it sees it.</summary>
    Ephemeral = 1 << 6,

    /// <summary>A deferred answer that is not there yet.</summary>
    Loading = 1 << 7,

    /// <summary>Components V2, which excludes content and embeds.</summary>
    IsComponentsV2 = 1 << 15,
}

/// <summary>Whom a message may ping.</summary>
public sealed record AllowedMentions
{
    /// <summary>Nobody.</summary>
    public static AllowedMentions None { get; } = new() { Parse = [] };

    /// <summary>Kinds of mentions that are looked for in the text.</summary>
    public required IReadOnlyList<string> Parse { get; init; }
}
