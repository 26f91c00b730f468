using System.Globalization;

namespace StatusBot.Catalog;

/// <summary>The class of a status code: its first digit (RFC 9110 §15), or none.</summary>
public enum StatusClass
{
    /// <summary>Outside 100–599: not a class of HTTP (RFC 9110 §15 calls such values invalid).</summary>
    Other = 0,

    /// <summary>1xx: an interim answer; the request goes on (RFC 9110 §15.2).</summary>
    Informational = 1,

    /// <summary>2xx: received, understood and accepted (RFC 9110 §15.3).</summary>
    Successful = 2,

    /// <summary>3xx: something more has to be done (RFC 9110 §15.4).</summary>
    Redirection = 3,

    /// <summary>4xx: the client seems to have erred (RFC 9110 §15.5).</summary>
    ClientError = 4,

    /// <summary>5xx: the server failed to fulfil a request that seems valid (RFC 9110 §15.6).</summary>
    ServerError = 5,
}

/// <summary>What follows from a class.</summary>
public static class StatusClasses
{
    /// <summary>All classes in the order of their digit, <see cref="StatusClass.Other"/> last.</summary>
    public static IReadOnlyList<StatusClass> All { get; } =
    [
        StatusClass.Informational, StatusClass.Successful, StatusClass.Redirection,
        StatusClass.ClientError, StatusClass.ServerError, StatusClass.Other,
    ];

    /// <summary>The class of <paramref name="code"/>.</summary>
    public static StatusClass Of(int code) => code is >= 100 and <= 599 ? (StatusClass)(code / 100) : StatusClass.Other;

    /// <summary><c>4xx</c>, or <c>other</c>.</summary>
    public static string Name(StatusClass value) => value is StatusClass.Other
        ? "other"
        : string.Create(CultureInfo.InvariantCulture, $"{(int)value}xx");

    /// <summary>The code that a client treats an unknown code of this class as: x00 (RFC 9110 §15).</summary>
    public static int Fallback(StatusClass value) => (int)value * 100;

    /// <summary>The section of RFC 9110 that defines the class.</summary>
    public static Citation Source(StatusClass value) => new("RFC 9110", value is StatusClass.Other
        ? "15"
        : string.Create(CultureInfo.InvariantCulture, $"15.{(int)value + 1}"));
}
