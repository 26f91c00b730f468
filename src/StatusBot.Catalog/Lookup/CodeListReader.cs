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

    /// <summary>What each piece of a text means, in order; none when the text says nothing.</summary>
    public static IEnumerable<LookupResult> Read(string text, Func<string, LookupResult> find)
    {
        var folded = TextFolding.Fold(text);
        var words = TextFolding.Words(folded).Where(word => !Joints.Contains(word)).ToArray();
        if (words.Length == 0)
            return [];
        if (NumberReader.Bare("", words) is { } numbers)
            return numbers.Select(find);

        // Names may have several words, so only what cannot be part of a name separates them.
        return folded
            .Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(SplitAtJoints)
            .SelectMany(piece => SplitAtNumbers(piece, find));
    }

    private static IEnumerable<string> SplitAtJoints(string piece) =>
        Runs(piece.Split(' ', StringSplitOptions.RemoveEmptyEntries), Joints.Contains, keepsBreak: false);

    // "401 unauthorized 403 forbidden" is two codes with their names, "401 forbidden" is two codes.
    private static IEnumerable<LookupResult> SplitAtNumbers(string piece, Func<string, LookupResult> find)
    {
        foreach (var run in Runs(piece.Split(' ', StringSplitOptions.RemoveEmptyEntries), IsNumber, keepsBreak: true))
        {
            var space = run.IndexOf(' ', StringComparison.Ordinal);
            if (space < 0 || !IsNumber(run[..space]))
            {
                yield return find(run);
                continue;
            }

            var numbered = find(run[..space]);
            yield return numbered;
            if (find(run[space..]) is var named && named != numbered)
                yield return named;
        }
    }

    // The words between those that break the text; such a word begins the next run, or is dropped.
    private static IEnumerable<string> Runs(IEnumerable<string> words, Func<string, bool> breaks, bool keepsBreak)
    {
        var run = new List<string>();
        foreach (var word in words)
        {
            if (breaks(word))
            {
                if (run.Count > 0)
                    yield return string.Join(' ', run);
                run.Clear();
                if (!keepsBreak)
                    continue;
            }

            run.Add(word);
        }

        if (run.Count > 0)
            yield return string.Join(' ', run);
    }

    private static bool IsNumber(string word) => word.Length == 3 && word.All(char.IsAsciiDigit);
}
