using StatusBot.Tests.Shared;

namespace StatusBot.Tests.Support;

/// <summary>
/// A text that somebody has read and found right. <c>UPDATE_GOLDEN=1 dotnet test</c> writes what the bot says now in its place;
/// reading the difference is then the review.
/// </summary>
internal static class GoldenFile
{
    private const string UpdateVariable = "UPDATE_GOLDEN";

    /// <summary>The folder of golden files in the source tree.</summary>
    public static string Folder { get; } = Path.Combine(SourceTree.Root, "tests", "StatusBot.Tests", "Golden");

    public static void Holds(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        var said = text.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, said);
        }

        Assert.True(File.Exists(path), $"There is no golden file {name}; {UpdateVariable}=1 writes it.");
        Assert.Equal(File.ReadAllText(path), said);
    }
}
