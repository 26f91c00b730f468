using System.Text;

namespace StatusBot.Cards;

/// <summary>What can be taken in at one glance on a phone: 40 lines of 42 columns, of which a Hangul syllable takes two.</summary>
internal static class Glance
{
    /// <summary>The lines of it.</summary>
    public const int Lines = 40;

    private const int Columns = 42;

    /// <summary>How many lines a text takes, wrapped at words.</summary>
    public static int LinesOf(string text) => text.Length == 0 ? 0 : text.Split('\n').Sum(Wrapped);

    private static int Wrapped(string paragraph)
    {
        var (lines, column) = (1, 0);
        foreach (var word in paragraph.Split(' '))
        {
            var width = word.EnumerateRunes().Sum(WidthOf);
            if (column > 0 && column + 1 + width > Columns)
                (lines, column) = (lines + 1, 0);
            column += width + (column > 0 ? 1 : 0);
            lines += Math.Max(0, column - 1) / Columns;
            column = column > Columns ? (column - 1) % Columns + 1 : column;
        }

        return lines;
    }

    // Hangul, ideographs and full-width forms.
    private static int WidthOf(Rune rune) => rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF00 and <= 0xFF60) ? 2 : 1;
}
