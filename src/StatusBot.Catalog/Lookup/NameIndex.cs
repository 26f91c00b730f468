using StatusBot.Catalog.Text;

namespace StatusBot.Catalog.Lookup;

/// <summary>All names of all codes, and the ways to find a code by one of them.</summary>
public sealed class NameIndex
{
    /// <summary>More guesses than these help nobody.</summary>
    public const int MostGuesses = 5;

    // A longer text is no name; the longest that we know has about 60 characters.
    private const int LongestName = 80;

    private readonly List<IndexedName> _names = [];
    private readonly Dictionary<string, List<IndexedName>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<int, StatusCode> _byNumber;
    private readonly StatusCode[] _byPopularity;

    // Loops rather than queries: this runs at every start, and each query over other types is compiled anew.
    internal NameIndex(Dictionary<int, StatusCode> byNumber)
    {
        _byNumber = byNumber;
        _byPopularity = new StatusCode[byNumber.Count];
        byNumber.Values.CopyTo(_byPopularity, 0);
        Array.Sort(_byPopularity, MostPopularFirst);
        foreach (var code in _byPopularity)
            AddNamesOf(code);
    }

    internal LookupResult Find(string text)
    {
        var folded = TextFolding.Fold(text);
        var words = TextFolding.Words(folded);
        if (NumberReader.Class(words) is { } named)
            return new LookupResult.WholeClass(named);
        if (NumberReader.Bare(folded, words) is { } numbers)
            return ByNumbers(numbers);

        var key = TextFolding.Key(folded);
        if (key.Length == 0)
            return new LookupResult.Nothing([.. _byPopularity.Take(MostGuesses)]);
        if (Result(Exactly(key)) is { } exact)
            return exact;
        if (NumberReader.ThreeDigits(folded, words) is { Count: > 0 } mentioned)
            return ByNumbers([.. mentioned.Select(number => number.ToString("D3", null))]);
        if (key.Length > LongestName)
            return new LookupResult.Nothing([]);
        if (NumberReader.Embedded(key) is { } embedded && _byNumber.TryGetValue(embedded, out var carried))
            return new LookupResult.Found(carried);

        var typed = Hangul.Keystrokes(key);
        return Result(NearMisses(typed, Tolerance(typed.Length)))
            ?? Result(ByWords(words))
            ?? new LookupResult.Nothing(Top(Complete(text, MostGuesses)));
    }

    internal IReadOnlyList<StatusCode> Complete(string text, int limit)
    {
        var folded = TextFolding.Fold(text);
        var words = TextFolding.Words(folded);
        var key = TextFolding.Key(folded);
        if (key.Length == 0)
            return [.. _byPopularity.Take(limit)];
        if (NumberReader.Class(words) is { } named)
            return [.. _byPopularity.Where(code => code.Class == named).Take(limit)];
        if (key.Length > LongestName)
            return [];

        var typed = Hangul.Keystrokes(key);
        var typedWords = words.Select(Hangul.Keystrokes).ToArray();
        var numbers = NumberReader.Bare(folded, words);
        var ranked = Ranked(numbers is [.., var last]
            ? _byPopularity.Select(code => (Code: code, Tier: NumberTier(code, last)))
            : _names.Select(name => (name.Code, Tier: NameTier(name, typed, typedWords))));
        // Typing errors are looked for only where what is typed leads to little as it stands; constants are copied, not typed.
        if (ranked.Length < MostGuesses && numbers is null)
        {
            ranked = [.. ranked, .. Ranked(_names
                .Where(name => name.Kind is not NameKind.Constant)
                .Select(name => (name.Code, Tier: IsNearStart(name.Keystrokes, typed) ? (int)name.Kind : NoMatch)))];
        }

        // Whatever look-up would answer comes first, so that choosing and typing to the end lead to the same card.
        var found = numbers is null && Exactly(key) is { Count: > 0 } exact ? exact : [];
        return [.. found.Concat(ranked).Concat(ranked.Length == 0 ? Fallbacks(typed, folded, words) : []).Distinct().Take(limit)];
    }

    internal IReadOnlyList<StatusCode> Nearest(int number) =>
        [.. _byPopularity
            .Where(code => code.Code != 0)
            .OrderBy(code => code.Class == StatusClasses.Of(number) ? 0 : 1)
            .ThenBy(code => Math.Abs(code.Code - number))
            .Take(3)];

    private const int NoMatch = int.MaxValue;

    private static int NumberTier(StatusCode code, string typed)
    {
        var number = code.Number;
        return number == typed || (code.Code == 0 && typed.All(digit => digit == '0')) ? 0
            : number.StartsWith(typed, StringComparison.Ordinal) ? 1
            : NoMatch;
    }

    private static int NameTier(IndexedName name, string typed, IReadOnlyList<string> typedWords)
    {
        var kind = (int)name.Kind;
        if (name.Keystrokes == typed)
            return kind;
        if (name.Keystrokes.StartsWith(typed, StringComparison.Ordinal))
            return typed.Length > name.Qualifier ? 3 + kind : 12;
        if (typedWords.All(word => name.Words.Any(known => known.StartsWith(word, StringComparison.Ordinal))))
            return 6 + kind;

        return typed.Length >= 3 && name.Keystrokes.AsSpan(name.Qualifier).Contains(typed, StringComparison.Ordinal) ? 9 + kind : NoMatch;
    }

    private static StatusCode[] Ranked(IEnumerable<(StatusCode Code, int Tier)> matches) =>
        [.. matches.Where(match => match.Tier < NoMatch)
            .GroupBy(match => match.Code, match => match.Tier)
            .OrderBy(group => group.Min())
            .ThenByDescending(group => group.Key.Popularity)
            .ThenBy(group => group.Key.Code)
            .Select(group => group.Key)];

    // A typing error in what is typed so far: compared with as much of the name as could have been typed.
    private static bool IsNearStart(string name, string typed)
    {
        var tolerance = Tolerance(typed.Length);
        if (tolerance == 0)
            return false;
        for (var length = Math.Max(1, typed.Length - 1); length <= Math.Min(name.Length, typed.Length + 1); length++)
        {
            if (EditDistance.Within(typed, name.AsSpan(0, length), tolerance) is not null)
                return true;
        }

        return false;
    }

    // How many typing errors a name of this length can bear before it could as well be another name.
    private static int Tolerance(int length) => length switch { < 4 => 0, < 7 => 1, < 13 => 2, _ => 3 };

    private IReadOnlyList<StatusCode> Exactly(string key) => _byKey.TryGetValue(key, out var names) ? OfTheBestKind(names) : [];

    // "Unauthorized" is what IANA calls 401 before it is what a load balancer calls 561.
    private static IReadOnlyList<StatusCode> OfTheBestKind(IEnumerable<IndexedName> names) =>
        [.. names.GroupBy(name => name.Kind)
            .OrderBy(group => group.Key)
            .Take(1)
            .SelectMany(group => group)
            .Select(name => name.Code)
            .Distinct()];

    private IReadOnlyList<StatusCode> NearMisses(string typed, int tolerance)
    {
        if (tolerance == 0)
            return [];
        var near = _names
            .Select(name => (Name: name, Distance: EditDistance.Within(typed, name.Keystrokes, tolerance)))
            .Where(match => match.Distance is not null)
            .ToArray();
        if (near.Length == 0)
            return [];

        var best = near.Min(match => match.Distance);
        return OfTheBestKind(near.Where(match => match.Distance == best).Select(match => match.Name));
    }

    private IReadOnlyList<StatusCode> ByWords(IReadOnlyList<string> words)
    {
        var typed = words.Select(Hangul.Keystrokes).ToArray();
        return typed.Length == 0 || typed.Max(word => word.Length) < 3
            ? []
            : [.. _names
                .Where(name => name.Kind is not NameKind.Constant)
                .Where(name => typed.All(word => name.Words.Any(known => known.StartsWith(word, StringComparison.Ordinal))))
                .OrderBy(name => name.Kind)
                .Select(name => name.Code)
                .Distinct()];
    }

    private IEnumerable<StatusCode> Fallbacks(string typed, string folded, IReadOnlyList<string> words)
    {
        if (NumberReader.ThreeDigits(folded, words) is { Count: > 0 } numbers)
            return numbers.SelectMany(number => _byNumber.TryGetValue(number, out var code) ? [code] : Nearest(number));
        if (NumberReader.Embedded(typed) is { } embedded && _byNumber.TryGetValue(embedded, out var carried))
            return [carried];

        return NearMisses(typed, Tolerance(typed.Length));
    }

    private LookupResult ByNumbers(IReadOnlyList<string> numbers)
    {
        if (numbers is [var only])
            return ByNumber(only);

        var known = numbers
            .Select(ByNumber)
            .OfType<LookupResult.Found>()
            .Select(found => found.Code)
            .Distinct()
            .Take(MostGuesses)
            .ToArray();
        return Result(known) ?? ByNumber(numbers[0]);
    }

    private LookupResult ByNumber(string digits)
    {
        var number = NumberReader.Parse(digits);
        var isZero = number == 0 && digits.Length is 1 or 3;
        if ((digits.Length == 3 || isZero) && _byNumber.TryGetValue(number, out var code))
            return new LookupResult.Found(code);
        if (digits.Length == 3 && number is >= 100 and <= 999)
            return new LookupResult.Unregistered(number, Nearest(number));

        return new LookupResult.Nothing(NearestDigits(digits));
    }

    // 1000, 40, 4030: what shares the most digits is the likeliest to have been meant.
    private IReadOnlyList<StatusCode> NearestDigits(string digits) =>
        [.. _byPopularity
            .Select(code => (Code: code, Distance: EditDistance.Within(digits, code.Number, 2)))
            .Where(match => match.Distance is not null)
            .OrderBy(match => match.Distance)
            .Select(match => match.Code)
            .Take(3)];

    private static LookupResult? Result(IReadOnlyList<StatusCode> codes) => codes switch
    {
        [] => null,
        [var only] => new LookupResult.Found(only),
        _ => new LookupResult.Several(Top(codes)),
    };

    private static IReadOnlyList<StatusCode> Top(IReadOnlyList<StatusCode> codes) => [.. codes.Take(MostGuesses)];

    private static int MostPopularFirst(StatusCode one, StatusCode other) =>
        one.Popularity != other.Popularity ? other.Popularity.CompareTo(one.Popularity) : one.Code.CompareTo(other.Code);

    private void AddNamesOf(StatusCode code)
    {
        for (var i = 0; i < code.Meanings.Count; i++)
        {
            var meaning = code.Meanings[i];
            var kind = i == 0 && meaning.State is not (RegistrationState.Vendor or RegistrationState.Convention) ? NameKind.Phrase : NameKind.Alias;
            Add(code, kind, meaning.Phrase.En);
            Add(code, kind, meaning.Phrase.Ko);
            foreach (var alias in meaning.Aliases.En)
                Add(code, NameKind.Alias, alias);
            foreach (var alias in meaning.Aliases.Ko)
                Add(code, NameKind.Alias, alias);
            foreach (var former in meaning.FormerPhrases)
                Add(code, NameKind.Alias, former.Phrase);
        }

        if (code.Names is not { } names)
            return;
        foreach (var constant in names.All)
        {
            Add(code, NameKind.Constant, constant);
            // "http.StatusForbidden" is copied with and without its type.
            if (LastPart(constant) is { } last)
                Add(code, NameKind.Constant, last);
        }
    }

    // Of the names of a code that read alike, the first counts.
    private void Add(StatusCode code, NameKind kind, string name)
    {
        var indexed = new IndexedName(code, kind, name);
        if (indexed.Key.Length == 0)
            return;
        if (!_byKey.TryGetValue(indexed.Key, out var alike))
            _byKey.Add(indexed.Key, alike = new List<IndexedName>(1));
        foreach (var other in alike)
        {
            if (ReferenceEquals(other.Code, code))
                return;
        }

        alike.Add(indexed);
        _names.Add(indexed);
    }

    private static string? LastPart(string constant)
    {
        var at = constant.LastIndexOfAny(['.', ':']);
        return at >= 0 && at < constant.Length - 1 ? constant[(at + 1)..] : null;
    }
}
