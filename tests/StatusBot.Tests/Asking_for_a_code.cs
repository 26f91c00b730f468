using StatusBot.Tests.Support;

namespace StatusBot.Tests;

/// <summary><c>/status</c>, through Discord's JSON.</summary>
public sealed class Asking_for_a_code
{
    [Fact]
    public async Task Gets_a_card_for_everyone_with_the_fields_in_their_order()
    {
        var answer = await Bot.Slash("status", new { code = "403" });

        Assert.Equal(4, answer.Type);
        Assert.False(answer.IsPrivate);
        Assert.StartsWith("403 Forbidden", answer.Title, StringComparison.Ordinal);
        Assert.Equal("https://www.rfc-editor.org/rfc/rfc9110#section-15.5.4", (string?)answer.Embed["url"]);
        Assert.Equal(["Cause", "Behavior", "What to do", "Who can fix it", "Retry", "Related"], answer.Fields.Select(field => field.Name));
        Assert.StartsWith("RFC 9110 §15.5.4 · checked 20", answer.Footer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Korean_gets_the_same_fields_by_their_Korean_names()
    {
        var answer = await Bot.Slash("status", new { code = "403", language = "ko" });

        Assert.Equal(["원인", "동작 방식", "대처 방법", "누가 고치나", "재시도", "관련 비교"], answer.Fields.Select(field => field.Name));
        Assert.StartsWith("RFC 9110 §15.5.4 · 20", answer.Footer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ko", null, "원인")]
    [InlineData("en-US", null, "Cause")]
    [InlineData("ja", null, "Cause")]
    [InlineData("ko", "en", "Cause")]
    [InlineData("en-GB", "ko", "원인")]
    [InlineData("ko", "xx", "원인")]
    public async Task Is_answered_in_the_option_else_in_Korean_for_Koreans_else_in_English(string locale, string? language, string field)
    {
        var answer = await Bot.Slash("status", language is null ? new { code = "404" } : new { code = "404", language }, locale);

        Assert.Equal(field, answer.Fields[0].Name);
    }

    [Theory]
    [InlineData("me", true)]
    [InlineData("everyone", false)]
    public async Task Is_shown_to_whom_the_person_says(string show, bool isPrivate) =>
        Assert.Equal(isPrivate, (await Bot.Slash("status", new { code = "500", show })).IsPrivate);

    [Theory]
    [InlineData("502", "client ──▶ proxy ──✖ server")]
    [InlineData("504", "client ──▶ proxy ──✖ server")]
    [InlineData("401", "client ──▶ proxy ──▶ server ✖")]
    [InlineData("499", "client ✖─── proxy ──── server")]
    public async Task Draws_where_on_the_way_it_arose(string code, string way) =>
        Assert.Contains($"`{way}`", (await Bot.Slash("status", new { code })).Description, StringComparison.Ordinal);

    [Fact]
    public async Task That_several_owners_use_names_each_owner()
    {
        var answer = await Bot.Slash("status", new { code = "420" });

        Assert.Contains("X", answer.Description, StringComparison.Ordinal);
        Assert.Contains("Shopify", answer["Other meanings"], StringComparison.Ordinal);
        Assert.Contains("Spring", answer["Other meanings"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_a_vendor_made_names_its_owner_in_the_askers_language()
    {
        var answer = await Bot.Slash("status", new { code = "520" }, locale: "ko");

        Assert.Contains("IANA 미등록", answer.Description, StringComparison.Ordinal);
        Assert.Contains("Cloudflare", answer.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_nobody_registered_gets_its_class_and_its_neighbours()
    {
        var answer = await Bot.Slash("status", new { code = "477" });

        Assert.False(answer.IsPrivate);
        Assert.StartsWith("477 Not registered", answer.Title, StringComparison.Ordinal);
        Assert.Contains("like 400", answer.Description, StringComparison.Ordinal);
        Assert.Equal("RFC 9110 §15.5", answer.Footer);
        Assert.NotEmpty(answer.Buttons.Where(button => char.IsDigit(button.Label[0])));
    }

    [Fact]
    public async Task That_HTTP_has_no_class_for_is_treated_as_a_server_error() =>
        Assert.Contains("5xx", (await Bot.Slash("status", new { code = "777" })).Description, StringComparison.Ordinal);

    [Theory]
    [InlineData("0")]
    [InlineData("000")]
    public async Task Zero_says_that_no_response_arrived_and_who_writes_it(string code)
    {
        var answer = await Bot.Slash("status", new { code });

        Assert.StartsWith("0 No response", answer.Title, StringComparison.Ordinal);
        Assert.Contains("curl", answer.Drawn(), StringComparison.Ordinal);
        Assert.Contains("ALB", answer.Drawn(), StringComparison.Ordinal);
        Assert.Contains("XMLHttpRequest", answer.Drawn(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_class_lists_the_class()
    {
        var answer = await Bot.Slash("status", new { code = "4xx" });

        Assert.False(answer.IsPrivate);
        Assert.Contains("404 Not Found", answer.Description, StringComparison.Ordinal);
        Assert.Contains("403 Forbidden", answer.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_a_name_that_several_have_asks_which_one_privately()
    {
        var answer = await Bot.Slash("status", new { code = "gateway" });

        Assert.True(answer.IsPrivate);
        Assert.Contains("502 Bad Gateway", answer.Buttons.Select(button => button.Label));
        Assert.Contains("504 Gateway Timeout", answer.Buttons.Select(button => button.Label));
    }
}
