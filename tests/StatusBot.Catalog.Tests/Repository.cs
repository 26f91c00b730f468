namespace StatusBot.Catalog.Tests;

/// <summary>Where the source tree is.</summary>
internal static class Repository
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
