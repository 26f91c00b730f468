using System.Globalization;
using System.Text;

namespace StatusBot.Load;

/// <summary>An interaction as Discord sends it.</summary>
/// <param name="Body">Its JSON.</param>
internal sealed record Asked(byte[] Body);

/// <summary>Makes interactions, every one with an id of its own: a bot answers an id once.</summary>
internal static class Interactions
{
    private static readonly int[] Codes =
        [100, 101, 200, 201, 202, 204, 206, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 405, 406, 408, 409, 410, 412, 413, 415, 418, 422, 425, 429, 431, 451, 499, 500, 501, 502, 503, 504, 520, 524, 529];

    private static ulong Last = 846_462_639_134_605_312;

    /// <summary>Commands alone: <c>/status</c> for forty codes in both languages.</summary>
    public static Asked[] Commands(int count) => [.. Enumerable.Range(0, count).Select(i => Status(i))];

    /// <summary>What people do in a channel: of ten, five commands, three buttons, and two times a name being typed.</summary>
    public static Asked[] Mixed(int count) => [.. Enumerable.Range(0, count).Select(i => (i % 10) switch
    {
        0 => Of("""2,"data":{"id":"771825006014889984","name":"compare","type":1,"options":[{"type":3,"name":"codes","value":"401 403"}]}""", i),
        1 => Of("""2,"data":{"id":"771825006014889984","name":"status","type":1,"options":[{"type":3,"name":"code","value":"not found"}]}""", i),
        2 or 3 => Of($$"""3,"data":{"component_type":2,"custom_id":"v1:status:en:80351110224678912:{{Code(i)}}"}""", i),
        4 => Of("""3,"data":{"component_type":2,"custom_id":"v1:status:ko:80351110224678912:403:code"}""", i),
        5 => Of("""4,"data":{"id":"771825006014889984","name":"status","type":1,"options":[{"type":3,"name":"code","value":"40","focused":true}]}""", i),
        6 => Of("""4,"data":{"id":"771825006014889984","name":"status","type":1,"options":[{"type":3,"name":"code","value":"forb","focused":true}]}""", i),
        _ => Status(i),
    })];

    private static Asked Status(int i) =>
        Of($$"""2,"data":{"id":"771825006014889984","name":"status","type":1,"options":[{"type":3,"name":"code","value":"{{Code(i)}}"}]}""", i);

    private static string Code(int i) => Codes[i / 2 % Codes.Length].ToString(CultureInfo.InvariantCulture);

    private static Asked Of(string typeAndData, int i) => new(Encoding.UTF8.GetBytes(
        $$"""
        {"version":1,"type":{{typeAndData}},"token":"aW50ZXJhY3Rpb246ODQ2NDYyNjM5MTM0NjA1MzEyOnRoZSBsb2FkZXIncyB0b2tlbiwgYXMgbG9uZyBhcyBEaXNjb3JkJ3Mgb3duIHRva2VucyBhcmU","member":{"user":{"username":"dev","public_flags":0,"id":"80351110224678912","global_name":"Dev","discriminator":"0","clan":null,"avatar_decoration_data":null,"avatar":"8342729096ea3675442027381ff50dfe"},"unusual_dm_activity_until":null,"roles":["771825006014889985"],"premium_since":null,"permissions":"2248473465835073","pending":false,"nick":null,"mute":false,"joined_at":"2026-01-02T03:04:05.678000+00:00","flags":0,"deaf":false,"communication_disabled_until":null,"banner":null,"avatar":null},"locale":"{{(i % 2 == 0 ? "en-US" : "ko")}}","id":"{{++Last}}","guild_locale":"en-US","guild_id":"290926798626357999","guild":{"locale":"en-US","id":"290926798626357999","features":["COMMUNITY","NEWS"]},"entitlements":[],"entitlement_sku_ids":[],"context":0,"channel_id":"645027906669510667","channel":{"type":0,"topic":null,"rate_limit_per_user":0,"position":3,"permissions":"2248473465835073","parent_id":"645027906669510660","nsfw":false,"name":"general","last_message_id":"645027906669510999","id":"645027906669510667","guild_id":"290926798626357999","flags":0},"authorizing_integration_owners":{"0":"290926798626357999"},"attachment_size_limit":10485760,"application_id":"845027738276462632","app_permissions":"562949953601536"}
        """));
}
