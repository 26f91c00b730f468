using System.Text;
using System.Text.Json.Nodes;

namespace StatusBot.Tests.Support;

/// <summary>An answer, with what tests ask of it.</summary>
internal sealed record BotAnswer(JsonObject Json, bool DeletesOriginal)
{
    public int Type => (int)Json["type"]!;

    public JsonObject Data => Json["data"]!.AsObject();

    public bool IsPrivate => Data["flags"] is { } flags && ((int)flags & 64) != 0;

    public JsonObject Embed => Assert.Single(Data["embeds"]!.AsArray())!.AsObject();

    public string Title => (string?)Embed["title"] ?? "";

    public string Description => (string?)Embed["description"] ?? "";

    public string Footer => (string?)Embed["footer"]?["text"] ?? "";

    public IReadOnlyList<(string Name, string Value)> Fields =>
        [.. Embed["fields"]!.AsArray().Select(shown => ((string)shown!["name"]!, (string)shown["value"]!))];

    public IReadOnlyList<(string Label, string Id)> Buttons =>
        [.. Components.Where(component => (int)component["type"]! == 2).Select(button => ((string)button["label"]!, (string)button["custom_id"]!))];

    public IReadOnlyList<JsonObject> Menus => [.. Components.Where(component => (int)component["type"]! == 3)];

    public string this[string name] => Fields.Single(known => known.Name == name).Value;

    public string Button(string label) => Buttons.Single(button => button.Label == label).Id;

    private IEnumerable<JsonObject> Components =>
        Data["components"]!.AsArray().SelectMany(row => row!["components"]!.AsArray()).Select(component => component!.AsObject());

    /// <summary>All that a person reads, as a text that can be reviewed.</summary>
    public string Drawn()
    {
        var text = new StringBuilder();
        text.AppendLine(Title.Length > 0 ? $"# {Title}" : "(no title)");
        if (Embed["url"] is { } url)
            text.AppendLine((string?)url);
        text.AppendLine().AppendLine(Description);
        foreach (var field in Embed["fields"]!.AsArray())
        {
            var beside = field!["inline"] is { } inline && (bool)inline ? " (beside)" : "";
            text.AppendLine().AppendLine($"## {(string?)field["name"]}{beside}").AppendLine((string?)field["value"]);
        }

        if (Footer.Length > 0)
            text.AppendLine().AppendLine($"-- {Footer}");
        foreach (var row in Data["components"]!.AsArray())
        {
            var controls = row!["components"]!.AsArray().Select(control => (int)control!["type"]! == 2
                ? $"[{(string?)control["label"]}]"
                : $"[{(string?)control["placeholder"]} {string.Join(" | ", control["options"]!.AsArray().Select(option => (string?)option!["label"]))}]");
            text.AppendLine().AppendLine(string.Join(' ', controls));
        }

        return text.ToString();
    }
}
