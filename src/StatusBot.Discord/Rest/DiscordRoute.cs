using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace StatusBot.Discord.Rest;

/// <summary>
/// A method and a path of Discord's API. The template is bucket key, log name and metric name; the filled path goes on the
/// wire alone, so that a token in it cannot reach a log, an exception or a trace.
/// </summary>
/// <example><code>DiscordRoute.Patch($"/webhooks/{applicationId}/{token}/messages/@original")</code></example>
public sealed class DiscordRoute
{
    // Buckets are apart for each guild, channel, webhook (with its token) and interaction: the first two parts of any route.
    private const int MajorParts = 2;

    private static readonly ConcurrentDictionary<string, string> Templates = new(StringComparer.Ordinal);

    private DiscordRoute(HttpMethod method, FormattableString path, string expression)
    {
        Method = method;
        Template = Templates.GetOrAdd(expression, TemplateOf);
        var parts = path.GetArguments().Select(argument => Uri.EscapeDataString(Convert.ToString(argument, CultureInfo.InvariantCulture) ?? "")).ToArray();
        Path = string.Format(CultureInfo.InvariantCulture, path.Format, parts);
        Major = string.Join('/', parts.Take(MajorParts));
    }

    /// <summary>The method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The path with the names of its parts: <c>/webhooks/{applicationId}/{token}/messages/@original</c>.</summary>
    public string Template { get; }

    /// <summary>The path with its parts, escaped; for the wire alone.</summary>
    internal string Path { get; }

    /// <summary>The parts by which its buckets are told apart; never written anywhere.</summary>
    internal string Major { get; }

    /// <summary>A GET.</summary>
    public static DiscordRoute Get(FormattableString path, [CallerArgumentExpression(nameof(path))] string expression = "") =>
        new(HttpMethod.Get, path, expression);

    /// <summary>A POST.</summary>
    public static DiscordRoute Post(FormattableString path, [CallerArgumentExpression(nameof(path))] string expression = "") =>
        new(HttpMethod.Post, path, expression);

    /// <summary>A PUT.</summary>
    public static DiscordRoute Put(FormattableString path, [CallerArgumentExpression(nameof(path))] string expression = "") =>
        new(HttpMethod.Put, path, expression);

    /// <summary>A PATCH.</summary>
    public static DiscordRoute Patch(FormattableString path, [CallerArgumentExpression(nameof(path))] string expression = "") =>
        new(HttpMethod.Patch, path, expression);

    /// <summary>A DELETE.</summary>
    public static DiscordRoute Delete(FormattableString path, [CallerArgumentExpression(nameof(path))] string expression = "") =>
        new(HttpMethod.Delete, path, expression);

    /// <summary>Method and template; never the filled path.</summary>
    public override string ToString() => $"{Method} {Template}";

    // The compiler hands over the argument as it is written: an interpolated string is its own template.
    private static string TemplateOf(string expression) =>
        expression.StartsWith("$\"/", StringComparison.Ordinal) && expression.EndsWith('"')
            ? expression[2..^1]
            : throw new ArgumentException("A route is written in place, as an interpolated string that begins with a slash.", nameof(expression));
}
