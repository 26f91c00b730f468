namespace StatusBot.Catalog.Search;

/// <summary>How much the places count in which a code's words stand.</summary>
internal static class Weights
{
    public const double Name = 1.25;
    public const double Constant = 1;
    public const double Symptom = 0.66;
    public const double Sign = 1.7;
    public const double Shows = 0.83;
    public const double Cause = 1.37;
    public const double Summary = 0.86;
    public const double Behavior = 0.4;
    public const double Advice = 0.4;
    public const double Product = 0.2;
    public const double Header = 0.16;
    public const double Difference = 1.66;

    /// <summary>How much being near to a line of a kind counts.</summary>
    public static double Of(LineKind kind) => kind switch
    {
        LineKind.Symptom => 1,
        LineKind.Name => 0.8,
        _ => 0.46,
    };
}

/// <summary>The words of every code, and the lines in which they stand together.</summary>
internal sealed class SearchIndex
{
    // How fast a word that stands in many places stops to count more, and how much a code with many texts is held back (BM25).
    private const double Saturation = 2;
    private const double LengthShare = 0.36;

    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly List<double> _rarity = [];
    private readonly List<(int Code, float Share)[]> _codesOf = [];
    private readonly List<int[]> _linesOf = [];
    private readonly int[][] _ownersOf;

    public SearchIndex(IReadOnlyList<StatusCode> codes, IReadOnlyList<Comparison> comparisons, TermReader reader)
    {
        Codes = codes;
        RarityOfUnknown = Math.Log(1 + ((codes.Count + 0.5) / 0.5));
        var lines = new List<(int Code, LineKind Kind, int[] Terms)>();
        var counts = new Dictionary<int, double>[codes.Count];
        var lengths = new double[codes.Count];
        for (var code = 0; code < codes.Count; code++)
        {
            counts[code] = [];
            foreach (var (text, weight, kind) in TextsOf(codes[code], comparisons))
            {
                var terms = reader.Read(text).Select(term => Number(term.Key)).ToArray();
                foreach (var term in terms)
                    counts[code][term] = counts[code].GetValueOrDefault(term) + weight;
                lengths[code] += terms.Length * weight;
                if (kind is not LineKind.None)
                    lines.Add((code, kind, [.. terms.Distinct()]));
            }
        }

        var average = lengths.Average();
        var codesOf = Enumerable.Range(0, _terms.Count).Select(_ => new List<(int, float)>()).ToArray();
        for (var code = 0; code < codes.Count; code++)
        {
            var held = Saturation * (1 - LengthShare + (LengthShare * lengths[code] / average));
            foreach (var (term, count) in counts[code])
                codesOf[term].Add((code, (float)(count * (Saturation + 1) / (count + held))));
        }

        var linesOf = Enumerable.Range(0, _terms.Count).Select(_ => new List<int>()).ToArray();
        foreach (var found in codesOf)
        {
            _codesOf.Add([.. found]);
            _rarity.Add(Math.Log(1 + ((codes.Count - found.Count + 0.5) / (found.Count + 0.5))));
        }

        _ownersOf = [.. codes.Select(code => reader.Read(code.Main.Owner).Select(term => Find(term.Key)).OfType<int>().ToArray())];
        Lines = new Line[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            var (code, kind, terms) = lines[i];
            Lines[i] = new Line(code, Math.Sqrt(terms.Sum(term => _rarity[term] * _rarity[term])), Weights.Of(kind));
            foreach (var term in terms)
                linesOf[term].Add(i);
        }

        _linesOf.AddRange(linesOf.Select(found => found.ToArray()));
        Stems = [.. _terms.Keys.Where(key => char.IsAsciiLetter(key[0]) && key.Length > 3).Select(key => new Approximate(key, key))];
    }

    /// <summary>The codes that the numbers of the index stand for.</summary>
    public IReadOnlyList<StatusCode> Codes { get; }

    /// <summary>The lines.</summary>
    public Line[] Lines { get; }

    /// <summary>The English stems, for typing errors.</summary>
    public IReadOnlyList<Approximate> Stems { get; }

    /// <summary>How rare a word is that no code has.</summary>
    public double RarityOfUnknown { get; }

    /// <summary>A term's number, or null when no code has it.</summary>
    public int? Find(string key) => _terms.TryGetValue(key, out var number) ? number : null;

    /// <summary>How rare a term is among the codes.</summary>
    public double Rarity(int term) => _rarity[term];

    /// <summary>The codes that have a term, and how much it counts for each.</summary>
    public ReadOnlySpan<(int Code, float Share)> CodesOf(int term) => _codesOf[term];

    /// <summary>Whether a code's main meaning is a vendor's own.</summary>
    public bool IsOwned(int code) => Codes[code].Main.State is RegistrationState.Vendor or RegistrationState.Convention;

    /// <summary>Whether a term names the owner of a code's main meaning.</summary>
    public bool IsOwner(int term, int code) => _ownersOf[code].Contains(term);

    /// <summary>How much a term counts for a code; 0 where the code has it not.</summary>
    public float ShareOf(int term, int code)
    {
        foreach (var (of, share) in _codesOf[term])
        {
            if (of == code)
                return share;
        }

        return 0;
    }

    /// <summary>The lines that have a term.</summary>
    public ReadOnlySpan<int> LinesOf(int term) => _linesOf[term];

    private int Number(string key)
    {
        if (!_terms.TryGetValue(key, out var number))
            _terms[key] = number = _terms.Count;
        return number;
    }

    private static IEnumerable<(string Text, double Weight, LineKind Kind)> TextsOf(StatusCode code, IReadOnlyList<Comparison> comparisons)
    {
        foreach (var meaning in code.Meanings)
        {
            foreach (var name in (IEnumerable<string>)[meaning.Phrase.En, meaning.Phrase.Ko, .. meaning.Aliases.En, .. meaning.Aliases.Ko, .. meaning.FormerPhrases.Select(former => former.Phrase)])
                yield return (name, Weights.Name, LineKind.Name);
            foreach (var text in Both(meaning.Summary, Weights.Summary, LineKind.Other).Concat(meaning.Causes.SelectMany(cause => Both(cause, Weights.Cause, LineKind.Other))))
                yield return text;
            if (meaning.Behavior is { } behavior)
            {
                foreach (var text in Both(behavior, Weights.Behavior, LineKind.None))
                    yield return text;
            }

            if (meaning.Advice is { } advice)
            {
                foreach (var text in Both(advice.Caller, Weights.Advice, LineKind.None).Concat(Both(advice.Server, Weights.Advice, LineKind.None)))
                    yield return text;
            }

            foreach (var header in meaning.Headers)
            {
                yield return (header.Name, Weights.Header, LineKind.None);
                foreach (var text in Both(header, Weights.Behavior, LineKind.None))
                    yield return text;
            }
        }

        foreach (var symptom in code.Symptoms.En.Concat(code.Symptoms.Ko))
            yield return (symptom, Weights.Symptom, LineKind.Symptom);
        foreach (var sign in code.Signs)
        {
            yield return ($"{sign.Product} {sign.Text}", Weights.Sign, LineKind.Other);
            foreach (var text in Both(sign.Shows, Weights.Shows, LineKind.Other))
                yield return text;
        }

        foreach (var product in code.Products)
        {
            foreach (var text in Both(product, Weights.Product, LineKind.Other).Concat(Both(product.Look, Weights.Product, LineKind.None)))
                yield return ($"{product.Product} {text.Text}", text.Weight, text.Kind);
        }

        foreach (var constant in code.Names?.All ?? [])
            yield return (Apart(constant), Weights.Constant, LineKind.None);
        foreach (var comparison in comparisons)
        {
            for (var i = 0; i < comparison.Codes.Count; i++)
            {
                if (comparison.Codes[i] != code.Code || i >= comparison.Differences.Count)
                    continue;
                foreach (var text in Both(comparison.Differences[i], Weights.Difference, LineKind.None))
                    yield return text;
            }
        }
    }

    private static IEnumerable<(string Text, double Weight, LineKind Kind)> Both(LocalizedText text, double weight, LineKind kind) =>
        [(text.En, weight, kind), (text.Ko, weight, kind)];

    // MaxUploadSizeExceeded: max upload size exceeded.
    private static string Apart(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) && !char.IsUpper(name[i - 1]) ? $" {c}" : $"{c}"));
}

/// <summary>What a line is.</summary>
internal enum LineKind
{
    /// <summary>No line by itself: its words count, their company does not.</summary>
    None,

    /// <summary>A name.</summary>
    Name,

    /// <summary>What people say.</summary>
    Symptom,

    /// <summary>A cause, a sign, a summary.</summary>
    Other,
}

/// <summary>Words that stand together.</summary>
/// <param name="Code">The code that they are about.</param>
/// <param name="Norm">How long the line is, as a vector of its words' rarities.</param>
/// <param name="Weight">How much being near to it counts.</param>
internal readonly record struct Line(int Code, double Norm, double Weight);
