using System.Text.Json;
using System.Text.Json.Serialization;

namespace StatusBot.Discord.Model;

/// <summary>Something that a person did, as Discord tells it (interactions/receiving-and-responding.mdx). Unknown fields are ignored.</summary>
public sealed record Interaction : IJsonOnDeserialized
{
    /// <summary>Its id; an interaction can arrive more than once, always with the same id.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>The application that it is for.</summary>
    public required Snowflake ApplicationId { get; init; }

    /// <summary>What was done.</summary>
    public required InteractionType Type { get; init; }

    /// <summary>The secret that lets one answer it, for 15 minutes.</summary>
    public required string Token { get; init; }

    /// <summary>The details; absent on a ping.</summary>
    public InteractionData? Data { get; init; }

    /// <summary>The server in which it happened, if in one.</summary>
    public Snowflake? GuildId { get; init; }

    /// <summary>The channel in which it happened.</summary>
    public Snowflake? ChannelId { get; init; }

    /// <summary>The person as a member, in a server.</summary>
    public GuildMember? Member { get; init; }

    /// <summary>The person, outside of servers.</summary>
    public User? User { get; init; }

    /// <summary>The person's language, such as <c>ko</c> or <c>en-US</c>; absent on a ping.</summary>
    public string? Locale { get; init; }

    /// <summary>Where it happened.</summary>
    public InteractionContext? Context { get; init; }

    /// <summary>The person who did it, wherever that was.</summary>
    public User? Actor => Member?.User ?? User;

    void IJsonOnDeserialized.OnDeserialized() => Wire.Expect(Token is not null);
}

/// <summary>Kinds of interactions.</summary>
public enum InteractionType
{
    /// <summary>Discord asks whether the endpoint is there.</summary>
    Ping = 1,

    /// <summary>A command was used.</summary>
    ApplicationCommand = 2,

    /// <summary>A button was pressed, or a choice made in a menu.</summary>
    MessageComponent = 3,

    /// <summary>An option is being typed.</summary>
    ApplicationCommandAutocomplete = 4,

    /// <summary>A form was sent.</summary>
    ModalSubmit = 5,
}

/// <summary>Where an interaction happened.</summary>
public enum InteractionContext
{
    /// <summary>In a server.</summary>
    Guild = 0,

    /// <summary>In a direct message with the bot.</summary>
    BotDm = 1,

    /// <summary>In a direct or group message between people.</summary>
    PrivateChannel = 2,
}

/// <summary>The details of an interaction: those of a command, or those of a component.</summary>
public sealed record InteractionData : IJsonOnDeserialized
{
    /// <summary>The command's name in its default language.</summary>
    public string? Name { get; init; }

    /// <summary>The command's kind.</summary>
    public ApplicationCommandType? Type { get; init; }

    /// <summary>What was filled in.</summary>
    public IReadOnlyList<InteractionOption>? Options { get; init; }

    /// <summary>The message that a message command was used on.</summary>
    public Snowflake? TargetId { get; init; }

    /// <summary>What the ids in here stand for.</summary>
    public ResolvedData? Resolved { get; init; }

    /// <summary>The component's custom id.</summary>
    public string? CustomId { get; init; }

    /// <summary>The component's kind.</summary>
    public ComponentType? ComponentType { get; init; }

    /// <summary>What was chosen in a select menu.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    void IJsonOnDeserialized.OnDeserialized() => Wire.Expect(Options?.Contains(null!) is not true && Values?.Contains(null!) is not true);
}

/// <summary>An option as somebody filled it in.</summary>
public sealed record InteractionOption : IJsonOnDeserialized
{
    /// <summary>The option's name in its default language.</summary>
    public required string Name { get; init; }

    /// <summary>What was filled in: text, number or boolean; while being typed, always what stands there.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Whether this is the one that is being typed.</summary>
    public bool Focused { get; init; }

    void IJsonOnDeserialized.OnDeserialized() => Wire.Expect(Name is not null && Wire.IsOptionValue(Value));
}

/// <summary>A person, or a bot.</summary>
public sealed record User
{
    /// <summary>The id.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>The account's name.</summary>
    public string? Username { get; init; }

    /// <summary>The name that is shown.</summary>
    public string? GlobalName { get; init; }

    /// <summary>Whether it is a bot.</summary>
    public bool? Bot { get; init; }
}

/// <summary>A person as a member of a server.</summary>
public sealed record GuildMember
{
    /// <summary>The person.</summary>
    public User? User { get; init; }
}

/// <summary>What the serializer lets through although the model promises otherwise: found here, it is refused; found later, it is a crash.</summary>
internal static class Wire
{
    public static void Expect(bool holds)
    {
        if (!holds)
            throw new JsonException("The interaction has a null or a text that cannot be one.");
    }

    /// <summary>Whether a value is what an option can hold. Whether text is Unicode a JsonElement finds out only when it is asked for it.</summary>
    public static bool IsOptionValue(JsonElement? value)
    {
        try
        {
            return value is null or { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False }
                || value is { ValueKind: JsonValueKind.String } text && text.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
