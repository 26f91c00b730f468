using StatusBot.Catalog.Loading;
using StatusBot.Tests.Shared;

namespace StatusBot.Catalog.Tests;

/// <summary>The real catalogue, loaded once.</summary>
internal static class TheCatalog
{
    public static StatusCatalog Instance { get; } = StatusCatalog.Load();

    public static CatalogData Data { get; } = CatalogReader.ReadEmbedded();

    /// <summary>The folder of data files in the source tree.</summary>
    public static string Folder { get; } = Path.Combine(SourceTree.Root, "src", "StatusBot.Catalog", "Data");
}
