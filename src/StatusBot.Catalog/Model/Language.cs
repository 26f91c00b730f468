namespace StatusBot.Catalog;

/// <summary>The languages that the knowledge is written in.</summary>
public enum Language
{
    /// <summary>English, the default.</summary>
    English,

    /// <summary>Korean (<c>ko</c>).</summary>
    Korean,
}
