using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using StatusBot.Catalog.Text;

namespace StatusBot.Catalog.Tests;

/// <summary>One form for whatever people type, without ICU.</summary>
public sealed class Folding_text
{
    private const int FirstSyllable = 0xAC00;
    private const int SyllableCount = 11_172;

    [Theory]
    [InlineData("４０３　Ｆｏｒｂｉｄｄｅｎ", "403 forbidden")]
    [InlineData("  a \t\n b  ", "a b")]
    [InlineData("\u202e403\u200b\u200f", "403")]
    [InlineData("I’m", "i'm")]
    [InlineData("\u1100\u116F\u11AB\u1112\u1161\u11AB", "권한")]
    [InlineData("ÀÉ", "àé")]
    public void Brings_it_into_one_form(string text, string folded) => Assert.Equal(folded, TextFolding.Fold(text));

    [Theory]
    [InlineData("http_403_forbidden", "http403forbidden")]
    [InlineData(":not_found", "notfound")]
    [InlineData("🤖", "")]
    public void Keeps_letters_and_digits_as_a_key(string folded, string key) => Assert.Equal(key, TextFolding.Key(folded));

    [Fact]
    public void Composes_every_syllable_from_its_jamo()
    {
        for (var index = 0; index < SyllableCount; index++)
        {
            var tail = index % 28;
            var jamo = $"{(char)(0x1100 + index / 588)}{(char)(0x1161 + index / 28 % 21)}{(tail == 0 ? "" : ((char)(0x11A7 + tail)).ToString())}";
            Assert.Equal(((char)(FirstSyllable + index)).ToString(), Hangul.Compose(jamo));
        }
    }

    [Theory]
    [InlineData("ㄱ")]
    [InlineData("구")]
    [InlineData("궈")]
    [InlineData("권")]
    [InlineData("권ㅎ")]
    [InlineData("권하")]
    public void Whatever_stands_on_the_screen_while_typing_is_a_prefix(string halfTyped) =>
        Assert.StartsWith(Hangul.Keystrokes(halfTyped), Hangul.Keystrokes("권한"), StringComparison.Ordinal);

    [Property]
    public Property Folding_twice_changes_nothing() => Prop.ForAll<NonNull<string>>(text =>
        TextFolding.Fold(text.Get) == TextFolding.Fold(TextFolding.Fold(text.Get)));

    [Property]
    public Property The_distance_is_the_same_both_ways() => Prop.ForAll<NonNull<string>, NonNull<string>>((a, b) =>
        EditDistance.Within(a.Get, b.Get, 4) == EditDistance.Within(b.Get, a.Get, 4));

    [Theory]
    [InlineData("forbiden", "forbidden", 1)]
    [InlineData("gatewya", "gateway", 1)]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "xyz", null)]
    public void A_swap_of_neighbours_is_one_error(string a, string b, int? distance) =>
        Assert.Equal(distance, EditDistance.Within(a, b, 2));
}
