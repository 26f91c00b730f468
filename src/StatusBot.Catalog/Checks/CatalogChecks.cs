namespace StatusBot.Catalog.Checks;

/// <summary>The rules, one file each. All run in the tests and in <c>catalog check</c>.</summary>
internal static class CatalogChecks
{
    /// <summary>Without these the files do not make one catalogue.</summary>
    public static IReadOnlyList<ICatalogCheck> Structural { get; } =
    [
        new FilesAreNamedByTheirCodes(),
        new ReferencesExist(),
        new CitationsResolve(),
    ];

    /// <summary>These are about quality; without them it is one that reads badly.</summary>
    public static IReadOnlyList<ICatalogCheck> Editorial { get; } =
    [
        new TextsFitTheCard(),
        new FullDepthIsComplete(),
        new RegisteredCodesAreIanas(),
        new SourcesAreUsed(),
        new KoreanReadsKorean(),
        new LanguagesSayAsMuch(),
    ];
}
