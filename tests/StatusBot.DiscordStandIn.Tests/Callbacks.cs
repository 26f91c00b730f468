using System.Text.Json.Nodes;
using StatusBot.StandIn.Rules;
using StatusBot.StandIn.Tests.Support;

namespace StatusBot.StandIn.Tests;

/// <summary>First answers, as the documentation of receiving and responding has them.</summary>
public sealed class Callbacks
{
    [Fact]
    public async Task Are_taken_once()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        using var rest = new RestClient(discord);
        var sent = discord.Track(Bodies.Slash());

        (await rest.Callback(sent, Bodies.Answer(4, Bodies.Message()))).Is(204);
        var outcome = await sent.Outcome;
        Assert.True(outcome.Answered);
        Assert.Equal(4, outcome.ResponseType);
        Assert.Equal("hello", (string?)Assert.Single(sent.Messages)["content"]);
        Assert.InRange(sent.AnsweredAfter!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(3));
        Violations.None(discord);

        (await rest.Callback(sent, Bodies.Answer(4, Bodies.Message()))).Is(400, 40060);
        Violations.Has(discord, "callback.twice");
    }

    [Fact]
    public async Task Return_the_message_on_request_as_the_schema_says()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        using var rest = new RestClient(discord);
        var data = Bodies.Message("");
        data["embeds"] = new JsonArray(new JsonObject { ["title"] = "403", ["description"] = "금지", ["fields"] = new JsonArray(new JsonObject { ["name"] = "a", ["value"] = "b" }) });
        data["components"] = Rows(Button("a"), Button("b"));
        data["flags"] = 64;

        var answer = await rest.Callback(discord.Track(Bodies.Slash()), Bodies.Answer(4, data), "?with_response=true");

        answer.Is(200);
        var errors = new FormErrors();
        DiscordSchema.Component("InteractionCallbackResponse").Check(answer.Json, errors);
        DiscordSchema.Component("MessageResponse").Check(answer.Json["resource"]!["message"]!, errors);
        Assert.False(errors.Any, errors.ToString());
        Assert.Equal(64, (int)answer.Json["resource"]!["message"]!["flags"]!);
        Violations.None(discord);
    }

    [Fact]
    public async Task After_the_limit_meet_an_unknown_interaction()
    {
        var clock = new ShiftedTime();
        await using var discord = await DiscordStandIn.StartAsync(new StandInOptions { TimeProvider = clock });
        using var rest = new RestClient(discord);
        var sent = discord.Track(Bodies.Slash());
        clock.Shift(TimeSpan.FromSeconds(3.1));

        (await rest.Callback(sent, Bodies.Answer(5))).Is(404, 10062);
        Violations.Has(discord, "callback.late");
    }

    [Fact]
    public async Task That_never_come_are_missed_at_the_limit()
    {
        await using var discord = await DiscordStandIn.StartAsync(new StandInOptions { ResponseLimit = TimeSpan.FromMilliseconds(100) });
        using var rest = new RestClient(discord);
        var sent = discord.Track(Bodies.Slash());

        Assert.False((await sent.Outcome).Answered);
        Assert.Null(sent.AnsweredAfter);
        await Eventually.Holds(() => discord.Violations.Any(violation => violation.Rule == "interaction.unanswered"));
        (await rest.Callback(sent, Bodies.Answer(5))).Is(404, 10062);
    }

    [Fact]
    public async Task To_nothing_known_are_refused()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        using var rest = new RestClient(discord);
        (await rest.SendAsync("POST", "/interactions/1/wrong/callback", Bodies.Answer(5), null)).Is(404, 10062);
        Violations.Has(discord, "callback.unknown");
    }

    [Fact]
    public async Task Bring_no_authorization()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        using var rest = new RestClient(discord);
        var sent = discord.Track(Bodies.Slash());
        (await rest.Bot("POST", $"/interactions/{sent.Id}/{sent.Token}/callback", Bodies.Answer(5))).Is(204);
        Violations.Has(discord, "request.authorization");
        Assert.DoesNotContain(discord.Violations, violation => violation.ToString().Contains(sent.Token, StringComparison.Ordinal));
        Assert.DoesNotContain(discord.Requests, request => request.ToString().Contains(sent.Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Say_whom_they_ping()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        using var rest = new RestClient(discord);
        (await rest.Callback(discord.Track(Bodies.Slash()), Bodies.Answer(4, new JsonObject { ["content"] = "x" }))).Is(204);
        Violations.Has(discord, "message.mentions");

        var loud = Bodies.Message();
        loud["allowed_mentions"]!["parse"]!.AsArray().Add("everyone");
        (await rest.Callback(discord.Track(Bodies.Slash()), Bodies.Answer(4, loud))).Is(204);
        Assert.Equal(2, discord.Violations.Count);
    }

    [Theory]
    [InlineData(2, 6)]
    [InlineData(2, 7)]
    [InlineData(2, 8)]
    [InlineData(3, 8)]
    [InlineData(4, 4)]
    [InlineData(4, 5)]
    [InlineData(1, 4)]
    public async Task Fit_what_was_done(int interaction, int answer)
    {
        await using var discord = await DiscordStandIn.StartAsync();
        using var rest = new RestClient(discord);
        (await rest.Callback(discord.Track(new JsonObject { ["type"] = interaction }), Bodies.Answer(answer, Bodies.Message()))).Is(400, 50035);
        Violations.Has(discord, "body.invalid");
    }

    [Fact]
    public async Task Of_presses_edit_the_message_that_was_pressed()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        using var rest = new RestClient(discord);
        var sent = discord.Track(Bodies.Press(flags: 64));
        var edit = Bodies.Message("after");
        (await rest.Callback(sent, Bodies.Answer(7, edit), "?with_response=1")).Is(200);

        var message = Assert.Single(sent.Messages);
        Assert.Equal("1127984240000000001", (string?)message["id"]);
        Assert.Equal("after", (string?)message["content"]);
        Assert.Equal(64, (int)message["flags"]!);

        var silent = discord.Track(Bodies.Press());
        (await rest.Callback(silent, Bodies.Answer(6))).Is(204);
        (await rest.Webhook("PATCH", silent, "/messages/@original", Bodies.Message("later"))).Is(200);
        Assert.Equal("later", (string?)Assert.Single(silent.Messages)["content"]);
        Violations.None(discord);
    }

    [Fact]
    public async Task In_the_body_of_the_endpoint_meet_the_same_rules()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        var sent = discord.Track(Bodies.Slash());
        Assert.Equal(50035, (int)discord.TakeBody(sent, Bodies.Answer(4, Bodies.Message(new string('x', 2001))))!["code"]!);
        Assert.Null(discord.TakeBody(sent, Bodies.Answer(4, Bodies.Message())));
        Assert.True((await sent.Outcome).Answered);
    }

    public static TheoryData<string, string> Refused => new()
    {
        { """{"content":"x","embedz":[]}""", "data.embedz" },
        { """{"content":5}""", "data.content" },
        { $$"""{"content":"{{new string('x', 2001)}}"}""", "data.content" },
        { $$"""{"embeds":[{"title":"{{new string('x', 257)}}"}]}""", "data.embeds.0.title" },
        { """{"embeds":[{"titel":"x"}]}""", "data.embeds.0.titel" },
        { """{"embeds":[{"title":"x","url":"javascript:1"}]}""", "data.embeds.0.url" },
        { """{"embeds":[{"title":"x","color":16777216}]}""", "data.embeds.0.color" },
        { """{"embeds":[{}]}""", "data.embeds.0.description" },
        { """{"embeds":[{"title":"x","fields":[{"name":" ","value":"v"}]}]}""", "data.embeds.0.fields.0.name" },
        { """{"embeds":[{"title":"x","footer":{"text":""}}]}""", "data.embeds.0.footer.text" },
        { $$"""{"embeds":[{"description":"{{new string('x', 4000)}}"},{"description":"{{new string('한', 2001)}}"}]}""", "data.embeds" },
        { $$"""{"embeds":[{{string.Join(',', Enumerable.Repeat("""{"title":"x"}""", 11))}}]}""", "data.embeds" },
        { $$"""{"content":"x","components":[{{string.Join(',', Enumerable.Range(0, 6).Select(row => $$"""{"type":1,"components":[{"type":2,"style":1,"label":"x","custom_id":"{{row}}"}]}"""))}}]}""", "data.components" },
        { """{"content":"x","components":[{"type":2,"style":1,"label":"x","custom_id":"a"}]}""", "data.components.0.type" },
        { """{"content":"x","components":[{"type":1,"components":[]}]}""", "data.components.0.components" },
        { """{"content":"x","components":[{"type":1,"components":[{"type":2,"style":1,"label":"x"}]}]}""", "data.components.0.components.0.custom_id" },
        { """{"content":"x","components":[{"type":1,"components":[{"type":2,"style":1,"custom_id":"a"}]}]}""", "data.components.0.components.0" },
        { """{"content":"x","components":[{"type":1,"components":[{"type":2,"style":5,"label":"x","custom_id":"a","url":"https://x.org"}]}]}""", "data.components.0.components.0.custom_id" },
        { """{"content":"x","components":[{"type":1,"components":[{"type":2,"style":1,"label":"x","custom_id":"a"},{"type":2,"style":1,"label":"y","custom_id":"a"}]}]}""", "data.components.0.components.1.custom_id" },
        { """{"content":"x","components":[{"type":1,"components":[{"type":3,"custom_id":"s","options":[]}]}]}""", "data.components.0.components.0.options" },
        { """{"content":"x","components":[{"type":1,"components":[{"type":3,"custom_id":"s","options":[{"label":"a","value":"v"},{"label":"b","value":"v"}]}]}]}""", "data.components.0.components.0.options.1.value" },
        { """{"content":"x","components":[{"type":1,"components":[{"type":3,"custom_id":"s","options":[{"label":"a","value":"v"}]},{"type":2,"style":1,"label":"y","custom_id":"a"}]}]}""", "data.components.0.components" },
        { """{"content":"x","flags":128}""", "data.flags" },
        { """{"content":"x","flags":32768}""", "data.content" },
        { """{"content":"x","components":[{"type":10,"content":"x"}]}""", "data.components.0.type" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Of_an_invalid_form_are_refused_field_by_field(string data, string path)
    {
        await using var discord = await DiscordStandIn.StartAsync();
        using var rest = new RestClient(discord);
        var sent = discord.Track(Bodies.Slash());
        var answer = await rest.Callback(sent, Bodies.Answer(4, JsonNode.Parse(data)!.AsObject()));

        answer.Is(400, 50035);
        var at = answer.Json["errors"];
        foreach (var part in path.Split('.'))
            at = at![part];
        Assert.True(at?["_errors"] is JsonArray { Count: > 0 }, answer.Text);
        Assert.False(sent.Outcome.IsCompleted);
    }

    [Fact]
    public async Task Without_anything_to_show_are_empty()
    {
        await using var discord = await DiscordStandIn.StartAsync();
        using var rest = new RestClient(discord);
        (await rest.Callback(discord.Track(Bodies.Slash()), Bodies.Answer(4, Bodies.Message("  ")))).Is(400, 50006);
    }

    [Theory]
    [InlineData("""{"name":"403","value":"403"}""", true)]
    [InlineData("""{"name":"403","value":403}""", false)]
    [InlineData("""{"name":"","value":"x"}""", false)]
    [InlineData("""{"name":"x","value":"12345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901"}""", false)]
    [InlineData("""{"name":"x","value":"x","name_localizations":{"kr":"x"}}""", false)]
    public async Task Of_choices_have_the_type_of_their_option(string choice, bool accepted)
    {
        await using var discord = await DiscordStandIn.StartAsync();
        using var rest = new RestClient(discord);
        var answer = await rest.Callback(discord.Track(Bodies.Typing()), Bodies.Answer(8, new JsonObject { ["choices"] = new JsonArray(JsonNode.Parse(choice)) }));
        answer.Is(accepted ? 204 : 400);
    }

    private static JsonArray Rows(params JsonObject[] row) => [new JsonObject { ["type"] = 1, ["components"] = new JsonArray([.. row]) }];

    private static JsonObject Button(string id) => new() { ["type"] = 2, ["style"] = 2, ["label"] = id, ["custom_id"] = id };
}
