using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace StatusBot.Discord.Rest;

/// <summary>How persistently a request is sent.</summary>
/// <param name="Retries">How often it is sent again after a 5xx, a broken connection or no answer in time.</param>
/// <param name="AttemptLimit">How long one attempt may take.</param>
/// <param name="FirstPause">The pause before the first retry; it doubles, with jitter.</param>
internal sealed record Persistence(int Retries, TimeSpan AttemptLimit, TimeSpan FirstPause)
{
    /// <summary>Whether nothing else will be sent to its bucket, so that there is nothing to learn of it but a refusal.</summary>
    public bool IsOnlyOne { get; init; }

    /// <summary>For what nobody waits for.</summary>
    public static Persistence Patient { get; } = new(4, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(1));

    /// <summary>For the first answer to an interaction: at most one quick retry within its three seconds.</summary>
    public static Persistence FirstAnswer { get; } = new(1, TimeSpan.FromMilliseconds(1_200), TimeSpan.FromMilliseconds(50)) { IsOnlyOne = true };
}

/// <summary>Sends requests within Discord's limits: buckets, the global limit, 429, retries, and the stop before a ban.</summary>
internal sealed class RestSender
{
    private const int MostLimited = 5;
    private const int LargestErrorBody = 64 * 1024;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;
    private readonly BotToken? _token;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly RateLimits _limits;
    private readonly InvalidRequestBudget _budget;
    // Building one takes longer than sending a request through it.
    private readonly ConcurrentDictionary<Persistence, ResiliencePipeline<HttpResponseMessage>> _pipelines = new();

    public RestSender(HttpClient http, BotToken? token, TimeProvider time, ILogger logger)
    {
        _http = http;
        _token = token;
        _time = time;
        _logger = logger;
        _limits = new RateLimits(time);
        _budget = new InvalidRequestBudget(time);
    }

    /// <summary>Sends a request and reads its answer; the stream is the body of a success.</summary>
    /// <exception cref="DiscordException">Discord refused.</exception>
    /// <exception cref="HttpRequestException">Discord could not be reached, retries included.</exception>
    public async Task<T> SendAsync<T>(
        DiscordRoute route,
        byte[]? json,
        bool authorized,
        Persistence persistence,
        Func<Stream, CancellationToken, ValueTask<T>> read,
        CancellationToken cancellationToken)
    {
        var pipeline = _pipelines.GetOrAdd(persistence, Pipeline);
        for (var limited = 0; ; limited++)
        {
            if (_budget.IsSpent)
            {
                _logger.BudgetSpent(InvalidRequestBudget.Most);
                throw new DiscordException(route, HttpStatusCode.TooManyRequests, new DiscordError(0, "too many refused requests in ten minutes; waiting", []));
            }

            using var response = await AttemptAsync(pipeline, route, json, authorized, persistence, cancellationToken);
            if (!persistence.IsOnlyOne)
                _limits.Learn(route, response);
            if (response.IsSuccessStatusCode)
            {
                await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
                return await read(body, cancellationToken);
            }

            var error = await ErrorAsync(response, cancellationToken);
            if (response.StatusCode is not HttpStatusCode.TooManyRequests)
            {
                if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
                    _budget.Count();
                throw new DiscordException(route, response.StatusCode, DiscordError.Parse(error));
            }

            var (retryAfter, isGlobal) = Limited(response, error);
            if (!IsShared(response))
                _budget.Count();
            _limits.Block(route, retryAfter, isGlobal);
            _logger.Limited(route.Template, (long)retryAfter.TotalMilliseconds);
            if (limited == MostLimited)
                throw new DiscordException(route, response.StatusCode, DiscordError.Parse(error));
        }
    }

    /// <summary>Sends a request whose answer says nothing.</summary>
    public Task SendAsync(DiscordRoute route, byte[]? json, bool authorized, Persistence persistence, CancellationToken cancellationToken) =>
        SendAsync(route, json, authorized, persistence, static (_, _) => ValueTask.FromResult(true), cancellationToken);

    // What happens to it is logged under its template, the operation's key.
    private async ValueTask<HttpResponseMessage> AttemptAsync(
        ResiliencePipeline<HttpResponseMessage> pipeline, DiscordRoute route, byte[]? json, bool authorized, Persistence persistence, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(route.Template, cancellationToken);
        try
        {
            return await pipeline.ExecuteAsync(
                static (context, attempt) => attempt.Sender.AttemptAsync(attempt.Route, attempt.Json, attempt.Authorized, attempt.Persistence, context.CancellationToken),
                context,
                (Sender: this, Route: route, Json: json, Authorized: authorized, Persistence: persistence));
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<HttpResponseMessage> AttemptAsync(DiscordRoute route, byte[]? json, bool authorized, Persistence persistence, CancellationToken cancellationToken)
    {
        await _limits.WaitAsync(route, isGlobal: authorized, cancellationToken);

        using var request = new HttpRequestMessage(route.Method, route.Path.TrimStart('/'));
        if (authorized && _token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bot", _token.Text);
        if (json is not null)
        {
            request.Content = new ByteArrayContent(json);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        using var limit = new CancellationTokenSource(persistence.AttemptLimit, _time);
        using var either = cancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken) : null;
        try
        {
            return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either?.Token ?? limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException($"{route} was not answered in time.");
        }
        catch (HttpRequestException problem)
        {
            // The framework's own message may hold the address; the template says as much as anybody needs.
            throw new HttpRequestException($"{route} could not be sent: {problem.HttpRequestError}.");
        }
    }

    private ResiliencePipeline<HttpResponseMessage> Pipeline(Persistence persistence)
    {
        if (persistence.Retries == 0)
            return ResiliencePipeline<HttpResponseMessage>.Empty;

        return new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = _time }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = persistence.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = persistence.FirstPause,
                MaxDelay = LongestPause,
                ShouldHandle = static arguments => ValueTask.FromResult(
                    arguments.Outcome.Exception is HttpRequestException || arguments.Outcome.Result?.StatusCode >= HttpStatusCode.InternalServerError),
                OnRetry = arguments =>
                {
                    var problem = arguments.Outcome.Result is { } response
                        ? ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture)
                        : "no answer";
                    arguments.Outcome.Result?.Dispose();
                    _logger.Retrying(arguments.Context.OperationKey!, problem, (long)arguments.RetryDelay.TotalMilliseconds);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
    }

    private static async Task<byte[]> ErrorAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[LargestErrorBody];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return buffer[..length];
    }

    private static (TimeSpan RetryAfter, bool IsGlobal) Limited(HttpResponseMessage response, byte[] body)
    {
        var isGlobal = response.Headers.Contains("X-RateLimit-Global");
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind is JsonValueKind.Object)
            {
                isGlobal |= json.RootElement.TryGetProperty("global", out var global) && global.ValueKind is JsonValueKind.True;
                if (json.RootElement.TryGetProperty("retry_after", out var seconds) && RateLimits.TrySeconds(seconds.GetRawText(), out var after))
                    return (after, isGlobal);
            }
        }
        catch (JsonException)
        {
            // A page of Cloudflare's: its header says when.
        }

        return (response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(5), isGlobal);
    }

    private static bool IsShared(HttpResponseMessage response) =>
        response.Headers.TryGetValues("X-RateLimit-Scope", out var scope) && scope.Contains("shared");
}
