namespace StatusBot.Catalog.Tests.Samples;

/// <summary>
/// The names that a sample may use without saying what they are: variables and helper functions of the reader's program
/// (<c>order</c>, <c>showNoAccess()</c>), which start small and stand alone, and the few types and constants below. Any other
/// unknown name is a mistake, since it was meant to be the framework's. For Java, <c>Reader.java</c> beside the stubs gives
/// variables their types as well, because javac looks at no call whose argument it doesn't know.
/// </summary>
internal static class ReadersOwn
{
    private static readonly HashSet<string> TypesAndConstants =
        ["Order", "Job", "Form", "MaxBytes", "ErrNoOrder"];

    public static bool Name(string name) => char.IsLower(name[0]) || TypesAndConstants.Contains(name);
}
