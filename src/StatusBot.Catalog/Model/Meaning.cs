namespace StatusBot.Catalog;

/// <summary>What a code means to one owner: IANA, or a vendor who uses the number in its own way.</summary>
public sealed record Meaning
{
    /// <summary>Whose meaning it is: <c>IANA</c>, or a product.</summary>
    public required string Owner { get; init; }

    /// <summary>Whether and how it is registered.</summary>
    public required RegistrationState State { get; init; }

    /// <summary>The section that defines it.</summary>
    public required Citation Source { get; init; }

    /// <summary>The day on which the texts were last held against their sources.</summary>
    public required DateOnly Checked { get; init; }

    /// <summary>The reason phrase: in English IANA's own, in Korean the name that developers use.</summary>
    public required LocalizedText Phrase { get; init; }

    /// <summary>Other names that people type.</summary>
    public LocalizedNames Aliases { get => field ?? LocalizedNames.None; init; }

    /// <summary>Names that earlier documents gave it.</summary>
    public IReadOnlyList<FormerPhrase> FormerPhrases { get => field ?? []; init; }

    /// <summary>One sentence that answers "what does it mean".</summary>
    public required SourcedText Summary { get; init; }

    /// <summary>Why it is answered, the likely cause first; empty at brief depth.</summary>
    public IReadOnlyList<SourcedText> Causes { get => field ?? []; init; }

    /// <summary>What servers, proxies and clients do with it.</summary>
    public SourcedText? Behavior { get; init; }

    /// <summary>What to do about it.</summary>
    public Advice? Advice { get; init; }

    /// <summary>Who can put it right, the likeliest first; empty where nothing is wrong.</summary>
    public IReadOnlyList<Party> FixedBy { get => field ?? []; init; }

    /// <summary>Whether sending the request again helps.</summary>
    public RetryAdvice? Retry { get; init; }

    /// <summary>Whether the response may be stored.</summary>
    public Cacheability? Cache { get; init; }

    /// <summary>Headers that go with it, and what they say.</summary>
    public IReadOnlyList<HeaderNote> Headers { get => field ?? []; init; }

    /// <summary>Where on the way it typically arises; null where that differs.</summary>
    public Hop? Arises { get; init; }

    /// <summary>A request and its response.</summary>
    public Example? Example { get; init; }

    /// <summary>How code returns it and treats it.</summary>
    public CodeSamples? InCode { get; init; }

    /// <summary>Whether there is more than a sentence on it.</summary>
    public bool IsFull => Causes.Count > 0;
}

/// <summary>A name that an earlier document gave a code.</summary>
public sealed record FormerPhrase
{
    /// <summary>The name.</summary>
    public required string Phrase { get; init; }

    /// <summary>The document that used it.</summary>
    public required Citation Source { get; init; }
}

/// <summary>Registration states; the first four are IANA's.</summary>
public enum RegistrationState
{
    /// <summary>In IANA's registry.</summary>
    Registered,

    /// <summary>In IANA's registry for a time.</summary>
    Temporary,

    /// <summary>In IANA's registry as reserved and not used.</summary>
    Unused,

    /// <summary>Registered, but its document advises against it.</summary>
    Deprecated,

    /// <summary>Registered, but its document is obsolete or historic.</summary>
    Obsolete,

    /// <summary>Not registered; a vendor documents it.</summary>
    Vendor,

    /// <summary>Not registered; a habit of tools or of people.</summary>
    Convention,
}

/// <summary>What to do, from either end of the connection.</summary>
public sealed record Advice
{
    /// <summary>As the one who sent the request.</summary>
    public required LocalizedText Caller { get; init; }

    /// <summary>As the one who answers it.</summary>
    public required LocalizedText Server { get; init; }
}

/// <summary>Who can put something right.</summary>
public enum Party
{
    /// <summary>Whoever sent the request.</summary>
    Caller,

    /// <summary>Whoever runs the server.</summary>
    Server,

    /// <summary>Whoever runs what stands between: a proxy, gateway, load balancer or CDN.</summary>
    Proxy,

    /// <summary>Whoever runs the network.</summary>
    Network,
}

/// <summary>Whether sending a request again helps, by the kind of method (RFC 9110 §9.2.2).</summary>
public sealed record RetryAdvice : LocalizedText
{
    /// <summary>For idempotent methods: GET, HEAD, OPTIONS, PUT, DELETE.</summary>
    public required RetryVerdict Idempotent { get; init; }

    /// <summary>For the others: POST, PATCH.</summary>
    public required RetryVerdict NonIdempotent { get; init; }

    /// <summary>The header that says when, such as <c>Retry-After</c>.</summary>
    public string? Header { get; init; }

    /// <summary>The document that says so.</summary>
    public required Citation Source { get; init; }
}

/// <summary>Whether sending the same request again helps.</summary>
public enum RetryVerdict
{
    /// <summary>Nothing went wrong.</summary>
    NotNeeded,

    /// <summary>The same request gets the same answer.</summary>
    No,

    /// <summary>Only after something was changed: credentials, request or data.</summary>
    AfterChange,

    /// <summary>The same request may succeed later.</summary>
    AfterWait,

    /// <summary>The same request may be sent again right away.</summary>
    AtOnce,

    /// <summary>It may have been carried out: only with an idempotency key, or after looking.</summary>
    CheckFirst,
}

/// <summary>Whether a cache may store the response.</summary>
public sealed record Cacheability : LocalizedText
{
    /// <summary>Whether it may without explicit freshness (RFC 9110 §15.1, RFC 7725 §3).</summary>
    public required bool ByDefault { get; init; }

    /// <summary>The document that says so.</summary>
    public required Citation Source { get; init; }
}

/// <summary>A header that goes with a code, and what it says then.</summary>
public sealed record HeaderNote : LocalizedText
{
    /// <summary>The header's name.</summary>
    public required string Name { get; init; }

    /// <summary>The document that says so.</summary>
    public required Citation Source { get; init; }
}

/// <summary>Where on the way from client to server a code arises.</summary>
public enum Hop
{
    /// <summary>The client went away, or never got an answer.</summary>
    Client,

    /// <summary>On the way in: the request did not arrive in time or whole.</summary>
    RequestLink,

    /// <summary>A proxy or gateway says it by itself.</summary>
    Gateway,

    /// <summary>A proxy or gateway says it about the server behind it.</summary>
    Upstream,

    /// <summary>The server itself says it.</summary>
    Origin,
}
