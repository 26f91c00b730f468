using System.Text.Json.Nodes;
using StatusBot.StandIn.Rules;

namespace StatusBot.StandIn.Rest;

/// <summary>The application itself (resources/application.mdx).</summary>
internal sealed class Application(StandInOptions options, string id)
{
    private static readonly IReadOnlySet<string> Keys = Reading.Set(
        "custom_install_url", "description", "role_connections_verification_url", "install_params", "integration_types_config", "flags",
        "icon", "cover_image", "interactions_endpoint_url", "tags", "event_webhooks_url", "event_webhooks_status", "event_webhooks_types");

    private string? _endpoint = options.InteractionsEndpointUrl;

    /// <summary>Where interactions are posted; null while the Gateway has them.</summary>
    public string? InteractionsEndpointUrl => Volatile.Read(ref _endpoint);

    public Reply Get() => Reply.Ok(new JsonObject
    {
        ["id"] = id,
        ["name"] = "StatusBot",
        ["icon"] = null,
        ["description"] = "",
        ["type"] = null,
        ["verify_key"] = options.VerifyKey,
        ["flags"] = 0,
        ["flags_new"] = "0",
        ["max_participants"] = null,
        ["tags"] = new JsonArray(),
        ["redirect_uris"] = new JsonArray(),
        ["interactions_endpoint_url"] = InteractionsEndpointUrl,
        ["role_connections_verification_url"] = null,
        ["bot_public"] = true,
        ["bot_require_code_grant"] = false,
        ["approximate_guild_count"] = options.Guilds.Count,
        ["approximate_user_install_count"] = 0,
        ["x_unknown"] = new JsonObject { ["x"] = 1 },
    });

    public Reply Update(JsonNode? body)
    {
        var errors = new FormErrors();
        if (body is not JsonObject changes)
        {
            errors.Add("", "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
            return Reply.Form(errors);
        }

        errors.Keys(changes, "", Keys);
        if (changes["interactions_endpoint_url"] is { } endpoint
            && (!Uri.TryCreate(endpoint.Text(), UriKind.Absolute, out var url) || url.Scheme is not "https"))
            errors.Add("interactions_endpoint_url", "URL_TYPE_INVALID_SCHEME", "Scheme is not supported. Scheme must be one of ('https',).");
        if (!errors.Any)
            DiscordSchema.Bodies[ApiRoute.UpdateApplication].Check(changes, errors);
        if (errors.Any)
            return Reply.Form(errors);

        if (changes.ContainsKey("interactions_endpoint_url"))
            Volatile.Write(ref _endpoint, changes["interactions_endpoint_url"].Text());
        return Get();
    }
}
