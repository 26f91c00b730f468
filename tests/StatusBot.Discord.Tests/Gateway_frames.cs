using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using StatusBot.Discord.Gateway;

namespace StatusBot.Discord.Tests;

/// <summary>Payloads are read for what is needed; all else is passed over, and noise is refused without harm.</summary>
public sealed class Gateway_frames
{
    private static readonly string[] Corpus =
    [
        """{"op":10,"d":{"heartbeat_interval":41250,"_trace":["x"]},"s":null,"t":null}""",
        """{"t":"READY","s":1,"op":0,"d":{"v":10,"session_id":"abc","resume_gateway_url":"wss://gateway-us-east1-b.discord.gg","guilds":[{"id":"1","unavailable":true}],"novelty":{}}}""",
        """{"op":0,"t":"INTERACTION_CREATE","s":5,"d":{"id":"1","application_id":"2","type":2,"token":"t","data":{"name":"status"}}}""",
        """{"op":0,"t":"RESUMED","s":6,"d":{}}""",
        """{"op":9,"d":false}""", """{"op":9,"d":true}""", """{"op":7,"d":null}""", """{"op":11}""", """{"op":1,"d":null}""", """{"op":43,"d":{}}""",
    ];

    [Fact]
    public void Are_read_in_any_order_of_their_fields()
    {
        Assert.Equal(new Signal.Hello(TimeSpan.FromMilliseconds(41250)), Read(Corpus[0]).Signal);
        Assert.Equal(new ResumePoint("abc", new Uri("wss://gateway-us-east1-b.discord.gg"), 1), Assert.IsType<Signal.Ready>(Read(Corpus[1]).Signal).Point);
        Assert.Equal("status", Read(Corpus[2]).Interaction!.Data!.Name);
        Assert.Equal(5, Read(Corpus[2]).Sequence);
        Assert.IsType<Signal.Resumed>(Read(Corpus[3]).Signal);
        Assert.Equal(new Signal.SessionInvalid(false), Read(Corpus[4]).Signal);
        Assert.Equal(new Signal.SessionInvalid(true), Read(Corpus[5]).Signal);
        Assert.IsType<Signal.ReconnectAsked>(Read(Corpus[6]).Signal);
        Assert.IsType<Signal.HeartbeatAcknowledged>(Read(Corpus[7]).Signal);
        Assert.IsType<Signal.HeartbeatAsked>(Read(Corpus[8]).Signal);
    }

    [Fact]
    public void With_unknown_opcodes_and_events_say_nothing()
    {
        Assert.Null(Read(Corpus[9]).Signal);
        Assert.Null(Read("""{"op":4294967303,"d":null}""").Signal); // 7 in its lower half
        Assert.Equal(9, Read("""{"op":0,"t":"NOVELTY_CREATE","s":9,"d":{"a":[1,{"b":2}]}}""").Sequence);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"op\":10,\"d\":{\"heartbeat_interval\":0}}")]
    [InlineData("{\"op\":10,\"d\":{\"heartbeat_interval\":-1}}")]
    [InlineData("{\"op\":10}")]
    [InlineData("{\"op\":0,\"t\":\"READY\",\"s\":1,\"d\":{}}")]
    [InlineData("{\"op\":0,\"t\":\"INTERACTION_CREATE\",\"s\":1,\"d\":{\"id\":1}}")]
    [InlineData("{\"op\":7} x")]
    [InlineData("{\"\\ud800abc\":1,\"op\":7}")]
    [InlineData("{\"op\":0,\"s\":1,\"t\":\"READY\\ud800\"}")]
    public void That_are_none_are_refused(string text) => Assert.ThrowsAny<JsonException>(() => Read(text));

    [Property(MaxTest = 3_000)]
    public Property That_are_mangled_are_read_or_refused_and_nothing_else(NonNegativeInt which, NonNegativeInt at, byte with, NonNegativeInt cut)
    {
        var bytes = Encoding.UTF8.GetBytes(Corpus[which.Get % Corpus.Length]);
        bytes[at.Get % bytes.Length] = with;
        var payload = bytes[..^(cut.Get % bytes.Length)];
        try
        {
            GatewayFrame.Read(payload);
        }
        catch (JsonException)
        {
        }

        return true.ToProperty();
    }

    private static GatewayFrame.Content Read(string text) => GatewayFrame.Read(Encoding.UTF8.GetBytes(text));
}
