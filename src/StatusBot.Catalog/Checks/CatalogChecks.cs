using StatusBot.Catalog.Loading;

namespace StatusBot.Catalog.Checks;

/// <summary>The rules, one file each.</summary>
internal static class CatalogChecks
{
    /// <summary>Without these the catalogue cannot be built at all; they run at every start.</summary>
    public static IReadOnlyList<ICatalogCheck> Structural { get; } =
    [
        new FilesAreNamedByTheirCodes(),
        new ReferencesExist(),
        new CitationsResolve(),
    ];

    /// <summary>These are about quality; they run in the tests.</summary>
    public static IReadOnlyList<ICatalogCheck> Editorial { get; } =
    [
        new TextsFitTheCard(),
        new FullDepthIsComplete(),
        new RegisteredCodesAreIanas(),
        new SourcesAreUsed(),
        new KoreanReadsKorean(),
        new LanguagesSayAsMuch(),
    ];

    public static void ThrowIfBroken(CatalogData data)
    {
        var findings = Structural.SelectMany(check => check.Check(data)).ToArray();
        if (findings.Length > 0)
            throw new CatalogException(findings);
    }
}
