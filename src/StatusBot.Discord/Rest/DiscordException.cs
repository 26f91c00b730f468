using System.Net;

namespace StatusBot.Discord.Rest;

/// <summary>Discord refused a request. The message names the route's template, never its filled path.</summary>
public sealed class DiscordException : Exception
{
    /// <summary>Made from a response.</summary>
    public DiscordException(DiscordRoute route, HttpStatusCode status, DiscordError error)
        : base($"{route} was answered {(int)status}: {error}") => (Status, Error) = (status, error);

    /// <summary>The response's status.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>What Discord says is wrong.</summary>
    public DiscordError Error { get; }
}
