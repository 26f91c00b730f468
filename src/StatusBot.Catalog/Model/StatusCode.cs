using System.Globalization;

namespace StatusBot.Catalog;

/// <summary>A status code and all that we know of it; one file of <c>Data/codes</c>.</summary>
public sealed record StatusCode
{
    /// <summary>The number: 0 (no response arrived), or 100 to 999.</summary>
    public required int Code { get; init; }

    /// <summary>How often developers look it up, 0 to 100: our own estimate, used only to order lists.</summary>
    public required int Popularity { get; init; }

    /// <summary>What it means, by owner, the likeliest first; at least one.</summary>
    public required IReadOnlyList<Meaning> Meanings { get; init; }

    /// <summary>What it typically means when a certain product says it, those that people meet most first.</summary>
    public IReadOnlyList<ProductView> Products { get => field ?? []; init; }

    /// <summary>What people say who do not know the number; each language is written for itself.</summary>
    public LocalizedNames Symptoms { get => field ?? LocalizedNames.None; init; }

    /// <summary>Pieces of text that prove the code or its cause where they occur.</summary>
    public IReadOnlyList<Sign> Signs { get => field ?? []; init; }

    /// <summary>The names that code gives it: constants and exceptions, by ecosystem.</summary>
    public CodeNames? Names { get; init; }

    /// <summary>Codes that come next to it or get confused with it, the closest first.</summary>
    public IReadOnlyList<int> Related { get => field ?? []; init; }

    /// <summary>The class that the number belongs to.</summary>
    public StatusClass Class => StatusClasses.Of(Code);

    /// <summary>The meaning that is meant where nothing else is said.</summary>
    public Meaning Main => Meanings[0];

    /// <summary>The number as people write it: three digits, and <c>0</c> for no response.</summary>
    public string Number => Code.ToString(CultureInfo.InvariantCulture);

    /// <summary>Number and English phrase: <c>403 Forbidden</c>.</summary>
    public string Title => $"{Number} {Main.Phrase.En}";
}

/// <summary>What a code typically means when a certain product says it.</summary>
public sealed record ProductView : LocalizedText
{
    /// <summary>The product: <c>nginx</c>, <c>AWS ALB</c>.</summary>
    public required string Product { get; init; }

    /// <summary>The one log, metric or setting to look at first.</summary>
    public required LocalizedText Look { get; init; }

    /// <summary>The document that says so.</summary>
    public required Citation Source { get; init; }
}
