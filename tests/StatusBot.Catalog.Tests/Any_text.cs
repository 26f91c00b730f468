using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using StatusBot.Catalog.Lookup;

namespace StatusBot.Catalog.Tests;

/// <summary>Whatever is typed, look-up answers, and never throws.</summary>
public sealed class Any_text
{
    [Property(MaxTest = 300)]
    public Property Is_answered() => Prop.ForAll<NonNull<string>>(text =>
        TheCatalog.Instance.Find(text.Get) is not null
        && TheCatalog.Instance.FindAll(text.Get).Count <= IStatusCatalog.MostListed
        && TheCatalog.Instance.Complete(text.Get, 25).Count <= 25);

    [Property(MaxTest = 300)]
    public Property Around_a_number_is_answered(PositiveInt number, NonNull<string> before, NonNull<string> after) =>
        (TheCatalog.Instance.Find($"{before.Get}{number.Get}{after.Get}") is not null).ToProperty();

    [Fact]
    public void Of_any_length_is_answered()
    {
        Assert.IsType<LookupResult.Nothing>(TheCatalog.Instance.Find(new string('a', 100_000)));
        Assert.IsType<LookupResult.Nothing>(TheCatalog.Instance.Find(new string('7', 100_000)));
        Assert.IsType<LookupResult.Nothing>(TheCatalog.Instance.Find(string.Concat(Enumerable.Repeat("가", 6000))));
        Assert.True(TheCatalog.Instance.FindAll(string.Concat(Enumerable.Repeat("403 ", 3000))).Count <= IStatusCatalog.MostListed);
    }
}
