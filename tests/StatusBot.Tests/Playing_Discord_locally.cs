using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using StatusBot.Messengers.LocalChannel;

namespace StatusBot.Tests;

/// <summary>Discord's webhook routes of the local channel: what replies use after the first answer.</summary>
public sealed class Playing_Discord_locally
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly LocalDiscord _discord;
    private readonly LocalWebhookEndpoints _webhook;
    private readonly LocalChannelState _channel;

    public Playing_Discord_locally()
    {
        _discord = new LocalDiscord(_time);
        _webhook = new LocalWebhookEndpoints(_discord);
        _channel = _discord.OpenChannel();
    }

    [Fact]
    public async Task Follows_up_edits_and_deletes_by_token()
    {
        var token = _discord.NewToken(_channel, messageId: null);
        var original = _discord.Create(_discord.Token(token)!, new JsonObject { ["content"] = "first" }, metadata: null, isOriginal: true);

        Assert.Equal(200, await StatusOf(_webhook.EditAsync(With("""{"content":"second"}"""), token, "@original")));
        Assert.Equal("second", (string?)_channel.Get((string)original["id"]!)!["content"]);
        Assert.NotNull(_channel.Get((string)original["id"]!)!["edited_timestamp"]);

        Assert.Equal(200, await StatusOf(_webhook.FollowUpAsync(With("""{"content":"more"}"""), token)));
        Assert.Equal(204, await StatusOf(Task.FromResult(_webhook.Delete(token, "@original"))));
        Assert.Null(_channel.Get((string)original["id"]!));
        Assert.Equal(404, await StatusOf(Task.FromResult(_webhook.Delete(token, "@original"))));
    }

    [Fact]
    public async Task An_edit_keeps_what_it_does_not_name_and_clears_what_it_empties()
    {
        var token = _discord.NewToken(_channel, messageId: null);
        var id = (string)_discord.Create(
            _discord.Token(token)!,
            new JsonObject { ["content"] = "kept", ["components"] = new JsonArray(new JsonObject()) },
            metadata: null,
            isOriginal: true)["id"]!;

        await StatusOf(_webhook.EditAsync(With("""{"components":[]}"""), token, id));

        Assert.Equal("kept", (string?)_channel.Get(id)!["content"]);
        Assert.Empty(_channel.Get(id)!["components"]!.AsArray());
    }

    [Fact]
    public async Task A_token_works_for_fifteen_minutes()
    {
        var token = _discord.NewToken(_channel, messageId: null);

        _time.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal(401, await StatusOf(_webhook.FollowUpAsync(With("{}"), token)));
    }

    [Fact]
    public void Ids_grow_and_channels_are_forgotten_when_there_are_too_many()
    {
        var ids = Enumerable.Range(0, 1000).Select(_ => _discord.NextId().Value).ToArray();
        Assert.Equal(ids.Order().Distinct(), ids);

        for (var i = 0; i < 200; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            _discord.OpenChannel();
        }

        Assert.Null(_discord.Channel(_channel.Id));
    }

    private static async Task<int> StatusOf(Task<IResult> result) => await result switch
    {
        IStatusCodeHttpResult { StatusCode: { } status } => status,
        _ => 200,
    };

    private static DefaultHttpContext With(string json)
    {
        var context = new DefaultHttpContext();
        context.Request.ContentType = "application/json";
        context.Request.Body = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json));
        return context;
    }
}
