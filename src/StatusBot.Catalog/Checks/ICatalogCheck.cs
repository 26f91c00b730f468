using StatusBot.Catalog.Loading;

namespace StatusBot.Catalog.Checks;

/// <summary>One rule that the data files keep. It says what is wrong and what to do, and never throws.</summary>
internal interface ICatalogCheck
{
    IEnumerable<Finding> Check(CatalogData data);
}
