using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using StatusBot.StandIn.Rules;

namespace StatusBot.StandIn.Rest;

/// <summary>The REST API: what every request has to bring, and what each route does (reference.mdx).</summary>
internal sealed partial class RestApi(
    StandInOptions options, Journal journal, FaultPlan faults, Interactions interactions, CommandStore commands, Application application, string token, string applicationId)
{
    private const string Prefix = "/api/v10";
    private const int MostBodyBytes = 1 << 20;

    private readonly RateLimits _limits = new(options, journal);

    /// <summary>What GET /gateway/bot says.</summary>
    public required Func<JsonObject> Gateway { get; init; }

    /// <summary>Whether the token still holds: too many identifies reset it.</summary>
    public required Func<bool> TokenHolds { get; init; }

    public async Task AnswerAsync(HttpContext context, CancellationToken stopping)
    {
        var at = journal.Now;
        var arrivedAt = options.TimeProvider.GetTimestamp();
        var request = context.Request;
        var (route, parts) = Route(request);
        var (reply, headers) = (default(Reply), default(IReadOnlyDictionary<string, string>));
        try
        {
            (reply, headers) = await ProcessAsync(context, route, parts, arrivedAt, stopping);
            if (reply is not null)
            {
                _limits.Count(reply);
                if (reply.Rule is not null)
                    journal.Violates(reply.Rule, $"{reply.Detail} ({request.Method} {route?.Template ?? "?"})");
            }
        }
        finally
        {
            journal.Add(new RecordedRequest(
                request.Method, route?.Template ?? "?", reply?.Status, reply?.Code, request.Headers.ContainsKey("Authorization"),
                request.Headers.UserAgent, request.ContentType, at, journal.Now - at));
        }

        if (reply is null)
            context.Abort();
        else
            await WriteAsync(context.Response, reply, headers, stopping);
        if (reply is { Status: < 300 } && route?.Route is ApiRoute.Callback)
            interactions.Find(parts.GetValueOrDefault("token"))?.Confirmed();
    }

    private static (RouteInfo? Route, IReadOnlyDictionary<string, string> Parts) Route(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        if (path.StartsWith(Prefix, StringComparison.Ordinal))
        {
            foreach (var route in RouteInfo.All.Where(route => route.Method == request.Method))
            {
                if (route.Match(path[Prefix.Length..]) is { } parts)
                    return (route, parts);
            }
        }

        return (null, new Dictionary<string, string>());
    }

    // A reply of null is none: the connection ends.
    private async Task<(Reply? Reply, IReadOnlyDictionary<string, string>? Headers)> ProcessAsync(
        HttpContext context, RouteInfo? route, IReadOnlyDictionary<string, string> parts, long arrivedAt, CancellationToken stopping)
    {
        var request = context.Request;
        if (_limits.IsBanned)
            return (Reply.Blocked("You are being blocked from accessing our API temporarily due to exceeding our rate limits frequently."), null);
        if (!UserAgent().IsMatch(request.Headers.UserAgent.ToString()))
            return (Reply.Blocked("error code: 1010") with { Rule = "request.user_agent", Detail = $"User-Agent is \"{request.Headers.UserAgent}\", not \"DiscordBot (url, version)\"" }, null);
        if (route is null)
            return (Reply.Error(404, 0, "404: Not Found", "route.unknown", $"no such route below {Prefix}"), null);

        if (route.IsInteraction)
        {
            if (request.Headers.ContainsKey("Authorization"))
                journal.Violates("request.authorization", $"Authorization came with {route.Method} {route.Template}, which needs none");
        }
        else if (request.Headers.Authorization != $"Bot {token}" || !TokenHolds())
            return (Reply.Unauthorized with { Rule = "request.token", Detail = request.Headers.ContainsKey("Authorization") ? "not this bot's token, or not as \"Bot TOKEN\"" : "no Authorization" }, null);

        var fault = faults.TakeRest(route.Route);
        var about = interactions.Find(parts.GetValueOrDefault("token"));
        if (route.Route is ApiRoute.Callback)
            about?.Attempted(arrivedAt);
        if (fault is not null)
            about?.Touch(fault.ToString());
        if (fault is { Delay: var delay } && delay > TimeSpan.Zero)
            await Task.Delay(delay, options.TimeProvider, context.RequestAborted);
        switch (fault?.Kind)
        {
            case RestFaultKind.Answer:
                _limits.Observe(route, parts);
                if (fault.Reply!.RetryAfter is { } seconds)
                    _limits.Refused(route, parts, TimeSpan.FromSeconds(seconds), fault.Reply.Scope is "global");
                return (fault.Reply, null);
            case RestFaultKind.TimeOut:
                using (var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, context.RequestAborted))
                    await Task.Delay(Timeout.InfiniteTimeSpan, either.Token).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
                return (null, null);
            case RestFaultKind.Reset:
                return (null, null);
        }

        var (headers, refusal) = _limits.Take(route, parts);
        if (refusal is not null)
            return (refusal, headers);

        JsonNode? body = null;
        if (route.HasBody)
        {
            (body, var unreadable) = await BodyAsync(request, context.RequestAborted);
            if (unreadable is not null)
                return (unreadable, headers);
        }

        var reply = Handle(new Call(route, parts, body, Truth(request, "with_response"), Truth(request, "with_localizations"), arrivedAt));
        return (fault?.Kind is RestFaultKind.LoseResponse ? null : reply, headers);
    }

    private Reply Handle(Call call)
    {
        if (!call.Route.IsInteraction && call.Parts.TryGetValue("application_id", out var id) && id != applicationId)
            return Reply.Error(403, 20012, "You are not authorized to perform this action on this application", "application.other");
        var guild = call.Parts.GetValueOrDefault("guild_id");
        if (guild is not null && !ulong.TryParse(guild, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            return Invalid("guild_id", "NUMBER_TYPE_COERCE", $"Value \"{guild}\" is not snowflake.");
        return call.Route.Route switch
        {
            ApiRoute.GetGateway => Reply.Ok(Gateway()),
            ApiRoute.GetApplication => application.Get(),
            ApiRoute.UpdateApplication => application.Update(call.Body),
            ApiRoute.ListCommands or ApiRoute.ListGuildCommands => Reply.Ok(commands.List(guild, call.WithLocalizations)),
            ApiRoute.SetCommands or ApiRoute.SetGuildCommands => SetCommands(call, guild),
            ApiRoute.Callback => interactions.Callback(call["interaction_id"], call["token"], call.Body, call.WithResponse, call.ArrivedAt),
            _ => interactions.Webhook(call),
        };
    }

    private Reply SetCommands(Call call, string? guild)
    {
        if (call.Body is not JsonArray list)
            return Invalid("", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
        var errors = new FormErrors();
        CommandChecks.Check(list, guild is not null, errors);
        if (!errors.Any)
            DiscordSchema.Bodies[call.Route.Route].Check(list, errors);
        return errors.Any ? Reply.Form(errors) : commands.Set(applicationId, guild, list);
    }

    private static Reply Invalid(string path, string code, string message)
    {
        var errors = new FormErrors();
        errors.Add(path, code, message);
        return Reply.Form(errors);
    }

    private static async Task<(JsonNode? Body, Reply? Unreadable)> BodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var type = request.ContentType?.Split(';')[0].Trim();
        if (!string.Equals(type, "application/json", StringComparison.OrdinalIgnoreCase))
            return (null, Invalid("", "CONTENT_TYPE_INVALID", "Expected \"Content-Type\" header to be one of {'application/json'}."));

        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > MostBodyBytes)
                return (null, Reply.Error(413, 40005, "Request entity too large", "body.large"));
        }

        try
        {
            return (JsonNode.Parse(bytes.ToArray(), null, new JsonDocumentOptions { AllowDuplicateProperties = false }), null);
        }
        catch (JsonException)
        {
            return (null, Reply.Error(400, 50109, "The request body contains invalid JSON.", "body.json"));
        }
    }

    private static async Task WriteAsync(HttpResponse response, Reply reply, IReadOnlyDictionary<string, string>? headers, CancellationToken cancellationToken)
    {
        response.StatusCode = reply.Status;
        foreach (var (name, value) in headers ?? new Dictionary<string, string>())
            response.Headers[name] = value;
        if (reply.RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = Math.Ceiling(seconds).ToString(CultureInfo.InvariantCulture);
            response.Headers["X-RateLimit-Scope"] = reply.Scope;
            if (reply.Scope is "global")
                response.Headers["X-RateLimit-Global"] = "true";
        }

        if (reply.Html is not null)
        {
            response.ContentType = "text/html; charset=UTF-8";
            await response.WriteAsync(reply.Html, cancellationToken);
        }
        else if (reply.Json is not null)
        {
            response.ContentType = "application/json";
            await response.WriteAsync(reply.Json.ToJsonString(), cancellationToken);
        }
    }

    private static bool Truth(HttpRequest request, string name) => request.Query[name].ToString() is "true" or "True" or "1";

    // reference.mdx, "User Agent"
    [GeneratedRegex(@"\ADiscordBot \(https?://[^\s,()]+, [^\s,()]+\)( .*)?\z")]
    private static partial Regex UserAgent();
}
