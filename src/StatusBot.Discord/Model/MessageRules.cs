namespace StatusBot.Discord.Model;

/// <summary>The documented rules of a message, also those that Discord's schema lets through.</summary>
public static class MessageRules
{
    /// <summary>What Discord would refuse in an answer; empty when nothing.</summary>
    public static IReadOnlyList<RuleViolation> Check(InteractionResponse response)
    {
        var violations = new Violations();
        switch (response.Type, response.Data)
        {
            case (InteractionResponseType.ChannelMessageWithSource or InteractionResponseType.UpdateMessage, MessagePayload message):
                Message(message, violations);
                break;
            case (InteractionResponseType.ChannelMessageWithSource or InteractionResponseType.UpdateMessage, PreparedMessage):
                break; // checked when it was prepared
            case (InteractionResponseType.ApplicationCommandAutocompleteResult, AutocompletePayload choices):
                Choices(choices.Choices, violations);
                break;
            case (InteractionResponseType.Pong or InteractionResponseType.DeferredUpdateMessage or InteractionResponseType.DeferredChannelMessageWithSource, null):
            case (InteractionResponseType.DeferredChannelMessageWithSource, MessageFlagsPayload { Flags: MessageFlags.None or MessageFlags.Ephemeral }):
                break;
            default:
                violations.Add("data", $"does not fit type {(int)response.Type}");
                break;
        }

        return violations.Found;
    }

    /// <summary>What Discord would refuse in a message; empty when nothing.</summary>
    public static IReadOnlyList<RuleViolation> Check(MessageData message)
    {
        var violations = new Violations();
        if (message is MessagePayload written)
            Message(written, violations);
        return violations.Found;
    }

    private static void Message(MessagePayload message, Violations violations)
    {
        violations.Text("content", message.Content, DiscordLimits.Content, required: false);
        violations.Count("embeds", message.Embeds, DiscordLimits.Embeds);
        for (var i = 0; i < message.Embeds.Count; i++)
            Embed($"embeds[{i}]", message.Embeds[i], violations);
        if (message.Embeds.Sum(Total) is var total && total > DiscordLimits.EmbedTotal)
            violations.Add("embeds", $"have {total} characters together, of {DiscordLimits.EmbedTotal} at most");
        if (message.Content is null && message.Embeds.Count == 0)
            violations.Add("content", "is missing, and there is no embed either");

        Components(message.Components, violations);
    }

    private static void Embed(string path, Embed embed, Violations violations)
    {
        violations.Text($"{path}.title", embed.Title, DiscordLimits.EmbedTitle, required: false);
        violations.Text($"{path}.description", embed.Description, DiscordLimits.EmbedDescription, required: false);
        violations.Text($"{path}.footer.text", embed.Footer?.Text, DiscordLimits.EmbedFooter, required: false);
        if (embed is { Title: null, Description: null, Fields: [] })
            violations.Add(path, "is empty");
        if (embed.Color is < 0 or > DiscordLimits.EmbedColor)
            violations.Add($"{path}.color", "is no 24-bit colour");
        if (embed.Url is { } url && (url.Scheme is not ("https" or "http") || url.OriginalString.Length > DiscordLimits.EmbedUrl))
            violations.Add($"{path}.url", "is no web address, or too long");

        violations.Count($"{path}.fields", embed.Fields, DiscordLimits.EmbedFields);
        for (var i = 0; i < embed.Fields.Count; i++)
        {
            violations.Text($"{path}.fields[{i}].name", embed.Fields[i].Name, DiscordLimits.EmbedFieldName);
            violations.Text($"{path}.fields[{i}].value", embed.Fields[i].Value, DiscordLimits.EmbedFieldValue);
        }
    }

    private static int Total(Embed embed) =>
        Violations.Length(embed.Title) + Violations.Length(embed.Description) + Violations.Length(embed.Footer?.Text)
        + embed.Fields.Sum(field => Violations.Length(field.Name) + Violations.Length(field.Value));

    private static void Components(IReadOnlyList<ActionRow> rows, Violations violations)
    {
        violations.Count("components", rows, DiscordLimits.ActionRows);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < rows.Count; i++)
        {
            var path = $"components[{i}].components";
            var row = rows[i].Components;
            if (row.Count == 0)
                violations.Add(path, "is empty");
            if (row.OfType<StringSelect>().Any() && row.Count > 1)
                violations.Add(path, "holds a select menu and something else");
            violations.Count(path, row, DiscordLimits.ButtonsInRow);

            for (var j = 0; j < row.Count; j++)
            {
                violations.Text($"{path}[{j}].custom_id", row[j].CustomId, DiscordLimits.CustomId);
                if (!ids.Add(row[j].CustomId))
                    violations.Add($"{path}[{j}].custom_id", "stands in this message twice");
                if (row[j] is Button button)
                    violations.Text($"{path}[{j}].label", button.Label, DiscordLimits.ButtonLabel);
                if (row[j] is StringSelect select)
                    Select($"{path}[{j}]", select, violations);
            }
        }
    }

    private static void Select(string path, StringSelect select, Violations violations)
    {
        violations.Text($"{path}.placeholder", select.Placeholder, DiscordLimits.SelectPlaceholder, required: false);
        violations.Count($"{path}.options", select.Options, DiscordLimits.SelectOptions);
        if (select.Options.Count == 0)
            violations.Add($"{path}.options", "is empty");
        if (select.Options.DistinctBy(option => option.Value).Count() < select.Options.Count)
            violations.Add($"{path}.options", "has a value twice");
        for (var i = 0; i < select.Options.Count; i++)
        {
            violations.Text($"{path}.options[{i}].label", select.Options[i].Label, DiscordLimits.SelectOptionText);
            violations.Text($"{path}.options[{i}].value", select.Options[i].Value, DiscordLimits.SelectOptionText);
            violations.Text($"{path}.options[{i}].description", select.Options[i].Description, DiscordLimits.SelectOptionText, required: false);
        }
    }

    private static void Choices(IReadOnlyList<ApplicationCommandChoice> choices, Violations violations)
    {
        violations.Count("choices", choices, DiscordLimits.Choices);
        for (var i = 0; i < choices.Count; i++)
        {
            violations.Text($"choices[{i}].name", choices[i].Name, DiscordLimits.ChoiceText);
            violations.Text($"choices[{i}].value", choices[i].Value, DiscordLimits.ChoiceText);
        }
    }
}
