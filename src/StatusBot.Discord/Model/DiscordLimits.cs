namespace StatusBot.Discord.Model;

/// <summary>Discord's documented limits. Characters are Unicode code points, counted after trimming.</summary>
public static class DiscordLimits
{
    /// <summary>Characters of a message's content (resources/message.mdx).</summary>
    public const int Content = 2000;

    /// <summary>Embeds of a message (resources/message.mdx).</summary>
    public const int Embeds = 10;

    /// <summary>Characters of an embed's title (resources/message.mdx, "Embed Limits").</summary>
    public const int EmbedTitle = 256;

    /// <summary>Characters of an embed's description.</summary>
    public const int EmbedDescription = 4096;

    /// <summary>Fields of an embed.</summary>
    public const int EmbedFields = 25;

    /// <summary>Characters of a field's name.</summary>
    public const int EmbedFieldName = 256;

    /// <summary>Characters of a field's value.</summary>
    public const int EmbedFieldValue = 1024;

    /// <summary>Characters of an embed's footer.</summary>
    public const int EmbedFooter = 2048;

    /// <summary>Characters of an embed's author name.</summary>
    public const int EmbedAuthor = 256;

    /// <summary>Characters of all embeds of a message together: title, description, field names and values, footer and author.</summary>
    public const int EmbedTotal = 6000;

    /// <summary>The largest colour, 24 bits.</summary>
    public const int EmbedColor = 0xFFFFFF;

    /// <summary>Characters of an embed's link (openapi.json).</summary>
    public const int EmbedUrl = 2048;

    /// <summary>Action rows of a message without Components V2 (components/reference.mdx).</summary>
    public const int ActionRows = 5;

    /// <summary>Buttons of a row.</summary>
    public const int ButtonsInRow = 5;

    /// <summary>Characters of a button's label.</summary>
    public const int ButtonLabel = 80;

    /// <summary>Characters of a custom id, which is unique in its message.</summary>
    public const int CustomId = 100;

    /// <summary>Options of a select menu.</summary>
    public const int SelectOptions = 25;

    /// <summary>Characters of an option's label, value or description.</summary>
    public const int SelectOptionText = 100;

    /// <summary>Characters of a select menu's placeholder.</summary>
    public const int SelectPlaceholder = 150;

    /// <summary>Choices of an autocomplete answer or of an option (interactions/application-commands.mdx).</summary>
    public const int Choices = 25;

    /// <summary>Characters of a choice's name or text value.</summary>
    public const int ChoiceText = 100;

    /// <summary>Characters of a command's or option's name.</summary>
    public const int CommandName = 32;

    /// <summary>Characters of a command's or option's description.</summary>
    public const int CommandDescription = 100;

    /// <summary>Options of a command.</summary>
    public const int CommandOptions = 25;

    /// <summary>Characters of a command's names, descriptions and values together; of each, its longest localisation counts.</summary>
    public const int CommandTotal = 8000;

    /// <summary>The most characters that an option's maximum length may allow.</summary>
    public const int OptionMaxLength = 6000;
}
