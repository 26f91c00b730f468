using System.Globalization;
using System.Text.Json.Nodes;
using StatusBot.StandIn;

namespace StatusBot.Chaos;

/// <summary>What people do: commands, typing, and buttons of cards that were shown before. Follows from its seed alone.</summary>
internal sealed class Traffic(int seed, string guild)
{
    private const int MostCards = 32;
    private const string Person = "80351110224678912";

    private static readonly string[] Codes = ["200", "301", "304", "400", "401", "403", "404", "418", "429", "500", "502", "503", "504"];
    private static readonly string[] Pairs = ["301 302", "401 403", "502 503 504", "404 410"];
    private static readonly string[] Typed = ["4", "not fo", "40", "권한", "gate", "teapot", "HTTP 50"];

    private readonly Random _random = new(seed);
    private readonly Queue<JsonObject> _cards = new();
    private readonly Lock _gate = new();

    /// <summary>The next thing that somebody does, and what the answer has to be.</summary>
    public (JsonObject Interaction, Func<InteractionOutcome, bool> IsRight) Next()
    {
        lock (_gate)
        {
            return _random.Next(100) switch
            {
                < 45 => Status(Codes[_random.Next(Codes.Length)]),
                < 55 => (Command("compare", ("codes", Pairs[_random.Next(Pairs.Length)])), IsMessage),
                < 60 => (Command("list", ("class", $"{_random.Next(1, 6)}xx")), IsMessage),
                < 63 => (Command("about"), IsMessage),
                < 65 => (Command("no-such-command"), IsMessage),
                < 80 => Typing(Typed[_random.Next(Typed.Length)]),
                _ => _cards.TryDequeue(out var card) ? Press(card) : Status("404"),
            };
        }
    }

    /// <summary>Takes an answer's message as one whose buttons somebody may press.</summary>
    public void Show(JsonObject message)
    {
        lock (_gate)
        {
            if (_cards.Count < MostCards && Buttons(message).Length > 0)
                _cards.Enqueue(message);
        }
    }

    private (JsonObject, Func<InteractionOutcome, bool>) Status(string code) => (
        Command("status", ("code", code)),
        outcome => IsMessage(outcome) && ((string?)outcome.Response!["data"]!["embeds"]![0]!["title"])!.StartsWith(code, StringComparison.Ordinal));

    private (JsonObject, Func<InteractionOutcome, bool>) Typing(string text)
    {
        var typing = Command("status", ("code", text));
        typing["type"] = 4;
        typing["data"]!["options"]![0]!["focused"] = true;
        return (typing, outcome => outcome.ResponseType is 8);
    }

    private (JsonObject, Func<InteractionOutcome, bool>) Press(JsonObject card)
    {
        var buttons = Buttons(card);
        var press = Base(type: 3);
        press["message"] = card.DeepClone();
        press["data"] = new JsonObject { ["component_type"] = 2, ["custom_id"] = buttons[_random.Next(buttons.Length)] };
        if (_random.Next(5) == 0)
            press["member"]!["user"]!["id"] = "80351110224678913"; // somebody else, who gets a copy
        return (press, outcome => outcome.ResponseType is 4 or 6 or 7);
    }

    private JsonObject Command(string name, params ReadOnlySpan<(string Name, string Value)> options)
    {
        var filled = new JsonArray();
        foreach (var (option, value) in options)
            filled.Add(new JsonObject { ["type"] = 3, ["name"] = option, ["value"] = value });
        if (_random.Next(4) == 0 && name is "status")
            filled.Add(new JsonObject { ["type"] = 3, ["name"] = "language", ["value"] = "ko" });
        var command = Base(type: 2);
        command["data"] = new JsonObject { ["id"] = "771825006014889984", ["name"] = name, ["type"] = 1, ["options"] = filled };
        return command;
    }

    private JsonObject Base(int type) => new()
    {
        ["type"] = type,
        ["guild_id"] = guild,
        ["channel_id"] = "645027906669510667",
        ["locale"] = "en-US",
        ["context"] = 0,
        ["member"] = new JsonObject { ["user"] = new JsonObject { ["id"] = Person, ["username"] = "dev" }, ["permissions"] = "0" },
    };

    private static bool IsMessage(InteractionOutcome outcome) => outcome.ResponseType is 4;

    private static string[] Buttons(JsonObject message) =>
        [.. (message["components"] as JsonArray ?? [])
            .SelectMany(row => row!["components"]!.AsArray())
            .Where(component => (int)component!["type"]! == 2 && component["custom_id"] is not null)
            .Select(button => (string)button!["custom_id"]!)];

    /// <summary>A guild that belongs to a shard, as Discord reckons.</summary>
    public static string GuildOf(int shard, int shards) => ((((69_362_354UL * (ulong)shards) + (ulong)shard) << 22) + 1).ToString(CultureInfo.InvariantCulture);
}
