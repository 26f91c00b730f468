using System.Runtime.CompilerServices;
using StatusBot.Catalog;
using StatusBot.Conversation;
using StatusBot.Discord.Model;

namespace StatusBot.Messengers.Discord;

/// <summary>Between Discord and the conversation: an interaction in, Discord's answer out, whatever the transport.</summary>
internal sealed class DiscordMessenger(CommandDispatcher dispatcher, IAttachmentSource attachments)
{
    // What a view becomes on the wire, but for who asked; it goes when the view goes.
    private readonly ConditionalWeakTable<View, MessageTemplate> _templates = new();

    private readonly SharedMessages _messages = new(attachments);

    /// <summary>Answers an interaction.</summary>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public async ValueTask<DiscordAnswer> AnswerAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        if (interaction.Type is InteractionType.Ping)
            return new DiscordAnswer(InteractionResponse.Pong);

        var request = ToRequest(interaction);
        if (request is CommandCall call && TargetOf(interaction.Data) is { } target)
            request = call with { Message = await _messages.ReadAsync(target, cancellationToken) };

        var reply = await dispatcher.DispatchAsync(request, cancellationToken);
        return reply switch
        {
            Reply.Message message => new(InteractionResponse.NewMessage(Drawn(message.View, interaction, message.IsPrivate))),
            Reply.Edit edit => new(InteractionResponse.UpdateMessage(Drawn(edit.View, interaction, isPrivate: false))),
            // Nothing deletes a message in the first answer: it takes note of the press, and a request of its own follows.
            Reply.Delete => new(InteractionResponse.DeferredUpdate) { DeletesOriginal = true },
            Reply.Suggestions suggestions => new(InteractionResponse.Autocomplete(
                [.. suggestions.Choices.Select(choice => new ApplicationCommandChoice { Name = choice.Text, Value = choice.Value })])),
            _ => throw new InvalidOperationException("There is a reply that Discord's messenger does not know."),
        };
    }

    /// <summary>Whether a command asks for an answer that only the person sees, as far as that is known before it is answered.</summary>
    public bool WantsPrivacy(Interaction interaction) =>
        ToRequest(interaction) is CommandCall call && dispatcher.IsPrivate(call);

    private MessageData Drawn(View view, Interaction interaction, bool isPrivate)
    {
        if (!view.IsKept)
            return WireMessage.Of(view, PersonOf(interaction), isPrivate);

        var template = _templates.GetValue(view, static kept => MessageTemplate.Of(WireMessage.Of(kept, MessageTemplate.Gap)));
        return template.Fill(interaction.Actor?.Id) with { Flags = isPrivate ? MessageFlags.Ephemeral : null };
    }

    private static string PersonOf(Interaction interaction) => interaction.Actor?.Id.ToString() ?? "";

    private static Request ToRequest(Interaction interaction)
    {
        var person = PersonOf(interaction);
        var locale = LanguageOf(interaction.Locale);
        var data = interaction.Data ?? new InteractionData();
        return interaction.Type switch
        {
            InteractionType.MessageComponent => new ComponentUse(person, locale, data.CustomId ?? "", data.Values is [var chosen, ..] ? chosen : null),
            InteractionType.ApplicationCommandAutocomplete => new Typing(
                person, locale, data.Name ?? "", data.Options?.FirstOrDefault(option => option.Focused)?.Name ?? "", OptionsOf(data)),
            _ => new CommandCall(person, locale, data.Name ?? "", OptionsOf(data)),
        };
    }

    private static ReceivedMessage? TargetOf(InteractionData? data) =>
        data is { Type: ApplicationCommandType.Message, TargetId: { } id } ? data.Resolved?.Messages?.GetValueOrDefault(id) : null;

    private static Dictionary<string, string> OptionsOf(InteractionData data)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in data.Options ?? [])
            options[option.Name] = option.Value?.ToString() ?? "";
        return options;
    }

    // Korean is the one language beside English; every other reader gets English.
    private static Language LanguageOf(string? locale) => locale is "ko" ? Language.Korean : Language.English;
}

/// <summary>What goes back to Discord.</summary>
/// <param name="Response">The first answer.</param>
internal sealed record DiscordAnswer(InteractionResponse Response)
{
    /// <summary>Whether the message whose button was pressed is to be deleted after the first answer.</summary>
    public bool DeletesOriginal { get; init; }
}
