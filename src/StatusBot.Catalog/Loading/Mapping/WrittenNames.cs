namespace StatusBot.Catalog.Loading.Mapping;

/// <summary>What data files write for the values of each enum, in the order of its members.</summary>
internal static class WrittenNames
{
    public static string[] RegistrationState { get; } = ["registered", "temporary", "unused", "deprecated", "obsolete", "vendor", "convention"];

    public static string[] Party { get; } = ["caller", "server", "proxy", "network"];

    public static string[] RetryVerdict { get; } = ["not-needed", "no", "after-change", "after-wait", "at-once", "check-first"];

    public static string[] Hop { get; } = ["client", "request-link", "gateway", "upstream", "origin"];

    public static string[] SignKind { get; } = ["log", "header", "error", "exception", "metric"];

    public static string[] SourceKind { get; } = ["rfc", "registry", "draft", "standard", "vendor", "code", "reference"];
}
