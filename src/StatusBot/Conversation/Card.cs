namespace StatusBot.Conversation;

/// <summary>
/// A card: what a messenger draws in a frame. However it is made, it keeps within the limits below: longer texts are cut at a
/// word, with an ellipsis and the title's link to read on.
/// </summary>
/// <remarks>The limits are those of Discord's embeds, the tightest that we know; a test holds them equal.</remarks>
internal sealed class Card
{
    public const int TitleLimit = 256;
    public const int DescriptionLimit = 4096;
    public const int FieldsLimit = 25;
    public const int FieldNameLimit = 256;
    public const int FieldValueLimit = 1024;
    public const int FooterLimit = 2048;
    public const int TotalLimit = 6000;

    // Shorter than this, a field says nothing any more and is left out instead.
    private const int LeastUseful = 40;

    public Card(CardColor color, string title, Uri? link = null, string description = "", IEnumerable<CardField>? fields = null, string footer = "")
    {
        var readOn = link is null ? "" : $" [↗]({link})";
        Color = color;
        Link = link;
        Title = Fitted.Cut(title, TitleLimit);
        Footer = Fitted.Cut(footer, FooterLimit);
        Description = Fitted.Cut(description, Math.Min(DescriptionLimit, TotalLimit - Fitted.Length(Title) - Fitted.Length(Footer)), readOn);
        Fields = Fit(fields ?? [], TotalLimit - Fitted.Length(Title) - Fitted.Length(Footer) - Fitted.Length(Description), readOn);
    }

    /// <summary>The colour, which never carries meaning alone.</summary>
    public CardColor Color { get; }

    /// <summary>The title.</summary>
    public string Title { get; }

    /// <summary>What the title links to.</summary>
    public Uri? Link { get; }

    /// <summary>The text under the title, with markdown; empty for none.</summary>
    public string Description { get; }

    /// <summary>The fields.</summary>
    public IReadOnlyList<CardField> Fields { get; }

    /// <summary>The plain text at the bottom; empty for none.</summary>
    public string Footer { get; }

    /// <summary>Whether it is a word from the bot itself instead of an answer.</summary>
    public bool IsNotice => Color is CardColor.Notice && Title.Length == 0;

    private static IReadOnlyList<CardField> Fit(IEnumerable<CardField> fields, int room, string readOn)
    {
        var fitted = new List<CardField>();
        foreach (var field in fields.Where(field => field.Name.Trim().Length > 0 && field.Value.Trim().Length > 0).Take(FieldsLimit))
        {
            var name = Fitted.Cut(field.Name, FieldNameLimit);
            var left = room - Fitted.Length(name);
            if (left < LeastUseful)
                break;

            var value = Fitted.Cut(field.Value, Math.Min(FieldValueLimit, left), readOn);
            fitted.Add(field with { Name = name, Value = value });
            room = left - Fitted.Length(value);
        }

        return fitted;
    }
}

/// <summary>A field of a card.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its text, with markdown.</param>
/// <param name="IsInline">Whether it may stand beside others.</param>
internal sealed record CardField(string Name, string Value, bool IsInline = false);

/// <summary>What a card's colour stands for.</summary>
internal enum CardColor
{
    /// <summary>A notice of the bot's own.</summary>
    Notice,

    /// <summary>1xx.</summary>
    Informational,

    /// <summary>2xx.</summary>
    Successful,

    /// <summary>3xx.</summary>
    Redirection,

    /// <summary>4xx.</summary>
    ClientError,

    /// <summary>5xx.</summary>
    ServerError,

    /// <summary>Outside the classes.</summary>
    Other,
}
