using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using StatusBot.Catalog;
using StatusBot.Conversation;
using StatusBot.Discord.Model;
using StatusBot.Messengers.Discord;

namespace StatusBot.Tests;

/// <summary>Limits hold by construction: no card and no controls can be made that Discord refuses.</summary>
public sealed class Cards_and_controls
{
    // From nothing to far beyond every limit, in letters of one and of two UTF-16 units, with words and without.
    private static readonly Gen<string> Text =
        from length in Gen.OneOf(Gen.Choose(0, 60), Gen.Choose(0, 7000))
        from unit in Gen.Elements("a", "word ", "한글", "🤖", "\n", " ", "`", "```\n")
        select string.Concat(Enumerable.Repeat(unit, length / unit.Length + 1));

    private static readonly Gen<CardField> Field =
        from name in Text
        from value in Text
        from inline in Gen.Elements(true, false)
        select new CardField(name, value, inline);

    private static readonly Gen<ControlRow> Row = Gen.OneOf(
        from count in Gen.Choose(0, 9)
        from label in Text.Where(text => text.Trim().Length > 0)
        from at in Gen.Choose(0, 3)
        select (ControlRow)new ControlRow.Buttons([.. Enumerable.Range(at, count).Select(i => new CardButton(label, Action(i)))]),
        from count in Gen.Choose(0, 40)
        from prompt in Text.Where(text => text.Trim().Length > 0)
        from at in Gen.Choose(50, 53)
        select (ControlRow)new ControlRow.Menu(prompt, Action(at), [.. Enumerable.Range(0, count).Select(i => new MenuItem(prompt, $"{i}", prompt))]));

    [Property(MaxTest = 200)]
    public Property Of_any_texts_are_accepted() => Prop.ForAll(
        (from title in Text
         from description in Text
         from footer in Text
         from fields in Gen.ListOf(Field)
         from rows in Gen.ListOf(Row)
         select (title, description, footer, fields, rows)).ToArbitrary(),
        made =>
        {
            var card = new Card(CardColor.Notice, made.title, new Uri("https://example.com/read-on"), $"x{made.description}", made.fields, made.footer);
            var payload = WireMessage.Of(new View(card, new Controls(made.rows)), "80351110224678912");
            Assert.Empty(MessageRules.Check(payload));
        });

    [Fact]
    public void Have_exactly_Discords_limits()
    {
        Assert.Equal(DiscordLimits.EmbedTitle, Card.TitleLimit);
        Assert.Equal(DiscordLimits.EmbedDescription, Card.DescriptionLimit);
        Assert.Equal(DiscordLimits.EmbedFields, Card.FieldsLimit);
        Assert.Equal(DiscordLimits.EmbedFieldName, Card.FieldNameLimit);
        Assert.Equal(DiscordLimits.EmbedFieldValue, Card.FieldValueLimit);
        Assert.Equal(DiscordLimits.EmbedFooter, Card.FooterLimit);
        Assert.Equal(DiscordLimits.EmbedTotal, Card.TotalLimit);
        Assert.Equal(DiscordLimits.ActionRows, Controls.RowsLimit);
        Assert.Equal(DiscordLimits.ButtonsInRow, Controls.ButtonsInRowLimit);
        Assert.Equal(DiscordLimits.SelectOptions, Controls.MenuLimit);
        Assert.Equal(DiscordLimits.CustomId, CardAction.MaxLength);
        Assert.Equal(DiscordLimits.Choices, Suggestion.Most);
        Assert.Equal(DiscordLimits.ChoiceText, Suggestion.MaxLength);
    }

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("several words here", 15, "several words…")]
    [InlineData("unbreakable", 6, "unbre…")]
    [InlineData("🤖🤖🤖🤖", 3, "🤖🤖…")]
    [InlineData("  trimmed  ", 7, "trimmed")]
    public void Cut_at_a_word_and_count_code_points(string text, int most, string cut) => Assert.Equal(cut, Fitted.Cut(text, most));

    [Fact]
    public void Close_a_code_block_that_they_cut()
    {
        var cut = Fitted.Cut($"```http\n{string.Concat(Enumerable.Repeat("GET / HTTP/1.1\n", 100))}```", 200);

        Assert.EndsWith("…\n```", cut, StringComparison.Ordinal);
        Assert.True(Fitted.Length(cut) <= 200);
    }

    [Fact]
    public void Give_a_link_to_read_on_where_they_cut()
    {
        var card = new Card(CardColor.Notice, "a", new Uri("https://example.com/more"), fields: [new CardField("b", new string('c', 2000))]);

        Assert.EndsWith("… [↗](https://example.com/more)", Assert.Single(card.Fields).Value, StringComparison.Ordinal);
    }

    [Property(MaxTest = 200)]
    public Property An_action_is_read_back_as_it_was_written(PositiveInt person, PositiveInt code) =>
        (CardAction.Parse(new CardAction("status", Language.Korean, [$"{code.Get}", "example"]).Id($"{person.Get}")) is
        ({ Command: "status", Language: Language.Korean, Arguments: [_, "example"] } read, var asker)
            && asker == $"{person.Get}" && read.Arguments[0] == $"{code.Get}").ToProperty();

    private static CardAction Action(int i) => new("status", Language.English, [$"{i}"]);
}
