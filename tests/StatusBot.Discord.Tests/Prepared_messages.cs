using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using StatusBot.Discord.Model;

namespace StatusBot.Discord.Tests;

/// <summary>A message that is written once and sent to many is the one that would have been written for each.</summary>
public sealed class Prepared_messages
{
    private static readonly Snowflake Person = new(80_351_110_224_678_912);

    [Theory]
    [InlineData(null)]
    [InlineData(MessageFlags.Ephemeral)]
    public void Say_what_the_message_says(MessageFlags? flags)
    {
        var prepared = MessageTemplate.Of(For(MessageTemplate.Gap)).Fill(Person) with { Flags = flags };

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse((For($"{Person}") with { Flags = flags }).ToUtf8Bytes()), JsonNode.Parse(prepared.ToUtf8Bytes())));
    }

    [Fact]
    public void Are_an_answer_like_any_other()
    {
        var prepared = InteractionResponse.NewMessage(MessageTemplate.Of(For(MessageTemplate.Gap)).Fill(Person));
        var written = InteractionResponse.NewMessage(For($"{Person}"));

        Assert.Empty(MessageRules.Check(prepared));
        Assert.True(JsonNode.DeepEquals(
            JsonSerializer.SerializeToNode(written, DiscordJson.Default.InteractionResponse),
            JsonSerializer.SerializeToNode(prepared, DiscordJson.Default.InteractionResponse)));
    }

    [Fact]
    public void Leave_their_gaps_empty_without_an_id() =>
        Assert.Contains("\"custom_id\":\"v1:a::1\"", Encoding.UTF8.GetString(MessageTemplate.Of(For(MessageTemplate.Gap)).Fill(null).ToUtf8Bytes()), StringComparison.Ordinal);

    [Fact]
    public void Have_gaps_as_long_as_the_longest_id_so_that_what_is_checked_holds() =>
        Assert.Equal(new Snowflake(ulong.MaxValue).ToString().Length, MessageTemplate.Gap.Length);

    [Fact]
    public void Are_refused_when_Discord_would_refuse_them() =>
        Assert.Throws<DiscordRuleException>(() => MessageTemplate.Of(new MessagePayload { Embeds = [], Components = [] }));

    private static MessagePayload For(string person) => new()
    {
        Embeds = [new Embed { Title = "403 \"Forbidden\" <권한 없음> \n🤖", Description = "a & b" }],
        Components =
        [
            new ActionRow { Components = [Button($"v1:a:{person}:1"), Button($"v1:b:{person}")] },
            new ActionRow { Components = [new StringSelect { CustomId = $"v1:c:{person}:", Options = [new SelectOption { Label = "a", Value = "1" }] }] },
        ],
    };

    private static Button Button(string id) => new() { CustomId = id, Label = "한국어", Style = ButtonStyle.Secondary };
}
