using System.Text.Json;
using StatusBot.Discord.Model;

namespace StatusBot.Discord.Tests;

/// <summary>What Discord sends is read whatever else it holds; what we send has no nulls.</summary>
public sealed class Interactions_on_the_wire
{
    [Fact]
    public void Unknown_fields_and_kinds_are_ignored()
    {
        var interaction = Read("""
            {"id":"1","application_id":"2","type":99,"token":"t","version":1,"entitlements":[{"a":1}],"context":7,
             "data":{"name":"x","type":42,"options":[{"type":11,"name":"file","value":"123","extra":{}}],"novelty":true},
             "member":{"user":{"id":"3","username":"dev","avatar":null},"roles":["9"]}}
            """);

        Assert.Equal((InteractionType)99, interaction.Type);
        Assert.Equal(new Snowflake(3), interaction.Actor!.Id);
        Assert.Equal("123", interaction.Data!.Options![0].Value!.Value.GetString());
    }

    [Fact]
    public void The_person_is_found_in_a_server_and_outside()
    {
        Assert.Equal(new Snowflake(3), Read("""{"id":"1","application_id":"2","type":2,"token":"t","member":{"user":{"id":"3"}}}""").Actor!.Id);
        Assert.Equal(new Snowflake(4), Read("""{"id":"1","application_id":"2","type":2,"token":"t","user":{"id":"4"}}""").Actor!.Id);
        Assert.Null(Read("""{"id":"1","application_id":"2","type":1,"token":"t"}""").Actor);
    }

    [Fact]
    public void The_message_that_a_command_was_used_on_is_there_with_what_was_forwarded()
    {
        var interaction = Read("""
            {"id":"1","application_id":"2","type":2,"token":"t","data":{"name":"x","type":3,"target_id":"3","resolved":{"members":{},"messages":{"3":{
             "id":"3","content":"a","author":{"id":"4"},"tts":false,"reactions":[{}],
             "embeds":[{"type":"rich","url":"no address","title":"b","description":"c","fields":[{"name":"d","value":"e","inline":true}],"footer":{"text":"f"}}],
             "attachments":[{"id":"5","filename":"g.log","size":6,"url":"https://cdn.discordapp.com/h","ephemeral":true}],
             "message_snapshots":[{"message":{"content":"i","embeds":[],"attachments":[]}}]}}}}}
            """);

        var message = interaction.Data!.Resolved!.Messages![interaction.Data.TargetId!.Value];
        Assert.Equal("a", message.Content);
        var embed = Assert.Single(message.Embeds!);
        Assert.Equal(("b", "c", "d", "e", "f"), (embed.Title, embed.Description, embed.Fields![0].Name, embed.Fields[0].Value, embed.Footer!.Text));
        Assert.Equal(("g.log", 6L, "https://cdn.discordapp.com/h"), (message.Attachments![0].Filename, message.Attachments[0].Size!.Value, message.Attachments[0].Url));
        Assert.Equal("i", message.MessageSnapshots![0].Message!.Content);
    }

    [Theory]
    [InlineData("""{"id":1,"application_id":"2","type":1,"token":"t"}""")]
    [InlineData("""{"id":"x","application_id":"2","type":1,"token":"t"}""")]
    [InlineData("""{"application_id":"2","type":1,"token":"t"}""")]
    [InlineData("[]")]
    [InlineData("""{"id":"1","application_id":"2","type":1,"token":null}""")]
    [InlineData("""{"id":"1","application_id":"2","type":2,"token":"t","data":{"options":[null]}}""")]
    [InlineData("""{"id":"1","application_id":"2","type":2,"token":"t","data":{"options":[{"name":null,"value":"x"}]}}""")]
    [InlineData("""{"id":"1","application_id":"2","type":2,"token":"t","data":{"options":[{"name":"code","value":"\ud800"}]}}""")]
    [InlineData("""{"id":"1","application_id":"2","type":2,"token":"t","data":{"options":[{"name":"code","value":{"deep":1}}]}}""")]
    [InlineData("""{"id":"1","application_id":"2","type":2,"token":"t","data":{"options":[{"name":"code","value":[]}]}}""")]
    [InlineData("""{"id":"1","application_id":"2","type":3,"token":"t","data":{"custom_id":"x","values":[null]}}""")]
    [InlineData("""{"id":"1","application_id":"2","type":2,"token":"t","data":{"resolved":{"messages":{"x":{}}}}}""")]
    [InlineData("""{"id":"1","application_id":"2","type":2,"token":"t","data":{"resolved":{"messages":{"3":{"content":"\ud800"}}}}}""")]
    [InlineData("""{"id":"1","application_id":"2","type":2,"token":"t","data":{"resolved":{"messages":{"3":{"embeds":[null]}}}}}""")]
    [InlineData("""{"id":"1","application_id":"2","type":2,"token":"t","data":{"resolved":{"messages":{"3":{"embeds":[{"fields":[null]}]}}}}}""")]
    [InlineData("""{"id":"1","application_id":"2","type":2,"token":"t","data":{"resolved":{"messages":{"3":{"attachments":[null]}}}}}""")]
    [InlineData("""{"id":"1","application_id":"2","type":2,"token":"t","data":{"resolved":{"messages":{"3":{"message_snapshots":[null]}}}}}""")]
    public void What_is_no_interaction_is_refused(string json) => Assert.Throws<JsonException>(() => Read(json));

    [Fact]
    public void An_answer_has_no_nulls_and_pings_nobody()
    {
        var json = JsonSerializer.Serialize(
            InteractionResponse.NewMessage(new MessagePayload { Embeds = [new Embed { Title = "a" }], Components = [] }),
            DiscordJson.Default.InteractionResponse);

        Assert.Equal("""{"type":4,"data":{"embeds":[{"title":"a","fields":[]}],"components":[],"allowed_mentions":{"parse":[]}}}""", json);
    }

    [Fact]
    public void A_component_carries_its_type()
    {
        var json = JsonSerializer.Serialize(
            InteractionResponse.UpdateMessage(new MessagePayload
            {
                Content = "a",
                Embeds = [],
                Components = [new ActionRow { Components = [new Button { CustomId = "x", Label = "b", Style = ButtonStyle.Danger }] }],
            }),
            DiscordJson.Default.InteractionResponse);

        Assert.Contains("""{"type":1,"components":[{"type":2,"style":4,"label":"b","custom_id":"x"}]}""", json, StringComparison.Ordinal);
    }

    private static Interaction Read(string json) => JsonSerializer.Deserialize(json, DiscordJson.Default.Interaction)!;
}
