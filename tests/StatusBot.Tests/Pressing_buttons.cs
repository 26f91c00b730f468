using StatusBot.Tests.Support;

namespace StatusBot.Tests;

/// <summary>Buttons and menus: the whole meaning is in their id, whoever asked owns the card.</summary>
public sealed class Pressing_buttons
{
    [Fact]
    public async Task By_the_one_who_asked_edits_the_card_in_place()
    {
        var card = await Bot.Slash("status", new { code = "403" });

        var example = await Bot.Presses(card.Button("Example"));
        Assert.Equal(7, example.Type);
        Assert.Contains("HTTP/1.1 403 Forbidden", example["Response"], StringComparison.Ordinal);
        Assert.Contains("curl", example["curl"], StringComparison.Ordinal);

        var back = await Bot.Presses(example.Button("Back to the card"));
        Assert.Equal(7, back.Type);
        Assert.Equal(card.Drawn(), back.Drawn());
    }

    [Fact]
    public async Task By_anyone_else_gives_them_a_private_copy_of_their_own()
    {
        var card = await Bot.Slash("status", new { code = "403" });

        var copy = await Bot.Presses(card.Button("Example"), person: Bot.Stranger);
        Assert.Equal(4, copy.Type);
        Assert.True(copy.IsPrivate);

        // The copy is theirs: pressing on in it edits it.
        Assert.Equal(7, (await Bot.Presses(copy.Button("In code"), person: Bot.Stranger)).Type);
        Assert.True((await Bot.Presses(copy.Button("Delete"), person: Bot.Stranger)).DeletesOriginal);
    }

    [Fact]
    public async Task Shows_five_ecosystems_in_code()
    {
        var code = await Bot.Presses((await Bot.Slash("status", new { code = "404" })).Button("In code"));

        Assert.Equal(["C#", "JavaScript", "Python", "Java", "Go"], code.Fields.Select(field => field.Name.Split(' ')[0]));
        Assert.All(code.Fields, field => Assert.Matches("^```[a-z]+\n", field.Value));
    }

    [Theory]
    [InlineData("status", "code", "429")]
    [InlineData("compare", "codes", "401 403")]
    [InlineData("compare", "codes", "401 511")]
    [InlineData("list", "class", "5xx")]
    [InlineData("about", "", "")]
    [InlineData("status", "code", "477")]
    public async Task Switches_the_language_there_and_back(string command, string option, string value)
    {
        var english = await Bot.Receives(Interactions.Slash(command, option.Length == 0 ? null : Options(option, value)));

        var korean = await Bot.Presses(english.Button("한국어"));
        Assert.Equal(7, korean.Type);
        Assert.Contains("삭제", korean.Buttons.Select(button => button.Label));
        Assert.Equal(english.Drawn(), (await Bot.Presses(korean.Button("English"))).Drawn());
    }

    [Fact]
    public async Task Delete_takes_note_and_then_deletes_for_the_one_who_asked_alone()
    {
        var card = await Bot.Slash("status", new { code = "403" });

        var deleted = await Bot.Presses(card.Button("Delete"));
        Assert.Equal(6, deleted.Type);
        Assert.True(deleted.DeletesOriginal);

        var refused = await Bot.Presses(card.Button("Delete"), person: Bot.Stranger, locale: "ko");
        Assert.Equal(4, refused.Type);
        Assert.True(refused.IsPrivate);
        Assert.False(refused.DeletesOriginal);
        Assert.Contains("요청한 사람만", refused.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leads_from_a_card_to_its_comparison_and_from_there_to_each_code()
    {
        var comparison = await Bot.Presses((await Bot.Slash("status", new { code = "401" })).Button("401 vs 403"));
        Assert.Equal("401 vs 403", comparison.Title);

        var card = await Bot.Presses(comparison.Button("403 Forbidden"));
        Assert.StartsWith("403 Forbidden", card.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turns_the_pages_of_a_list_and_opens_a_card_from_its_menu()
    {
        var first = await Bot.Slash("list", new { @class = "4xx" });
        var second = await Bot.Presses(first.Button("Next ▶"));
        Assert.NotEqual(first.Description, second.Description);
        Assert.Equal(first.Description, (await Bot.Presses(second.Button("◀ Previous"))).Description);

        var menu = Assert.Single(first.Menus);
        var card = await Bot.Presses((string)menu["custom_id"]!, chosen: "404");
        Assert.StartsWith("404 Not Found", card.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("v1")]
    [InlineData("v1:")]
    [InlineData("v1:status")]
    [InlineData("v1:status:en:1")]
    [InlineData("v1:status:en:1:abc")]
    [InlineData("v1:status:en:1:12")]
    [InlineData("v1:status:en:1:1000")]
    [InlineData("v1:status:en:1:403:novelty")]
    [InlineData("v1:status:en:1:477:example")]
    [InlineData("v1:status:xx:1:403")]
    [InlineData("v1:compare:en:1:401")]
    [InlineData("v1:compare:en:1:401-401")]
    [InlineData("v1:compare:en:1:401-403-404-405-409-500")]
    [InlineData("v1:compare:en:1:forbidden-gone")]
    [InlineData("v1:list:en:1:4xx:99")]
    [InlineData("v1:list:en:1:4xx:-1")]
    [InlineData("v1:list:en:1:9xx:1")]
    [InlineData("v1:about:en:1:more")]
    [InlineData("v1:nothing:en:1:403")]
    [InlineData("v2:status:en:1:403")]
    [InlineData("someone else's")]
    public async Task That_are_forged_or_unknown_gets_a_private_kind_answer(string id)
    {
        var answer = await Bot.Presses(id, locale: "ko");

        Assert.Equal(4, answer.Type);
        Assert.True(answer.IsPrivate);
        Assert.Contains("버튼", answer.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_button_of_every_card_leads_somewhere_and_its_id_is_versioned()
    {
        foreach (var code in Bot.Catalog.Codes)
        {
            foreach (var language in (string[])["en", "ko"])
            {
                var card = await Bot.Slash("status", new { code = code.Number, language });
                foreach (var (label, id) in card.Buttons)
                {
                    Assert.StartsWith("v1:", id, StringComparison.Ordinal);
                    Assert.True((await Bot.Presses(id)).Type is 6 or 7, $"{code.Number}: {label} leads nowhere.");
                }
            }
        }
    }

    private static object Options(string option, string value) => option switch
    {
        "code" => new { code = value },
        "codes" => new { codes = value },
        _ => new { @class = value },
    };
}
