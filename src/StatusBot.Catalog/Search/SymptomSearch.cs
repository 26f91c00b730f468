using System.Buffers;
using System.Text;
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

    private const double OfWords = 0.8;
    private const double OfNearestLine = 1.13;
    private const double OfSign = 0.6;
    private const double OfNumber = 1.6;
    private const double OfPopularity = 0.0006;
    private const double AgainstRuledOut = 0.05;

    // A word that no code has still says that the question is about more than its other words.
    private const double OfUnknownWord = 0.5;

    // Keeps one word from weighing as much as a whole sentence.
    private const double ShortQuestion = 4.2;

    // How much is left to a vendor's own code that is not named, and how much more for each point of its popularity.
    private const double LeastOfUnnamed = 0.7;
    private const double OfUnnamedMet = 0.0055;

    private const double InsideClass = 0.3;
    private const double OutsideClass = 0.35;

    // No more words of the question than these are named with a code.
    private const int MostWords = 3;

    // Nor one that counts so much less than the first.
    private const double LeastWord = 0.15;

    // Below these nothing fits: less is asked of a question that has a word of the web, more of one that has words of another field.
    private const double LeastOfTheWeb = 0.63;
    private const double Least = 0.9;
    private const double LeastOfTheWebElsewhere = 0.33;
    private const double PerFormElsewhere = 0.6;
    private const double LeastElsewhere = 2.2;

    // One word alone, among others that no code has, is hardly what the question is about.
    private const double LeastOfOneWord = 1.3;
    private const double MostlyKnown = 0.9;

    // A code far behind the best is no answer to the question.
    private const double LeastShare = 0.54;

    private const string ClassMark = "#class-";

    private readonly Vocabulary _vocabulary;
    private readonly TermReader _reader;
    private readonly SearchIndex _index;
    private readonly OtherFields _otherFields;
    private readonly (Sign Sign, int Code)[] _signs;
    private readonly PhraseIndex _signTexts;
    private readonly Approximate[] _knownWords;

    public SymptomSearch(IReadOnlyList<StatusCode> codes, IReadOnlyList<Comparison> comparisons)
    {
        _vocabulary = new Vocabulary(SearchJson.ReadWords());
        _reader = new TermReader(_vocabulary);
        _index = new SearchIndex(codes, comparisons, _reader);
        _otherFields = new OtherFields(SearchJson.ReadElsewhere());
        _signs = [.. codes.SelectMany((code, at) => code.Signs.Select(sign => (sign, at)))];
        _signTexts = new PhraseIndex([.. _signs.Select(sign => TextFolding.Fold(sign.Sign.Text))]);
        _knownWords = [.. _index.Stems.Concat(_vocabulary.EnglishWords.Where(word => word.Length > 3).Select(word => new Approximate(word, word))).DistinctBy(word => word.Text)];
    }

    /// <summary>Searches.</summary>
    public SearchResult Find(string text)
    {
        var question = KoreanSpelling.Correct(TextFolding.Fold(Meant(text.Length <= IStatusCatalog.LongestSymptom ? text : text[..IStatusCatalog.LongestSymptom])));
        var query = Query.Read(question);
        var asked = Known(_reader.Read(query.Asked));
        var known = Weighed(asked);

        var lines = ArrayPool<double>.Shared.Rent(_index.Lines.Length);
        try
        {
            Span<double> scores = stackalloc double[_index.Codes.Count];
            scores.Clear();
            AddWords(known, scores);
            AddNearestLines(known, scores, lines.AsSpan(0, _index.Lines.Length));
            var signs = AddSigns(query.Asked, scores);
            AddNumbers(query.Asked, asked, scores);
            RuleOut(query.RuledOut, asked, known.Whole, scores);
            KeepToClass(asked, scores);
            HoldBackUnnamed(known, signs, scores);
            return Result(question, asked, known, signs, scores);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(lines);
        }
    }

    private SearchResult Result(string question, List<Term> asked, WeighedTerms known, SignsFound signs, Span<double> scores)
    {
        Span<int> ranked = stackalloc int[MostHits];
        ranked = ranked[..Rank(scores, ranked)];
        var best = ranked.Length > 0 ? scores[ranked[0]] : 0;
        var sign = ranked.Length > 0 ? signs.Of(ranked[0]) : null;
        var wordsOfTheWeb = WordsOfTheWeb(asked);
        var isOfTheWeb = sign is not null || wordsOfTheWeb > 0;
        var (topic, forms) = _otherFields.Find(question);
        if (topic is not null && best < (isOfTheWeb ? LeastOfTheWebElsewhere + (forms * PerFormElsewhere) : LeastElsewhere))
            return new SearchResult.Elsewhere(topic);
        if (best < (isOfTheWeb ? LeastOfTheWeb : Least))
            return new SearchResult.Nothing();
        if (best < LeastOfOneWord && !isOfTheWeb && known.Shared < known.Whole * MostlyKnown && BestWords(known, ranked[0]).Count == 1)
            return new SearchResult.Nothing();

        var hits = new List<SearchHit>(ranked.Length);
        foreach (var code in ranked)
        {
            if (scores[code] >= best * LeastShare)
                hits.Add(new SearchHit(_index.Codes[code], signs.Of(code), BestWords(known, code)));
        }

        return new SearchResult.Hits(hits);
    }

    // The places of the best codes, the best first; popularity decides where nothing else does, then the lower number.
    private int Rank(Span<double> scores, Span<int> ranked)
    {
        var count = 0;
        for (var code = 0; code < scores.Length; code++)
        {
            if (scores[code] <= 0)
                continue;
            scores[code] += _index.Codes[code].Popularity * OfPopularity;
            var place = count;
            while (place > 0 && scores[ranked[place - 1]] < scores[code])
                place--;
            if (place == ranked.Length)
                continue;
            count = Math.Min(count + 1, ranked.Length);
            for (var i = count - 1; i > place; i--)
                ranked[i] = ranked[i - 1];
            ranked[place] = code;
        }

        return count;
    }

    private int WordsOfTheWeb(List<Term> asked)
    {
        var count = 0;
        foreach (var term in asked)
            count += _vocabulary.IsOfTheWeb(term.Key) ? 1 : 0;
        return count;
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
            else if (IsIdentifier(words[i]) && !Knows(words[i].ToLowerInvariant()))
                words[i] = WithItsParts(words[i]);
        }

        return string.Join(' ', words);
    }

    // PayloadTooLargeError, payload too large error: an identifier is a name, and says what it means, too.
    private static string WithItsParts(string word)
    {
        var parts = new StringBuilder(word);
        for (var i = 0; i < word.Length; i++)
        {
            if (i == 0 || (char.IsAsciiLetterUpper(word[i]) && char.IsAsciiLetterLower(word[i - 1])))
                parts.Append(' ');
            parts.Append(word[i]);
        }

        return parts.ToString();
    }

    private static bool IsIdentifier(string word)
    {
        var humps = 0;
        for (var i = 1; i < word.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(word[i]))
                return false;
            humps += char.IsAsciiLetterUpper(word[i]) && char.IsAsciiLetterLower(word[i - 1]) ? 1 : 0;
        }

        return humps > 0;
    }

    private bool Knows(string word) => EnglishStem.Of(word) is var stem && (_vocabulary.English(stem) is not null || _index.Find(stem) is not null);

    // The terms, with a word that nobody knows replaced by the known ones that are one typing error away.
    private List<Term> Known(List<Term> terms)
    {
        var known = new List<Term>(terms.Count);
        foreach (var term in terms)
        {
            if (term.IsConcept || _index.Find(term.Key) is not null)
                known.Add(term);
            else if (term.Key == term.Surface && Hangul.IsSyllable(term.Key[0]) && _vocabulary.KoreanNear(term.Key) is { } meant)
                known.Add(term with { Key = meant, Certainty = 0.8 });
            else if (!char.IsAsciiLetter(term.Key[0]) || term.Key.Length < 4)
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

    // The terms with what they count, each once.
    private WeighedTerms Weighed(List<Term> asked)
    {
        var weighed = new WeighedTerms(new List<WeighedTerm>(asked.Count));
        var seen = new HashSet<string>(asked.Count, StringComparer.Ordinal);
        var ofUnknown = _index.RarityOfUnknown * OfUnknownWord;
        foreach (var term in asked)
        {
            // A class is kept to, and no word of those that happen to mention it.
            if (!seen.Add(term.Key) || term.Key.StartsWith(ClassMark, StringComparison.Ordinal))
                continue;
            if (_index.Find(term.Key) is { } number)
            {
                var rarity = _index.Rarity(number);
                weighed.Terms.Add(new WeighedTerm(number, term.Surface, rarity * term.Certainty, rarity * rarity * term.Certainty));
                weighed.Shared += rarity * term.Certainty;
                weighed.Whole += rarity * term.Certainty;
                weighed.Norm += rarity * rarity * term.Certainty;
            }
            else
            {
                weighed.Whole += ofUnknown;
                weighed.Norm += ofUnknown * ofUnknown;
            }
        }

        return weighed;
    }

    private void AddWords(WeighedTerms known, Span<double> scores)
    {
        foreach (var term in known.Terms)
        {
            foreach (var (code, share) in _index.CodesOf(term.Number))
                scores[code] += term.Worth * share;
        }

        foreach (ref var score in scores)
            score *= OfWords / (known.Whole + ShortQuestion);
    }

    private void AddNearestLines(WeighedTerms known, Span<double> scores, Span<double> shared)
    {
        shared.Clear();
        foreach (var term in known.Terms)
        {
            foreach (var line in _index.LinesOf(term.Number))
                shared[line] += term.Square;
        }

        Span<double> nearest = stackalloc double[scores.Length];
        nearest.Clear();
        var length = Math.Sqrt(known.Norm);
        for (var at = 0; at < shared.Length; at++)
        {
            if (shared[at] <= 0)
                continue;
            ref readonly var line = ref _index.Lines[at];
            nearest[line.Code] = Math.Max(nearest[line.Code], shared[at] / (length * line.Norm) * line.Weight);
        }

        for (var code = 0; code < scores.Length; code++)
            scores[code] += OfNearestLine * nearest[code];
    }

    private SignsFound AddSigns(string asked, Span<double> scores)
    {
        var found = new SignsFound();
        foreach (var at in _signTexts.In(asked))
        {
            var (sign, code) = _signs[at];
            if (found.Of(code) is not { } other)
                scores[code] += OfSign;
            else if (other.Text.Length >= sign.Text.Length)
                continue;
            found.Add(code, sign);
        }

        return found;
    }

    // A number counts where the question is little else, or calls it a status.
    private void AddNumbers(string asked, List<Term> terms, Span<double> scores)
    {
        foreach (var term in terms)
        {
            if (term.Key.StartsWith("#code-", StringComparison.Ordinal) && int.TryParse(term.Key.AsSpan(6), out var spoken))
                Add(spoken, scores);
        }

        var words = asked.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            if (NumberIn(words[i]) is { } number && (words.Length <= 2 || (i > 0 && IsStatusWord(words[i - 1])) || (i + 1 < words.Length && IsStatusWord(words[i + 1]))))
                Add(number, scores);
        }

        void Add(int number, Span<double> scores)
        {
            for (var code = 0; code < scores.Length; code++)
            {
                if (_index.Codes[code].Code == number)
                    scores[code] += OfNumber;
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

    private void RuleOut(string ruledOut, List<Term> asked, double whole, Span<double> scores)
    {
        if (ruledOut.Length == 0)
            return;

        var seen = asked.Select(term => term.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var term in _reader.Read(ruledOut))
        {
            if (!seen.Add(term.Key) || _index.Find(term.Key) is not { } number)
                continue;
            foreach (var (code, share) in _index.CodesOf(number))
                scores[code] -= AgainstRuledOut * _index.Rarity(number) * share / (whole + ShortQuestion);
        }
    }

    private void KeepToClass(List<Term> asked, Span<double> scores)
    {
        var classes = 0; // as bits
        foreach (var term in asked)
        {
            if (term.Key.StartsWith(ClassMark, StringComparison.Ordinal))
                classes |= 1 << (term.Key[ClassMark.Length] - '0');
        }

        if (classes == 0)
            return;
        for (var code = 0; code < scores.Length; code++)
        {
            if ((classes & (1 << (int)_index.Codes[code].Class)) != 0)
                scores[code] += InsideClass;
            else
                scores[code] *= OutsideClass;
        }
    }

    // A vendor's own code is hardly meant where nothing in the question is the vendor's; the less, the fewer people meet it.
    private void HoldBackUnnamed(WeighedTerms known, SignsFound signs, Span<double> scores)
    {
        for (var code = 0; code < scores.Length; code++)
        {
            if (scores[code] > 0 && _index.IsOwned(code) && signs.Of(code) is null && !NamesOwner(known, code))
                scores[code] *= Math.Min(1, LeastOfUnnamed + (_index.Codes[code].Popularity * OfUnnamedMet));
        }
    }

    private bool NamesOwner(WeighedTerms known, int code)
    {
        foreach (var term in known.Terms)
        {
            if (_index.IsOwner(term.Number, code))
                return true;
        }

        return false;
    }

    // What a code and the question share, what counts most first.
    private IReadOnlyList<string> BestWords(WeighedTerms known, int code)
    {
        var words = new List<(string Surface, double Worth)>();
        foreach (var term in known.Terms)
        {
            if (_index.ShareOf(term.Number, code) is not (> 0 and var share))
                continue;
            var at = words.FindIndex(word => word.Surface == term.Surface);
            if (at < 0)
                words.Add((term.Surface, term.Worth * share));
            else
                words[at] = (term.Surface, words[at].Worth + (term.Worth * share));
        }

        var named = new List<string>(MostWords);
        foreach (var (surface, worth) in words.OrderByDescending(word => word.Worth))
        {
            if (named.Count == MostWords || worth < words.Max(word => word.Worth) * LeastWord)
                break;
            if (!named.Exists(other => other.Contains(surface, StringComparison.Ordinal)))
                named.Add(surface);
        }

        return named;
    }

    /// <summary>A term that some code has.</summary>
    /// <param name="Number">Its number in the index.</param>
    /// <param name="Surface">How it stands in the question.</param>
    /// <param name="Worth">How much it counts as a word.</param>
    /// <param name="Square">How much it counts in a line.</param>
    private readonly record struct WeighedTerm(int Number, string Surface, double Worth, double Square);

    /// <summary>The terms that some code has.</summary>
    private sealed record WeighedTerms(List<WeighedTerm> Terms)
    {
        /// <summary>How much they count together.</summary>
        public double Shared { get; set; }

        /// <summary>How much the question counts as a whole, with the words that nobody knows.</summary>
        public double Whole { get; set; }

        /// <summary>The square of how long it is, as a vector of its words' rarities.</summary>
        public double Norm { get; set; }
    }

    /// <summary>The signs that stand in a question, one for a code: the longest.</summary>
    private readonly struct SignsFound()
    {
        private readonly List<(int Code, Sign Sign)> _found = [];

        public Sign? Of(int code)
        {
            foreach (var (of, sign) in _found)
            {
                if (of == code)
                    return sign;
            }

            return null;
        }

        public void Add(int code, Sign sign)
        {
            _found.RemoveAll(found => found.Code == code);
            _found.Add((code, sign));
        }
    }
}
