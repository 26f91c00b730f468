using System.Text.Json.Nodes;
using StatusBot.StandIn.Rules;
using StatusBot.StandIn.Tests.Support;

namespace StatusBot.StandIn.Tests;

/// <summary>Commands as they are registered.</summary>
public sealed class Commands
{
    [Fact]
    public async Task Keep_id_and_version_until_they_change()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        using var rest = new RestClient(discord);
        var path = $"/applications/{discord.ApplicationId}/commands";
        var first = await rest.Bot("PUT", path, new JsonArray(Bodies.Command()));
        first.Is(200);
        var same = await rest.Bot("PUT", path, new JsonArray(Bodies.Command()));
        Assert.True(JsonNode.DeepEquals(first.Json, same.Json));

        var changed = Bodies.Command();
        changed["description"] = "Something else";
        var second = await rest.Bot("PUT", path, new JsonArray(changed));
        Assert.Equal((string?)first.Json[0]!["id"], (string?)second.Json[0]!["id"]);
        Assert.NotEqual((string?)first.Json[0]!["version"], (string?)second.Json[0]!["version"]);
        Violations.None(discord);
    }

    [Fact]
    public async Task Come_back_as_the_server_fills_them()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        using var rest = new RestClient(discord);
        var path = $"/applications/{discord.ApplicationId}/commands";
        var command = new JsonObject
        {
            ["name"] = "status",
            ["name_localizations"] = new JsonObject { ["ko"] = "상태", ["en-US"] = "status" },
            ["description"] = "d",
            ["default_member_permissions"] = "0",
            ["options"] = new JsonArray(new JsonObject { ["type"] = 3, ["name"] = "code", ["description"] = "d", ["required"] = false, ["autocomplete"] = true }),
        };
        (await rest.Bot("PUT", path, new JsonArray(command))).Is(200);

        var shown = (await rest.Bot("GET", $"{path}?with_localizations=true")).Json[0]!;
        var errors = new FormErrors();
        DiscordSchema.Component("ApplicationCommandResponse").Check(shown, errors);
        Assert.False(errors.Any, errors.ToString());
        Assert.Equal("상태", (string?)shown["name_localizations"]!["ko"]);
        Assert.Null(shown["name_localizations"]!["en-US"]);
        Assert.Equal(1, (int)shown["type"]!);
        Assert.False((bool)shown["nsfw"]!);
        Assert.Equal(2, shown["contexts"]!.AsArray().Count);
        Assert.Null(shown["options"]![0]!["required"]);
        Assert.False((await rest.Bot("GET", path)).Json[0]!.AsObject().ContainsKey("name_localizations"));
        Violations.None(discord);
    }

    [Fact]
    public async Task Of_a_guild_are_its_own_and_replace_all()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        using var rest = new RestClient(discord);
        var path = $"/applications/{discord.ApplicationId}/guilds/290926798626357999/commands";
        JsonObject Plain(string name) => new() { ["type"] = 1, ["name"] = name, ["description"] = "d" };
        (await rest.Bot("PUT", path, new JsonArray(Plain("b"), Plain("a")))).Is(200);
        (await rest.Bot("PUT", path, new JsonArray(Plain("c")))).Is(200);
        Assert.Equal("c", (string?)Assert.Single(discord.Commands("290926798626357999"))["name"]);
        Assert.Empty(discord.Commands());
        (await rest.Bot("PUT", path, new JsonArray(Bodies.Command()))).Is(400, 50035);
        (await rest.Bot("PUT", $"/applications/1/commands", new JsonArray())).Is(403, 20012);
    }

    [Fact]
    public async Task Can_be_created_so_often_a_day()
    {
        var clock = new ShiftedTime();
        await using var discord = await DiscordStandIn.StartAsync(new StandInOptions { CommandCreatesPerDay = 2, TimeProvider = clock });
        using var rest = new RestClient(discord);
        var path = $"/applications/{discord.ApplicationId}/commands";
        (await rest.Bot("PUT", path, new JsonArray(Bodies.Command("a"), Bodies.Command("b")))).Is(200);
        (await rest.Bot("PUT", path, new JsonArray(Bodies.Command("a"), Bodies.Command("b")))).Is(200);
        (await rest.Bot("PUT", path, new JsonArray(Bodies.Command("c")))).Is(400, 30034);
        clock.Shift(TimeSpan.FromDays(1));
        (await rest.Bot("PUT", path, new JsonArray(Bodies.Command("c")))).Is(200);
    }

    [Theory]
    [InlineData("""{"name":"Status","description":"d"}""")]
    [InlineData("""{"name":"two words","description":"d"}""")]
    [InlineData("""{"name":"status"}""")]
    [InlineData("""{"name":"status","description":"d","name_localizations":{"kr":"x"}}""")]
    [InlineData("""{"name":"status","description":"d","name_localizations":{"ko":"상태URL"}}""")]
    [InlineData("""{"name":"status","description":"d","descripton_localizations":{}}""")]
    [InlineData("""{"name":"status","description":"d","options":[{"type":3,"name":"a","description":"d"},{"type":3,"name":"b","description":"d","required":true}]}""")]
    [InlineData("""{"name":"status","description":"d","options":[{"type":3,"name":"a","description":"d"},{"type":3,"name":"a","description":"d"}]}""")]
    [InlineData("""{"name":"status","description":"d","options":[{"type":3,"name":"a","description":"d","name_localizations":{"ko":"b"}},{"type":3,"name":"b","description":"d"}]}""")]
    [InlineData("""{"name":"status","description":"d","options":[{"type":3,"name":"a","description":"d","autocomplete":true,"choices":[{"name":"x","value":"x"}]}]}""")]
    [InlineData("""{"name":"status","description":"d","options":[{"type":3,"name":"a","description":"d","choices":[{"name":"x","value":1}]}]}""")]
    [InlineData("""{"name":"status","description":"d","options":[{"type":3,"name":"a","description":"d","max_length":6001}]}""")]
    [InlineData("""{"name":"status","description":"d","options":[{"type":4,"name":"a","description":"d","max_length":10}]}""")]
    [InlineData("""{"name":"status","description":"d","options":[{"type":1,"name":"a","description":"d"},{"type":3,"name":"b","description":"d"}]}""")]
    [InlineData("""{"name":"status","description":"d","options":[{"type":1,"name":"a","description":"d","options":[{"type":1,"name":"b","description":"d"}]}]}""")]
    [InlineData("""{"name":"status","description":"d","contexts":[2]}""")]
    [InlineData("""{"name":"status","description":"d","default_member_permissions":0}""")]
    [InlineData("""{"name":"Explain","type":3,"description":"d"}""")]
    [InlineData("""{"name":"Explain","type":3,"options":[{"type":3,"name":"a","description":"d"}]}""")]
    public async Task That_break_a_rule_are_refused(string command)
    {
        await using var discord = await DiscordStandIn.StartAsync();
        using var rest = new RestClient(discord);
        (await rest.Bot("PUT", $"/applications/{discord.ApplicationId}/commands", new JsonArray(JsonNode.Parse(command)))).Is(400, 50035);
        Violations.Has(discord, "body.invalid");
    }

    [Theory]
    [InlineData("""{"name":"상태","description":"d"}""")]
    [InlineData("""{"name":"Explain This","type":3}""")]
    [InlineData("""{"name":"status","description":"d","options":[{"type":2,"name":"g","description":"d","options":[{"type":1,"name":"s","description":"d","options":[{"type":4,"name":"n","description":"d","min_value":1}]}]}]}""")]
    [InlineData("""{"name":"status","description":"d","integration_types":[0,1],"contexts":[0,1,2]}""")]
    public async Task That_break_none_are_taken(string command)
    {
        await using var discord = await DiscordStandIn.StartAsync();
        using var rest = new RestClient(discord);
        (await rest.Bot("PUT", $"/applications/{discord.ApplicationId}/commands", new JsonArray(JsonNode.Parse(command)))).Is(200);
        Violations.None(discord);
    }

    [Fact]
    public async Task Have_a_hundred_names_and_8000_characters()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        using var rest = new RestClient(discord);
        var path = $"/applications/{discord.ApplicationId}/commands";
        (await rest.Bot("PUT", path, new JsonArray([.. Enumerable.Range(0, 101).Select(i => Bodies.Command($"c{i}"))]))).Is(400, 50035);
        (await rest.Bot("PUT", path, new JsonArray(Bodies.Command(), Bodies.Command()))).Is(400, 50035);

        var large = Bodies.Command();
        large["options"] = new JsonArray([.. Enumerable.Range(0, 4).Select(i => new JsonObject
        {
            ["type"] = 3,
            ["name"] = $"o{i}",
            ["description"] = "d",
            ["choices"] = new JsonArray([.. Enumerable.Range(0, 20).Select(j => new JsonObject { ["name"] = $"{i}{j:00}" + new string('n', 80), ["value"] = $"{i}{j:00}" + new string('v', 80) })]),
        })]);
        (await rest.Bot("PUT", path, new JsonArray(large))).Is(400, 50035);
    }
}
