namespace StatusBot.Catalog;

/// <summary>The constants and exception names of a code, as people copy them from programs, by ecosystem.</summary>
public sealed record CodeNames
{
    /// <summary>The day on which they were taken from the ecosystems' own sources.</summary>
    public required DateOnly Checked { get; init; }

    /// <summary>.NET: <c>HttpStatusCode.Forbidden</c>.</summary>
    public IReadOnlyList<string> Dotnet { get => field ?? []; init; }

    /// <summary>Go: <c>http.StatusForbidden</c>.</summary>
    public IReadOnlyList<string> Go { get => field ?? []; init; }

    /// <summary>Java: <c>HttpServletResponse.SC_FORBIDDEN</c>.</summary>
    public IReadOnlyList<string> Java { get => field ?? []; init; }

    /// <summary>Spring: <c>HttpStatus.FORBIDDEN</c>.</summary>
    public IReadOnlyList<string> Spring { get => field ?? []; init; }

    /// <summary>Python and its frameworks: <c>HTTPStatus.FORBIDDEN</c>.</summary>
    public IReadOnlyList<string> Python { get => field ?? []; init; }

    /// <summary>Rust: <c>StatusCode::FORBIDDEN</c>.</summary>
    public IReadOnlyList<string> Rust { get => field ?? []; init; }

    /// <summary>Ruby: <c>:forbidden</c>.</summary>
    public IReadOnlyList<string> Ruby { get => field ?? []; init; }

    /// <summary>PHP: <c>Response::HTTP_FORBIDDEN</c>.</summary>
    public IReadOnlyList<string> Php { get => field ?? []; init; }

    /// <summary>Node.js packages: <c>StatusCodes.FORBIDDEN</c>.</summary>
    public IReadOnlyList<string> Node { get => field ?? []; init; }

    /// <summary>NestJS: <c>ForbiddenException</c>.</summary>
    public IReadOnlyList<string> Nestjs { get => field ?? []; init; }

    /// <summary>nginx: <c>NGX_HTTP_FORBIDDEN</c>.</summary>
    public IReadOnlyList<string> Nginx { get => field ?? []; init; }

    /// <summary>OpenResty: <c>ngx.HTTP_FORBIDDEN</c>.</summary>
    public IReadOnlyList<string> Openresty { get => field ?? []; init; }

    /// <summary>Apache httpd: <c>HTTP_FORBIDDEN</c>.</summary>
    public IReadOnlyList<string> Apache { get => field ?? []; init; }

    /// <summary>WinHTTP: <c>HTTP_STATUS_FORBIDDEN</c>.</summary>
    public IReadOnlyList<string> Winhttp { get => field ?? []; init; }

    /// <summary>All names, ecosystem by ecosystem.</summary>
    public IEnumerable<string> All =>
        [.. Dotnet, .. Go, .. Java, .. Spring, .. Python, .. Rust, .. Ruby, .. Php,
         .. Node, .. Nestjs, .. Nginx, .. Openresty, .. Apache, .. Winhttp];
}
