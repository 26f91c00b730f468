using System.Globalization;
using System.Text.Json.Nodes;
using static StatusBot.StandIn.Rules.FormErrors;
using static StatusBot.StandIn.Rules.Reading;

namespace StatusBot.StandIn.Rules;

/// <summary>Documented rules of a message that the schema does not hold (resources/message.mdx, components/reference.mdx).</summary>
internal static class MessageChecks
{
    public const int Ephemeral = 1 << 6;
    public const int Loading = 1 << 7;
    public const int ComponentsV2 = 1 << 15;
    private const int SuppressEmbeds = 1 << 2;
    private const int SuppressNotifications = 1 << 12;
    private const int MostEmbedCharacters = 6000;
    private const int MostV2Characters = 4000;
    private const int MostV2Components = 40;

    private static readonly IReadOnlySet<string> MessageKeys =
        Set("content", "embeds", "components", "allowed_mentions", "flags", "attachments", "poll", "tts");

    private static readonly IReadOnlySet<string> EmbedKeys =
        Set("title", "type", "description", "url", "timestamp", "color", "footer", "image", "thumbnail", "video", "provider", "author", "fields");

    private static readonly IReadOnlySet<string> MediaKeys = Set("url", "proxy_url", "height", "width");

    private static readonly Dictionary<long, IReadOnlySet<string>> ComponentKeys = new()
    {
        [1] = Set("type", "id", "components"),
        [2] = Set("type", "id", "style", "label", "emoji", "custom_id", "sku_id", "url", "disabled"),
        [3] = Set("type", "id", "custom_id", "options", "placeholder", "min_values", "max_values", "disabled"),
        [5] = Set("type", "id", "custom_id", "placeholder", "default_values", "min_values", "max_values", "disabled"),
        [6] = Set("type", "id", "custom_id", "placeholder", "default_values", "min_values", "max_values", "disabled"),
        [7] = Set("type", "id", "custom_id", "placeholder", "default_values", "min_values", "max_values", "disabled"),
        [8] = Set("type", "id", "custom_id", "channel_types", "placeholder", "default_values", "min_values", "max_values", "disabled"),
        [9] = Set("type", "id", "components", "accessory"),
        [10] = Set("type", "id", "content"),
        [11] = Set("type", "id", "media", "description", "spoiler"),
        [12] = Set("type", "id", "items"),
        [13] = Set("type", "id", "file", "spoiler"),
        [14] = Set("type", "id", "divider", "spacing"),
        [17] = Set("type", "id", "components", "accent_color", "spoiler"),
    };

    /// <summary>Checks a message as it is sent or edited.</summary>
    /// <param name="message">The message.</param>
    /// <param name="path">Where it stands in the body.</param>
    /// <param name="flagsBefore">The flags of the message that is edited; 0 for a new one.</param>
    /// <param name="errors">What is wrong with it.</param>
    public static void Check(JsonObject message, string path, int flagsBefore, FormErrors errors)
    {
        errors.Keys(message, path, MessageKeys);
        errors.Text(message, "content", path, 2000);
        var flags = (int)(message["flags"].Integer() ?? 0);
        if ((flags & ~(SuppressEmbeds | Ephemeral | ComponentsV2 | SuppressNotifications)) != 0)
            errors.Add(Join(path, "flags"), "MESSAGE_FLAGS_INVALID", "Has flags that cannot be set.");
        var isV2 = ((flags | flagsBefore) & ComponentsV2) != 0;

        var characters = 0;
        foreach (var (embed, at) in errors.Objects(message, "embeds", path, 10))
            characters += Embed(embed, at, errors);
        if (characters > MostEmbedCharacters)
            errors.Add(Join(path, "embeds"), "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");

        if (isV2)
        {
            foreach (var key in (string[])["content", "embeds", "poll"])
            {
                if (message[key] is JsonArray { Count: > 0 } or JsonValue or JsonObject && message[key].Text() is not "")
                    errors.Add(Join(path, key), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", $"The '{key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
            }
        }

        Components(message, path, isV2, errors);
    }

    /// <summary>What pings would do: nothing, only when the message says so itself.</summary>
    public static string? Mentions(JsonObject message) => message["allowed_mentions"] switch
    {
        not JsonObject => "allowed_mentions is missing, so that the text is parsed for mentions",
        JsonObject mentions when mentions["parse"] is not JsonArray => "allowed_mentions has no parse",
        JsonObject mentions when mentions["parse"] is JsonArray { Count: > 0 } => "allowed_mentions parses the text for mentions",
        _ => null,
    };

    private static int Embed(JsonObject embed, string path, FormErrors errors)
    {
        errors.Keys(embed, path, EmbedKeys);
        var characters = errors.Text(embed, "title", path, 256) + errors.Text(embed, "description", path, 4096);
        if (embed["footer"] is JsonObject footer)
        {
            errors.Keys(footer, Join(path, "footer"), Set("text", "icon_url", "proxy_icon_url"));
            characters += errors.Text(footer, "text", Join(path, "footer"), 2048, 1, required: true);
            Url(footer, "icon_url", Join(path, "footer"), errors);
        }

        if (embed["author"] is JsonObject author)
        {
            errors.Keys(author, Join(path, "author"), Set("name", "url", "icon_url", "proxy_icon_url"));
            characters += errors.Text(author, "name", Join(path, "author"), 256, 1, required: true);
            Url(author, "url", Join(path, "author"), errors);
            Url(author, "icon_url", Join(path, "author"), errors);
        }

        foreach (var media in (string[])["image", "thumbnail"])
        {
            if (embed[media] is JsonObject picture)
            {
                errors.Keys(picture, Join(path, media), MediaKeys);
                Url(picture, "url", Join(path, media), errors, required: true);
            }
        }

        Url(embed, "url", path, errors);
        if (embed["color"] is { } color && color.Integer() is null or < 0 or > 0xFFFFFF)
            errors.Add(Join(path, "color"), "NUMBER_TYPE_MAX", "int value should be between 0 and 16777215.");
        if (embed["timestamp"] is { } time && !DateTimeOffset.TryParse(time.Text(), CultureInfo.InvariantCulture, out _))
            errors.Add(Join(path, "timestamp"), "DATE_TIME_TYPE_PARSE", "Could not parse. Should be ISO8601.");

        var fields = errors.Objects(embed, "fields", path, 25);
        foreach (var (shown, at) in fields)
        {
            errors.Keys(shown, at, Set("name", "value", "inline"));
            characters += errors.Text(shown, "name", at, 256, 1, required: true) + errors.Text(shown, "value", at, 1024, 1, required: true);
        }

        if (characters == 0 && embed["image"] is null && embed["thumbnail"] is null)
            errors.Add(Join(path, "description"), "BASE_TYPE_REQUIRED", "This field is required");
        return characters;
    }

    private static void Url(JsonObject holder, string key, string path, FormErrors errors, bool required = false)
    {
        if (holder[key] is null)
        {
            if (required)
                errors.Required(Join(path, key));
            return;
        }

        var text = holder[key].Text() ?? "";
        if (text.Length > 2048)
            errors.Add(Join(path, key), "BASE_TYPE_MAX_LENGTH", "Must be 2048 or fewer in length.");
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url))
            errors.Add(Join(path, key), "URL_TYPE_INVALID_URL", "Not a well formed URL.");
        else if (url.Scheme is not ("http" or "https" or "attachment"))
            errors.Add(Join(path, key), "URL_TYPE_INVALID_SCHEME", $"Scheme \"{url.Scheme}\" is not supported. Scheme must be one of ('http', 'https').");
    }

    private static void Components(JsonObject message, string path, bool isV2, FormErrors errors)
    {
        var state = new ComponentState(isV2, errors);
        foreach (var (component, at) in errors.Objects(message, "components", path, isV2 ? MostV2Components : 5))
        {
            var type = component["type"].Integer();
            if (!isV2 && type is not 1)
                errors.Add(Join(at, "type"), "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (1,).");
            else if (isV2 && type is not (1 or 9 or 10 or 12 or 13 or 14 or 17))
                errors.Add(Join(at, "type"), "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (1, 9, 10, 12, 13, 14, 17).");
            else
                state.Check(component, at);
        }

        if (state.Count > MostV2Components)
            errors.Add(Join(path, "components"), "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", "The message exceeds 40 components.");
        if (state.Characters > MostV2Characters)
            errors.Add(Join(path, "components"), "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", "Text displays exceed 4000 characters.");
    }

    private sealed class ComponentState(bool isV2, FormErrors errors)
    {
        private readonly HashSet<string> _customIds = new(StringComparer.Ordinal);
        private readonly HashSet<long> _ids = [];

        public int Count { get; private set; }

        public int Characters { get; private set; }

        public void Check(JsonObject component, string path)
        {
            Count++;
            var type = component["type"].Integer() ?? 0;
            if (!ComponentKeys.TryGetValue(type, out var keys))
            {
                errors.Add(Join(path, "type"), "UNION_TYPE_CHOICES", "No component of a message has this type.");
                return;
            }

            errors.Keys(component, path, keys);
            if (component["id"].Integer() is { } id and > 0 && !_ids.Add(id))
                errors.Add(Join(path, "id"), "COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated");
            switch (type)
            {
                case 1:
                    Row(component, path);
                    break;
                case 2:
                    Button(component, path);
                    break;
                case 3 or 5 or 6 or 7 or 8:
                    Select(component, path, type);
                    break;
                case 9:
                    Section(component, path);
                    break;
                case 10:
                    Characters += errors.Text(component, "content", path, MostV2Characters, 1, required: true);
                    break;
                case 14:
                    if (component["spacing"] is { } spacing && spacing.Integer() is not (1 or 2))
                        errors.Add(Join(path, "spacing"), "BASE_TYPE_CHOICES", "Value must be one of (1, 2).");
                    break;
                case 17:
                    foreach (var (child, at) in Children(component, path, MostV2Components))
                    {
                        if (child["type"].Integer() is not (1 or 9 or 10 or 12 or 13 or 14))
                            errors.Add(Join(at, "type"), "UNION_TYPE_CHOICES", "Does not belong into a container.");
                        else
                            Check(child, at);
                    }

                    break;
            }
        }

        private IReadOnlyList<(JsonObject Item, string Path)> Children(JsonObject component, string path, int most)
        {
            var children = errors.Objects(component, "components", path, most);
            if (component["components"] is not JsonArray { Count: > 0 })
                errors.Add(Join(path, "components"), "BASE_TYPE_BAD_LENGTH", $"Must be between 1 and {most} in length.");
            return children;
        }

        private void Row(JsonObject row, string path)
        {
            var children = Children(row, path, 5);
            foreach (var (child, at) in children)
            {
                if (child["type"].Integer() is not (2 or 3 or 5 or 6 or 7 or 8))
                    errors.Add(Join(at, "type"), "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (2, 3, 5, 6, 7, 8).");
                else
                    Check(child, at);
            }

            if (children.Count > 1 && children.Any(child => child.Item["type"].Integer() is not 2))
                errors.Add(Join(path, "components"), "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width");
        }

        private void Section(JsonObject section, string path)
        {
            foreach (var (child, at) in Children(section, path, 3))
            {
                if (child["type"].Integer() is not 10)
                    errors.Add(Join(at, "type"), "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (10,).");
                else
                    Check(child, at);
            }

            if (section["accessory"] is JsonObject accessory && accessory["type"].Integer() is 2 or 11)
                Check(section["accessory"]!.AsObject(), Join(path, "accessory"));
            else
                errors.Required(Join(path, "accessory"));
        }

        private void Button(JsonObject button, string path)
        {
            var style = button["style"].Integer();
            var hasText = errors.Text(button, "label", path, 80) > 0;
            switch (style)
            {
                case >= 1 and <= 4:
                    CustomId(button, path);
                    if (button["url"] is not null)
                        errors.Add(Join(path, "url"), "BUTTON_COMPONENT_INVALID_URL", "A url and custom id cannot both be specified");
                    break;
                case 5:
                    if (button["url"].Text() is not { Length: > 0 and <= 512 } url || !Uri.TryCreate(url, UriKind.Absolute, out var link)
                        || link.Scheme is not ("http" or "https" or "discord"))
                        errors.Add(Join(path, "url"), "BUTTON_COMPONENT_INVALID_URL", "A link button needs a url of 512 characters at most");
                    if (button["custom_id"] is not null)
                        errors.Add(Join(path, "custom_id"), "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A custom id and url cannot both be specified");
                    break;
                case 6:
                    if (button["sku_id"] is null)
                        errors.Required(Join(path, "sku_id"));
                    break;
                default:
                    errors.Add(Join(path, "style"), "BASE_TYPE_CHOICES", "Value must be one of (1, 2, 3, 4, 5, 6).");
                    break;
            }

            if (style is not 6 && !hasText && button["emoji"] is null)
                errors.Add(path, "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A button needs a label or an emoji");
        }

        private void Select(JsonObject select, string path, long type)
        {
            CustomId(select, path);
            errors.Text(select, "placeholder", path, 150);
            var least = select["min_values"].Integer() ?? 1;
            var most = select["max_values"].Integer() ?? 1;
            if (least is < 0 or > 25 || most is < 1 or > 25 || least > most)
                errors.Add(Join(path, "min_values"), "SELECT_COMPONENT_INVALID_VALUES", "min_values and max_values must be 0 to 25 and 1 to 25, in order.");
            if (type is not 3)
                return;

            var options = errors.Objects(select, "options", path, 25);
            if (options.Count == 0)
                errors.Add(Join(path, "options"), "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 25 in length.");
            if (most > options.Count)
                errors.Add(Join(path, "max_values"), "SELECT_COMPONENT_MAX_VALUES_TOO_LARGE", "There are not that many options.");
            var values = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (option, at) in options)
            {
                errors.Keys(option, at, Set("label", "value", "description", "emoji", "default"));
                errors.Text(option, "label", at, 100, 1, required: true);
                errors.Text(option, "value", at, 100, 1, required: true);
                errors.Text(option, "description", at, 100);
                if (option["value"].Text() is { } value && !values.Add(value))
                    errors.Add(Join(at, "value"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used");
            }

            if (options.Count(option => option.Item["default"].Truth() is true) > most)
                errors.Add(Join(path, "options"), "SELECT_COMPONENT_TOO_MANY_DEFAULTS", "More options are chosen than can be.");
        }

        private void CustomId(JsonObject component, string path)
        {
            errors.Text(component, "custom_id", path, 100, 1, required: true);
            if (component["custom_id"].Text() is { } id && !_customIds.Add(id))
                errors.Add(Join(path, "custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        }

        public override string ToString() => isV2 ? "V2" : "V1";
    }
}
