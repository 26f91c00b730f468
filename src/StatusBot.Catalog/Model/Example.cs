namespace StatusBot.Catalog;

/// <summary>A request and its response as they go over the wire, and the command that shows them.</summary>
public sealed record Example
{
    /// <summary>The request, line by line.</summary>
    public required IReadOnlyList<string> Request { get; init; }

    /// <summary>The response, line by line; empty where none arrives.</summary>
    public required IReadOnlyList<string> Response { get; init; }

    /// <summary>The command line, line by line.</summary>
    public required IReadOnlyList<string> Curl { get; init; }
}

/// <summary>How to return a code and how to treat it, in five ecosystems.</summary>
public sealed record CodeSamples
{
    /// <summary>ASP.NET Core, and HttpClient.</summary>
    public required CodeSample Csharp { get; init; }

    /// <summary>Express, and fetch.</summary>
    public required CodeSample Javascript { get; init; }

    /// <summary>FastAPI, and httpx.</summary>
    public required CodeSample Python { get; init; }

    /// <summary>Spring MVC, and RestClient.</summary>
    public required CodeSample Java { get; init; }

    /// <summary>net/http.</summary>
    public required CodeSample Go { get; init; }
}

/// <summary>The two sides of a code in one ecosystem.</summary>
public sealed record CodeSample
{
    /// <summary>How a server returns it, line by line.</summary>
    public required IReadOnlyList<string> Answer { get; init; }

    /// <summary>How a client notices and treats it, line by line.</summary>
    public required IReadOnlyList<string> Handle { get; init; }
}
