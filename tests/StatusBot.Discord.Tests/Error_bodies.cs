using StatusBot.Discord.Rest;

namespace StatusBot.Discord.Tests;

/// <summary>Discord's errors become one line a field.</summary>
public sealed class Error_bodies
{
    [Fact]
    public void Name_each_wrong_field()
    {
        var error = DiscordError.Parse("""
            {"code":50035,"message":"Invalid Form Body","errors":{"embeds":{"0":{"title":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"Must be 256 or fewer in length."}]}}}}}
            """u8);

        Assert.Equal("Invalid Form Body (50035): embeds.0.title: Must be 256 or fewer in length.", error.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>blocked</html>")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"code\":\"x\",\"message\":7,\"errors\":[1]}")]
    public void That_are_no_JSON_of_Discords_are_errors_without_a_code(string body) =>
        Assert.Equal(0, DiscordError.Parse(System.Text.Encoding.UTF8.GetBytes(body)).Code);
}
