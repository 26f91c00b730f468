using StatusBot.Conversation;
using StatusBot.Discord.Model;

namespace StatusBot.Messengers.Discord;

/// <summary>A view as Discord's message.</summary>
internal static class WireMessage
{
    public static MessagePayload Of(View view, string person, bool isPrivate = false) => new()
    {
        Embeds = [EmbedOf(view.Card)],
        Components = [.. view.Controls.Rows.Select(row => RowOf(row, person))],
        Flags = isPrivate ? MessageFlags.Ephemeral : null,
    };

    private static Embed EmbedOf(Card card) => new()
    {
        Title = NullIfEmpty(card.Title),
        Url = card.Link,
        Description = NullIfEmpty(card.Description),
        Color = ColorOf(card.Color),
        Fields = [.. card.Fields.Select(field => new EmbedField { Name = field.Name, Value = field.Value, Inline = field.IsInline })],
        Footer = card.Footer.Length > 0 ? new EmbedFooter { Text = card.Footer } : null,
    };

    private static ActionRow RowOf(ControlRow row, string person) => row switch
    {
        ControlRow.Buttons buttons => new ActionRow
        {
            Components = [.. buttons.Items.Select(button => new Button
            {
                CustomId = button.Action.Id(person),
                Label = button.Label,
                Style = StyleOf(button.Emphasis),
            })],
        },
        ControlRow.Menu menu => new ActionRow
        {
            Components = [new StringSelect
            {
                CustomId = menu.Action.Id(person),
                Placeholder = menu.Prompt,
                Options = [.. menu.Items.Select(item => new SelectOption
                {
                    Label = item.Label,
                    Value = item.Value,
                    Description = NullIfEmpty(item.Description),
                })],
            }],
        },
        _ => throw new InvalidOperationException("There is a row of controls that Discord's messenger does not know."),
    };

    private static ButtonStyle StyleOf(Emphasis emphasis) =>
        emphasis is Emphasis.Primary ? ButtonStyle.Primary : ButtonStyle.Secondary;

    private static int ColorOf(CardColor color) => color switch
    {
        CardColor.Informational => 0x6B7A90,
        CardColor.Successful => 0x2E9E5B,
        CardColor.Redirection => 0x3B82F6,
        CardColor.ClientError => 0xE08A00,
        CardColor.ServerError => 0xD93636,
        CardColor.Other => 0x8A6FB0,
        _ => 0x5865F2,
    };

    private static string? NullIfEmpty(string text) => text.Length > 0 ? text : null;
}
