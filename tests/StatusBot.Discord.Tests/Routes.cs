using StatusBot.Discord.Rest;

namespace StatusBot.Discord.Tests;

/// <summary>A route's template is all that logs ever see.</summary>
public sealed class Routes
{
    private const string Token = "aW50ZXJhY3Rpb24/../secret";

    [Fact]
    public void Have_a_template_that_names_their_parts()
    {
        var applicationId = "845027738276462632";
        var route = DiscordRoute.Patch($"/webhooks/{applicationId}/{Token}/messages/@original");

        Assert.Equal("/webhooks/{applicationId}/{Token}/messages/@original", route.Template);
        Assert.Equal("PATCH /webhooks/{applicationId}/{Token}/messages/@original", route.ToString());
    }

    [Fact]
    public void Escape_their_parts_on_the_wire()
    {
        var route = DiscordRoute.Delete($"/webhooks/1/{Token}/messages/@original");

        Assert.Equal("/webhooks/1/aW50ZXJhY3Rpb24%2F..%2Fsecret/messages/@original", route.Path);
    }

    [Fact]
    public void Are_written_in_place_so_that_a_filled_path_cannot_become_a_template()
    {
        FormattableString filled = $"/webhooks/1/{Token}";

        Assert.Throws<ArgumentException>(() => DiscordRoute.Post(filled));
    }

    [Fact]
    public void Keep_the_token_out_of_exceptions()
    {
        var route = DiscordRoute.Post($"/webhooks/1/{Token}");
        var error = DiscordError.Parse("""{"code":50027,"message":"Invalid Webhook Token"}"""u8);

        var problem = new DiscordException(route, System.Net.HttpStatusCode.Unauthorized, error);

        Assert.DoesNotContain("secret", problem.ToString(), StringComparison.Ordinal);
        Assert.Equal("POST /webhooks/1/{Token} was answered 401: Invalid Webhook Token (50027)", problem.Message);
    }
}
