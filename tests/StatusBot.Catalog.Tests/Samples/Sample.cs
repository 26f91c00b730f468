using System.Globalization;

namespace StatusBot.Catalog.Tests.Samples;

/// <summary>One side of a code in one language, as the card shows it.</summary>
internal sealed record Sample(string Owner, bool Answers, IReadOnlyList<string> Lines)
{
    public string Code { get; } = string.Join('\n', Lines);

    public static IReadOnlyList<Sample> Of(string language) =>
    [
        .. TheCatalog.Data.Codes.SelectMany(file => file.Value.Meanings
            .Where(meaning => meaning.InCode is not null)
            .SelectMany(meaning =>
            {
                var owner = string.Create(CultureInfo.InvariantCulture, $"{file.Value.Code} {meaning.Owner}");
                var sides = In(meaning.InCode!, language);
                return new Sample[] { new(owner, true, sides.Answer), new(owner, false, sides.Handle) };
            })),
    ];

    private static CodeSample In(CodeSamples samples, string language) => language switch
    {
        "csharp" => samples.Csharp,
        "javascript" => samples.Javascript,
        "python" => samples.Python,
        "java" => samples.Java,
        _ => samples.Go,
    };
}

/// <summary>What a compiler has against a line of a sample, counted from one.</summary>
internal sealed record Objection(Sample Sample, int Line, string Message)
{
    public string Where => string.Create(CultureInfo.InvariantCulture, $"{Sample.Owner}, {(Sample.Answers ? "answer" : "handle")}, line {Line}");

    public override string ToString() => $"{Where}: {Message} in: {Sample.Lines.ElementAtOrDefault(Line - 1)}";
}

/// <summary>One language's compiler or parser. It gets all samples at once, because starting it is what costs.</summary>
internal interface ISampleChecker
{
    /// <summary>What has to be installed first, or null.</summary>
    string? Missing { get; }

    Task<IReadOnlyList<Objection>> CheckAsync(IReadOnlyList<Sample> samples, CancellationToken cancellation);
}
