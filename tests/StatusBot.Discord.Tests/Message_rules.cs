using StatusBot.Discord.Model;

namespace StatusBot.Discord.Tests;

/// <summary>Each documented limit of a message: at it, and one beyond.</summary>
public sealed class Message_rules
{
    private static readonly MessagePayload Plain = new() { Content = "hi", Embeds = [], Components = [] };

    public static TheoryData<string, MessagePayload, MessagePayload> Limits() => new()
    {
        { "content", Plain with { Content = Text(2000) }, Plain with { Content = Text(2001) } },
        { "embeds", Plain with { Embeds = Many(10, _ => Titled("a")) }, Plain with { Embeds = Many(11, _ => Titled("a")) } },
        { "embeds[0].title", Plain with { Embeds = [Titled(Text(256))] }, Plain with { Embeds = [Titled(Text(257))] } },
        { "embeds[0].description", Described(Text(4096)), Described(Text(4097)) },
        { "embeds[0].footer.text", Footed(Text(2048)), Footed(Text(2049)) },
        { "embeds[0].fields", WithFields(Many(25, _ => Field("a", "b"))), WithFields(Many(26, _ => Field("a", "b"))) },
        { "embeds[0].fields[0].name", WithFields([Field(Text(256), "b")]), WithFields([Field(Text(257), "b")]) },
        { "embeds[0].fields[0].value", WithFields([Field("a", Text(1024))]), WithFields([Field("a", Text(1025))]) },
        { "embeds[0].color", Colored(0xFFFFFF), Colored(0x1000000) },
        { "embeds", Plain with { Embeds = [Titled(Text(256)), Titled("b") with { Description = Text(4096) }, Titled("c") with { Footer = new EmbedFooter { Text = Text(1646) } }] },
            Plain with { Embeds = [Titled(Text(256)), Titled("b") with { Description = Text(4096) }, Titled("c") with { Footer = new EmbedFooter { Text = Text(1647) } }] } },
        { "components", WithRows(Many(5, i => Row(Press($"{i}")))), WithRows(Many(6, i => Row(Press($"{i}")))) },
        { "components[0].components", WithRows([Row([.. Many(5, i => Press($"{i}"))])]), WithRows([Row([.. Many(6, i => Press($"{i}"))])]) },
        { "components[0].components[0].label", WithRows([Row(Press("a") with { Label = Text(80) })]), WithRows([Row(Press("a") with { Label = Text(81) })]) },
        { "components[0].components[0].custom_id", WithRows([Row(Press(Text(100)))]), WithRows([Row(Press(Text(101)))]) },
        { "components[0].components[1].custom_id", WithRows([Row(Press("a"), Press("b"))]), WithRows([Row(Press("a"), Press("a"))]) },
        { "components[0].components", WithRows([Row(Menu(1))]), WithRows([Row(Menu(1), Press("b"))]) },
        { "components[0].components[0].options", WithRows([Row(Menu(25))]), WithRows([Row(Menu(26))]) },
        { "components[0].components[0].placeholder", WithRows([Row(Menu(1) with { Placeholder = Text(150) })]), WithRows([Row(Menu(1) with { Placeholder = Text(151) })]) },
        { "content", Plain, Plain with { Content = null } },
    };

    [Theory, MemberData(nameof(Limits))]
    public void Hold_at_the_limit_and_break_beyond(string path, MessagePayload allowed, MessagePayload refused)
    {
        Assert.Empty(MessageRules.Check(allowed));
        Assert.Equal(path, Assert.Single(MessageRules.Check(refused)).Path);
    }

    [Fact]
    public void Count_code_points_after_trimming()
    {
        Assert.Empty(MessageRules.Check(Plain with { Embeds = [Titled("  " + string.Concat(Enumerable.Repeat("🤖", 256)) + "  ")] }));
        Assert.Equal("embeds[0].title", Assert.Single(MessageRules.Check(Plain with { Embeds = [Titled("   ")] })).Path);
    }

    [Fact]
    public void Want_the_data_that_belongs_to_the_kind_of_answer()
    {
        Assert.Empty(MessageRules.Check(InteractionResponse.Pong));
        Assert.Empty(MessageRules.Check(InteractionResponse.DeferredUpdate));
        Assert.Equal("data", Assert.Single(MessageRules.Check(new InteractionResponse { Type = InteractionResponseType.UpdateMessage })).Path);
    }

    [Fact]
    public void Bound_the_choices_of_an_autocomplete_answer()
    {
        static InteractionResponse Offer(int count, int length) => InteractionResponse.Autocomplete(
            Many(count, i => new ApplicationCommandChoice { Name = Text(length), Value = $"{i}" }));

        Assert.Empty(MessageRules.Check(Offer(25, 100)));
        Assert.Equal("choices", Assert.Single(MessageRules.Check(Offer(26, 100))).Path);
        Assert.Equal("choices[0].name", Assert.Single(MessageRules.Check(Offer(1, 101))).Path);
    }

    private static string Text(int length) => new('x', length);

    private static IReadOnlyList<T> Many<T>(int count, Func<int, T> make) => [.. Enumerable.Range(0, count).Select(make)];

    private static Embed Titled(string title) => new() { Title = title };

    private static MessagePayload Described(string text) => Plain with { Embeds = [new Embed { Description = text }] };

    private static MessagePayload Footed(string text) => Plain with { Embeds = [Titled("a") with { Footer = new EmbedFooter { Text = text } }] };

    private static MessagePayload Colored(int color) => Plain with { Embeds = [Titled("a") with { Color = color }] };

    private static MessagePayload WithFields(IReadOnlyList<EmbedField> fields) => Plain with { Embeds = [new Embed { Fields = fields }] };

    private static EmbedField Field(string name, string value) => new() { Name = name, Value = value };

    private static MessagePayload WithRows(IReadOnlyList<ActionRow> rows) => Plain with { Components = rows };

    private static ActionRow Row(params RowComponent[] components) => new() { Components = components };

    private static Button Press(string id) => new() { CustomId = id, Label = "a", Style = ButtonStyle.Secondary };

    private static StringSelect Menu(int options) => new()
    {
        CustomId = "menu",
        Options = Many(options, i => new SelectOption { Label = "a", Value = $"{i}" }),
    };
}
