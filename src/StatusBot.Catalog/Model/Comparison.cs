using System.Text;

namespace StatusBot.Catalog;

/// <summary>A curated comparison of codes that get confused; one file of <c>Data/comparisons</c>.</summary>
public sealed record Comparison
{
    /// <summary>The codes, ascending; two to five.</summary>
    public required IReadOnlyList<int> Codes { get; init; }

    /// <summary>Where the differences are defined.</summary>
    public required IReadOnlyList<Citation> Sources { get; init; }

    /// <summary>The day on which the texts were last held against their sources.</summary>
    public required DateOnly Checked { get; init; }

    /// <summary>The question that decides between the codes.</summary>
    public required LocalizedText Question { get; init; }

    /// <summary>One line for each code, in the order of <see cref="Codes"/>.</summary>
    public required IReadOnlyList<Difference> Differences { get; init; }

    /// <summary>The one thing to look at that settles it.</summary>
    public required LocalizedText Observe { get; init; }

    /// <summary>The command that shows it, line by line.</summary>
    public required IReadOnlyList<string> Curl { get; init; }

    /// <summary>The mistake that people typically make.</summary>
    public required LocalizedText Mistake { get; init; }

    /// <summary>The codes as a key: <c>401-403</c>, which is also the name of its file.</summary>
    public string Key => KeyOf(Codes);

    /// <summary>The key of any set of codes, whatever their order.</summary>
    public static string KeyOf(IEnumerable<int> codes)
    {
        var ascending = new List<int>(codes);
        ascending.Sort();
        var key = new StringBuilder();
        for (var i = 0; i < ascending.Count; i++)
        {
            if (i == 0)
                key.Append(ascending[i]);
            else if (ascending[i] != ascending[i - 1])
                key.Append('-').Append(ascending[i]);
        }

        return key.ToString();
    }
}

/// <summary>What a code says in a comparison.</summary>
public sealed record Difference : LocalizedText
{
    /// <summary>The code.</summary>
    public required int Code { get; init; }
}
