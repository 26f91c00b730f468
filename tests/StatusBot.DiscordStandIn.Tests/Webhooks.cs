using System.Text.Json.Nodes;
using StatusBot.StandIn.Rules;
using StatusBot.StandIn.Tests.Support;

namespace StatusBot.StandIn.Tests;

/// <summary>Edits and follow-ups, for as long as the token lives.</summary>
public sealed class Webhooks
{
    [Fact]
    public async Task Know_nothing_before_the_first_answer()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        using var rest = new RestClient(discord);
        var sent = discord.Track(Bodies.Slash());
        (await rest.Webhook("PATCH", sent, "/messages/@original", Bodies.Message())).Is(404, 10015);
        (await rest.Webhook("POST", sent, "", Bodies.Message())).Is(404, 10015);
        Violations.Has(discord, "webhook.unanswered");
    }

    [Fact]
    public async Task Edit_a_deferred_answer_and_keep_its_visibility()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        using var rest = new RestClient(discord);
        var sent = discord.Track(Bodies.Slash());
        (await rest.Callback(sent, Bodies.Answer(5, new JsonObject { ["flags"] = 64 }))).Is(204);
        Assert.Equal(64 | 128, (int)sent.Messages[0]["flags"]!);

        var answer = await rest.Webhook("PATCH", sent, "/messages/@original", Bodies.Message("ready"));
        answer.Is(200);
        Assert.Equal(64, (int)answer.Json["flags"]!);
        Assert.Equal("ready", (string?)sent.Messages[0]["content"]);
        var errors = new FormErrors();
        DiscordSchema.Component("MessageResponse").Check(answer.Json, errors);
        Assert.False(errors.Any, errors.ToString());
        Violations.None(discord);
    }

    [Fact]
    public async Task Keep_what_an_edit_leaves_out_and_clear_what_it_empties()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        using var rest = new RestClient(discord);
        var sent = discord.Track(Bodies.Slash());
        var first = Bodies.Message("text");
        first["embeds"] = new JsonArray(new JsonObject { ["title"] = "t" });
        (await rest.Callback(sent, Bodies.Answer(4, first))).Is(204);

        var edit = Bodies.Message();
        edit.Remove("content");
        edit["embeds"] = new JsonArray();
        (await rest.Webhook("PATCH", sent, "/messages/@original", edit)).Is(200);
        Assert.Equal("text", (string?)sent.Messages[0]["content"]);
        Assert.Empty(sent.Messages[0]["embeds"]!.AsArray());

        (await rest.Webhook("PATCH", sent, "/messages/@original", Bodies.Message(""))).Is(400, 50006);
        Assert.Equal("text", (string?)sent.Messages[0]["content"]);
    }

    [Fact]
    public async Task Follow_up_edit_and_delete()
    {
        await using var discord = await DiscordStandIn.StartAsync(new StandInOptions { TokenLifetime = TimeSpan.FromMinutes(15) });
        using var rest = new RestClient(discord);
        var sent = discord.Track(Bodies.Slash());
        (await rest.Callback(sent, Bodies.Answer(4, Bodies.Message("one")))).Is(204);
        var more = Bodies.Message("two");
        more["flags"] = 64;
        var answer = await rest.Webhook("POST", sent, "?wait=true", more);
        answer.Is(200);
        var id = (string)answer.Json["id"]!;
        (await rest.Webhook("PATCH", sent, $"/messages/{id}", Bodies.Message("three"))).Is(200);
        Assert.Equal(["one", "three"], sent.Messages.Select(message => (string)message["content"]!));
        Assert.Equal(64, (int)sent.Messages[1]["flags"]!);
        (await rest.Webhook("GET", sent, $"/messages/{id}")).Is(200);
        (await rest.Webhook("DELETE", sent, $"/messages/{id}")).Is(204);
        (await rest.Webhook("DELETE", sent, "/messages/@original")).Is(204);
        Assert.Empty(sent.Messages);
        Violations.None(discord);
        (await rest.Webhook("GET", sent, "/messages/@original")).Is(404, 10008);
    }

    [Fact]
    public async Task Take_a_follow_up_for_the_edit_of_a_loading_message()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        using var rest = new RestClient(discord);
        var sent = discord.Track(Bodies.Slash());
        (await rest.Callback(sent, Bodies.Answer(5))).Is(204);
        (await rest.Webhook("POST", sent, "", Bodies.Message("x"))).Is(200);
        Assert.Single(sent.Messages);
        Violations.Has(discord, "followup.deferred");
    }

    [Fact]
    public async Task Are_over_when_the_token_is()
    {
        var clock = new ShiftedTime();
        await using var discord = await DiscordStandIn.StartAsync(new StandInOptions { TimeProvider = clock });
        using var rest = new RestClient(discord);
        var sent = discord.Track(Bodies.Slash());
        (await rest.Callback(sent, Bodies.Answer(5))).Is(204);
        clock.Shift(TimeSpan.FromMinutes(15));
        (await rest.Webhook("PATCH", sent, "/messages/@original", Bodies.Message())).Is(401, 50027);
        Violations.Has(discord, "token.expired");
    }

    [Fact]
    public async Task Of_user_installs_take_five_follow_ups()
    {
        await using var discord = await DiscordStandIn.StartAsync(new StandInOptions { RouteLimits = new Dictionary<ApiRoute, RouteLimit> { [ApiRoute.FollowUp] = RouteLimit.Default } });
        using var rest = new RestClient(discord);
        var interaction = Bodies.Slash(null);
        interaction["authorizing_integration_owners"] = new JsonObject { ["1"] = "80351110224678912" };
        var sent = discord.Track(interaction);
        (await rest.Callback(sent, Bodies.Answer(4, Bodies.Message()))).Is(204);
        for (var i = 0; i < 5; i++)
            (await rest.Webhook("POST", sent, "", Bodies.Message())).Is(200);
        (await rest.Webhook("POST", sent, "", Bodies.Message())).Is(400, 40094);
    }

    [Fact]
    public async Task Need_mentions_said_on_edits_too()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        using var rest = new RestClient(discord);
        var sent = discord.Track(Bodies.Slash());
        (await rest.Callback(sent, Bodies.Answer(5))).Is(204);
        (await rest.Webhook("PATCH", sent, "/messages/@original", new JsonObject { ["content"] = "@everyone" })).Is(200);
        Violations.Has(discord, "message.mentions");
    }
}
