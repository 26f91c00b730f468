using StatusBot.Tests.Shared;

namespace StatusBot.EndToEnd.Tests.Support;

/// <summary>Pictures of the running page for the documentation. <c>UPDATE_SCREENSHOTS=1</c> writes them anew.</summary>
internal static class Screenshots
{
    public static void Keep(string name, byte[] picture)
    {
        var file = Path.Combine(SourceTree.Root, "docs", "images", name);
        if (Environment.GetEnvironmentVariable("UPDATE_SCREENSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, picture);
        }

        Assert.True(File.Exists(file), $"docs/images has no {name}; UPDATE_SCREENSHOTS=1 writes it.");
    }
}
