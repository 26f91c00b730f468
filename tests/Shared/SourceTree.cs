namespace StatusBot.Tests.Shared;

/// <summary>
/// Where the source tree is. Found from the folder of the running tests, since a reproducible build leaves no path of the
/// machine in the assembly.
/// </summary>
internal static class SourceTree
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "StatusBot.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("These tests run inside the source tree.");
    }
}
