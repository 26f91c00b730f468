using StatusBot.Catalog.Text;

namespace StatusBot.Catalog.Search;

/// <summary>
/// Finds codes by what people say who do not know the number. Four things speak for a code: the words that it shares with the question,
/// rare ones more (BM25 over its texts); the one line of its texts that is nearest to the question; a sign that stands in the question
/// literally; and its number. What the question rules out speaks against. <c>docs/decisions/0005-ranking.md</c> has what was tried.
/// </summary>
internal sealed class SymptomSearch
{
    /// <summary>No more codes than these are an answer.</summary>
    public const int MostHits = 5;

    /// <summary>No more of a question than this is read.</summary>
    public const int LongestQuestion = 300;

    private const double OfWords = 0.9;
    private const double OfNearestLine = 1.3;
    private const double OfSign = 0.6;
    private const double OfNumber = 1.6;
    private const double OfPopularity = 0.0003;
    private const double AgainstRuledOut = 0.4;

    // A word that no code has still says that the question is about more than its other words.
    private const double OfUnknownWord = 0.5;

    // Keeps one word from weighing as much as a whole sentence.
    private const double ShortQuestion = 4.4;

    private const double OutsideClass = 0.35;

    // Below these nothing fits: less is asked of a question that has a word of the web, more of one that has words of another field.
    private const double LeastOfTheWeb = 0.3;
    private const double Least = 0.9;
    private const double LeastOfTheWebElsewhere = 0.7;
    private const double PerFormElsewhere = 0.35;
    private const double LeastElsewhere = 1.7;

    // A code far behind the best is no answer to the question.
    private const double LeastShare = 0.45;

    private readonly Vocabulary _vocabulary;
    private readonly TermReader _reader;
    private readonly SearchIndex _index;
    private readonly OtherFields _otherFields;
    private readonly IReadOnlyList<(string Text, Sign Sign, int Code)> _signs;
    private readonly Approximate[] _knownWords;

    public SymptomSearch(IReadOnlyList<StatusCode> codes, IReadOnlyList<Comparison> comparisons)
    {
        _vocabulary = new Vocabulary(SearchJson.ReadWords());
        _reader = new TermReader(_vocabulary);
        _index = new SearchIndex(codes, comparisons, _reader);
        _otherFields = new OtherFields(SearchJson.ReadElsewhere());
        _signs = [.. codes.SelectMany((code, at) => code.Signs.Select(sign => (TextFolding.Fold(sign.Text), sign, at)))];
        _knownWords = [.. _index.Stems.Concat(_vocabulary.EnglishWords.Where(word => word.Length > 3).Select(word => new Approximate(word, word))).DistinctBy(word => word.Text)];
    }

    /// <summary>Searches.</summary>
    public SearchResult Find(string text)
    {
        var question = Meant(text.Length <= LongestQuestion ? text : text[..LongestQuestion]);
        var query = Query.Read(question);
        var asked = Known(_reader.Read(query.Asked));
        var scores = new Score[_index.Codes.Count];
        for (var i = 0; i < scores.Length; i++)
            scores[i] = new Score();

        var whole = AddWords(asked, scores);
        AddNearestLines(asked, scores);
        AddSigns(query.Asked, scores);
        AddNumbers(query.Asked, asked, scores);
        RuleOut(query.RuledOut, asked, whole, scores);
        KeepToClass(asked, scores);

        var ranked = scores
            .Select((score, at) => (Code: _index.Codes[at], Score: score, Total: score.Total + (score.Total > 0 ? _index.Codes[at].Popularity * OfPopularity : 0)))
            .Where(found => found.Total > 0)
            .OrderByDescending(found => found.Total)
            .ThenBy(found => found.Code.Code)
            .Take(MostHits)
            .ToArray();
        var best = ranked.Length > 0 ? ranked[0].Total : 0;
        var (topic, forms) = _otherFields.Find(question);
        var isOfTheWeb = ranked is [{ Score.Sign: not null }, ..] || asked.Any(term => _vocabulary.IsOfTheWeb(term.Key));
        if (topic is not null && best < (isOfTheWeb ? LeastOfTheWebElsewhere + (forms * PerFormElsewhere) : LeastElsewhere))
            return new SearchResult.Elsewhere(topic);
        if (best < (isOfTheWeb ? LeastOfTheWeb : Least))
            return new SearchResult.Nothing();

        return new SearchResult.Hits(
        [
            .. ranked.Where(found => found.Total >= best * LeastShare)
                .Select(found => new SearchHit(found.Code, found.Score.Sign, found.Score.BestWords())),
        ]);
    }

    // What was typed with the keyboard set to the other language, in the language that was meant.
    private string Meant(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Any(c => c is >= 'ㄱ' and <= 'ㅣ') && KeyboardLayout.ToLatin(words[i]) is var latin && Knows(latin))
                words[i] = latin;
            else if (words[i].Length > 2 && words[i].All(char.IsAsciiLetter) && !Knows(words[i].ToLowerInvariant()) && KeyboardLayout.ToHangul(words[i]) is { } hangul && _reader.Read(hangul) is { Count: > 0 } read && read.All(term => _index.Find(term.Key) is not null))
                words[i] = hangul;
        }

        return string.Join(' ', words);
    }

    private bool Knows(string word) => EnglishStem.Of(word) is var stem && (_vocabulary.English(stem) is not null || _index.Find(stem) is not null);

    // The terms, with a word that nobody knows replaced by the known ones that are one typing error away.
    private List<Term> Known(List<Term> terms)
    {
        var known = new List<Term>(terms.Count);
        foreach (var term in terms)
        {
            if (term.IsConcept || !char.IsAsciiLetter(term.Key[0]) || term.Key.Length < 4 || _index.Find(term.Key) is not null)
                known.Add(term);
            else if (Near(term.Key) is { Count: > 0 } near)
                known.AddRange(near.SelectMany(word => _vocabulary.English(word) is { Length: > 0 } key
                    ? new[] { term with { Key = key, Certainty = 0.8 }, term with { Key = word, Certainty = 0.8 } }
                    : [term with { Key = word, Certainty = 0.8 }]));
            else
                known.Add(term);
        }

        return known;
    }

    private List<string> Near(string word)
    {
        var least = word.Length < 8 ? 1 : 2;
        var letters = Approximate.LettersOf(word);
        var near = new List<string>();
        foreach (var known in _knownWords)
        {
            if (Math.Abs(known.Text.Length - word.Length) > least || Approximate.Missing(known.Letters, letters) > least || Approximate.Missing(letters, known.Letters) > least)
                continue;
            if (EditDistance.Within(word, known.Text, least) is not { } distance)
                continue;
            if (distance < least)
                near.Clear();
            least = distance;
            near.Add(known.Text);
        }

        return near.Count <= 3 ? near : near[..3];
    }

    // How much the question weighs as a whole, words that nobody knows included.
    private double AddWords(List<Term> asked, Score[] scores)
    {
        var whole = 0.0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var term in asked)
        {
            if (!seen.Add(term.Key))
                continue;
            if (_index.Find(term.Key) is not { } number)
            {
                whole += _index.RarityOfUnknown * OfUnknownWord;
                continue;
            }

            var rarity = _index.Rarity(number) * term.Certainty;
            whole += rarity;
            foreach (var (code, share) in _index.CodesOf(number))
                scores[code].Words.Add((term.Surface, rarity * share));
        }

        foreach (var score in scores)
            score.Add(whole > 0 ? OfWords * score.Words.Sum(word => word.Worth) / (whole + ShortQuestion) : 0);
        return whole;
    }

    private void AddNearestLines(List<Term> asked, Score[] scores)
    {
        var shared = new Dictionary<int, double>();
        var norm = 0.0;
        foreach (var term in asked.DistinctBy(term => term.Key))
        {
            if (_index.Find(term.Key) is not { } number)
            {
                norm += Square(_index.RarityOfUnknown * OfUnknownWord);
                continue;
            }

            var worth = _index.Rarity(number) * _index.Rarity(number) * term.Certainty;
            norm += worth;
            foreach (var line in _index.LinesOf(number))
                shared[line] = shared.GetValueOrDefault(line) + worth;
        }

        var nearest = new double[scores.Length];
        foreach (var (at, worth) in shared)
        {
            var line = _index.Lines[at];
            var near = worth / (Math.Sqrt(norm) * line.Norm) * (Weights.Of(line.Kind));
            nearest[line.Code] = Math.Max(nearest[line.Code], near);
        }

        for (var code = 0; code < scores.Length; code++)
            scores[code].Add(OfNearestLine * nearest[code]);
    }

    private void AddSigns(string asked, Score[] scores)
    {
        var folded = TextFolding.Fold(asked);
        foreach (var (text, sign, code) in _signs)
        {
            if (text.Length > (scores[code].Sign?.Text.Length ?? 0) && StandsIn(folded, text))
            {
                scores[code].Add(scores[code].Sign is null ? OfSign : 0);
                scores[code].Sign = sign;
            }
        }
    }

    private static double Square(double value) => value * value;

    private static bool StandsIn(string text, string sign)
    {
        for (var at = text.IndexOf(sign, StringComparison.Ordinal); at >= 0; at = text.IndexOf(sign, at + 1, StringComparison.Ordinal))
        {
            var end = at + sign.Length;
            if ((at == 0 || !char.IsLetterOrDigit(sign[0]) || !char.IsAsciiLetterOrDigit(text[at - 1]))
                && (end == text.Length || !char.IsLetterOrDigit(sign[^1]) || !char.IsAsciiLetterOrDigit(text[end])))
                return true;
        }

        return false;
    }

    // A number counts where the question is little else, or calls it a status.
    private void AddNumbers(string asked, List<Term> terms, Score[] scores)
    {
        foreach (var term in terms)
        {
            if (term.Key.StartsWith("#code-", StringComparison.Ordinal) && int.TryParse(term.Key.AsSpan(6), out var spoken))
                Add(spoken);
        }

        var words = TextFolding.Fold(asked).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            if (NumberIn(words[i]) is { } number && (words.Length <= 2 || (i > 0 && IsStatusWord(words[i - 1])) || (i + 1 < words.Length && IsStatusWord(words[i + 1]))))
                Add(number);
        }

        void Add(int number)
        {
            for (var code = 0; code < scores.Length; code++)
            {
                if (_index.Codes[code].Code == number)
                    scores[code].Add(OfNumber);
            }
        }
    }

    // 403, 403은, 4o3; not 403ms.
    private static int? NumberIn(string word)
    {
        var end = 0;
        while (end < word.Length && (char.IsAsciiDigit(word[end]) || (end > 0 && word[end] is 'o')))
            end++;
        return end == 3 && (end == word.Length || !char.IsAsciiLetterOrDigit(word[end]))
            && int.TryParse(word[..3].Replace('o', '0'), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    private static bool IsStatusWord(string word) =>
        word is "http" or "status" or "code" or "error" or "errors" or "에러" or "오류" or "코드" or "상태" or "returns" or "returned" or "gives" || word.StartsWith("http/", StringComparison.Ordinal);

    private void RuleOut(string ruledOut, List<Term> asked, double whole, Score[] scores)
    {
        var keys = asked.Select(term => term.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var term in _reader.Read(ruledOut).Where(term => !keys.Contains(term.Key)).DistinctBy(term => term.Key))
        {
            if (_index.Find(term.Key) is not { } number)
                continue;
            foreach (var (code, share) in _index.CodesOf(number))
                scores[code].Add(-AgainstRuledOut * _index.Rarity(number) * share / (whole + ShortQuestion));
        }
    }

    private void KeepToClass(List<Term> asked, Score[] scores)
    {
        var classes = asked.Where(term => term.Key.StartsWith("#class-", StringComparison.Ordinal)).Select(term => (StatusClass)(term.Key[7] - '0')).ToHashSet();
        if (classes.Count == 0)
            return;
        for (var code = 0; code < scores.Length; code++)
        {
            if (classes.Contains(_index.Codes[code].Class))
                scores[code].Add(0.3);
            else
                scores[code].Keep(OutsideClass);
        }
    }

    /// <summary>What speaks for a code.</summary>
    private sealed class Score
    {
        public double Total { get; private set; }

        public List<(string Surface, double Worth)> Words { get; } = [];

        public Sign? Sign { get; set; }

        public void Add(double worth) => Total += worth;

        public void Keep(double share) => Total *= share;

        public IReadOnlyList<string> BestWords() =>
            [.. Words.GroupBy(word => word.Surface, StringComparer.Ordinal).OrderByDescending(group => group.Sum(word => word.Worth)).Take(3).Select(group => group.Key)];
    }
}
