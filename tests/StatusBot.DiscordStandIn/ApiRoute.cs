namespace StatusBot.StandIn;

/// <summary>The routes of the REST API that are played.</summary>
public enum ApiRoute
{
    /// <summary>GET /gateway/bot</summary>
    GetGateway,

    /// <summary>GET /applications/@me</summary>
    GetApplication,

    /// <summary>PATCH /applications/@me</summary>
    UpdateApplication,

    /// <summary>GET /applications/{application_id}/commands</summary>
    ListCommands,

    /// <summary>PUT /applications/{application_id}/commands</summary>
    SetCommands,

    /// <summary>GET /applications/{application_id}/guilds/{guild_id}/commands</summary>
    ListGuildCommands,

    /// <summary>PUT /applications/{application_id}/guilds/{guild_id}/commands</summary>
    SetGuildCommands,

    /// <summary>POST /interactions/{interaction_id}/{token}/callback</summary>
    Callback,

    /// <summary>POST /webhooks/{application_id}/{token}</summary>
    FollowUp,

    /// <summary>GET /webhooks/{application_id}/{token}/messages/@original</summary>
    GetOriginal,

    /// <summary>PATCH /webhooks/{application_id}/{token}/messages/@original</summary>
    EditOriginal,

    /// <summary>DELETE /webhooks/{application_id}/{token}/messages/@original</summary>
    DeleteOriginal,

    /// <summary>GET /webhooks/{application_id}/{token}/messages/{message_id}</summary>
    GetMessage,

    /// <summary>PATCH /webhooks/{application_id}/{token}/messages/{message_id}</summary>
    EditMessage,

    /// <summary>DELETE /webhooks/{application_id}/{token}/messages/{message_id}</summary>
    DeleteMessage,
}

/// <summary>A route's method and path.</summary>
internal sealed record RouteInfo(ApiRoute Route, string Method, string Template)
{
    /// <summary>In order of matching: <c>@original</c> before any message id.</summary>
    public static IReadOnlyList<RouteInfo> All { get; } =
    [
        new(ApiRoute.GetGateway, "GET", "/gateway/bot"),
        new(ApiRoute.GetApplication, "GET", "/applications/@me"),
        new(ApiRoute.UpdateApplication, "PATCH", "/applications/@me"),
        new(ApiRoute.ListCommands, "GET", "/applications/{application_id}/commands"),
        new(ApiRoute.SetCommands, "PUT", "/applications/{application_id}/commands"),
        new(ApiRoute.ListGuildCommands, "GET", "/applications/{application_id}/guilds/{guild_id}/commands"),
        new(ApiRoute.SetGuildCommands, "PUT", "/applications/{application_id}/guilds/{guild_id}/commands"),
        new(ApiRoute.Callback, "POST", "/interactions/{interaction_id}/{token}/callback"),
        new(ApiRoute.FollowUp, "POST", "/webhooks/{application_id}/{token}"),
        new(ApiRoute.GetOriginal, "GET", "/webhooks/{application_id}/{token}/messages/@original"),
        new(ApiRoute.EditOriginal, "PATCH", "/webhooks/{application_id}/{token}/messages/@original"),
        new(ApiRoute.DeleteOriginal, "DELETE", "/webhooks/{application_id}/{token}/messages/@original"),
        new(ApiRoute.GetMessage, "GET", "/webhooks/{application_id}/{token}/messages/{message_id}"),
        new(ApiRoute.EditMessage, "PATCH", "/webhooks/{application_id}/{token}/messages/{message_id}"),
        new(ApiRoute.DeleteMessage, "DELETE", "/webhooks/{application_id}/{token}/messages/{message_id}"),
    ];

    private readonly string[] _parts = Template.Split('/');

    /// <summary>Whether the path carries the authority, so that no Authorization belongs to it.</summary>
    public bool IsInteraction => Route >= ApiRoute.Callback;

    public bool IsWebhook => Route > ApiRoute.Callback;

    public bool HasBody => Method is "POST" or "PUT" or "PATCH";

    /// <summary>The filled-in parts by name; null when the path is another's.</summary>
    public Dictionary<string, string>? Match(string path)
    {
        var parts = path.Split('/');
        if (parts.Length != _parts.Length)
            return null;
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < parts.Length; i++)
        {
            if (_parts[i].StartsWith('{') && parts[i].Length > 0)
                found[_parts[i].Trim('{', '}')] = parts[i];
            else if (_parts[i] != parts[i])
                return null;
        }

        return found;
    }
}
