using StatusBot.Catalog.Text;

namespace StatusBot.Catalog.Lookup;

/// <summary>Reads several codes out of one text: <c>401 403</c>, <c>401,403</c>, <c>401 vs 403</c>, <c>not found, gone</c>.</summary>
internal static class CodeListReader
{
    private static readonly char[] Separators = [',', ';', '/', '|', '\n', '·', '、'];

    // Words that stand between codes and are none of their names.
    private static readonly HashSet<string> Joints = new(StringComparer.Ordinal)
    {
        "vs", "versus", "and", "or", "with", "와", "과", "랑", "이랑", "하고", "및", "대", "또는",
    };

    /// <summary>The pieces that each should be a code, in order; none when there is nothing.</summary>
    public static IReadOnlyList<string> Pieces(string text)
    {
        var folded = TextFolding.Fold(text);
        var words = TextFolding.Words(folded).Where(word => !Joints.Contains(word)).ToArray();
        if (words.Length == 0)
            return [];
        if (NumberReader.Bare("", words) is { } numbers)
            return numbers;

        // Names may have several words, so only what cannot be part of a name separates them.
        return [.. folded
            .Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(SplitAtJoints)];
    }

    private static IEnumerable<string> SplitAtJoints(string piece)
    {
        var current = new List<string>();
        foreach (var word in piece.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Joints.Contains(word))
            {
                current.Add(word);
                continue;
            }

            if (current.Count > 0)
                yield return string.Join(' ', current);
            current.Clear();
        }

        if (current.Count > 0)
            yield return string.Join(' ', current);
    }
}
