using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using StatusBot.Catalog;
using StatusBot.Catalog.Search;

namespace StatusBot.Messengers.Terminal;

/// <summary>
/// The filters for scripts: a line of JSON in, a line of JSON out, in order, and nothing else on standard output. What a filter says is
/// what the card of the same text says.
/// </summary>
internal sealed class JsonLines(IStatusCatalog catalog)
{
    /// <summary>Answers <c>{"id","query","lang"}</c> with <c>{"id","codes":[504,502]}</c>, the best first; an empty list says that nothing fits.</summary>
    public Task FindAsync(FilterStreams streams, CancellationToken cancellationToken) =>
        RunAsync(
            streams,
            question => JsonSerializer.Serialize(
                new FoundLine(question.Id, question.Query is { } query && catalog.Search(query) is SearchResult.Hits hits ? [.. hits.Codes.Select(hit => hit.Code.Code)] : []),
                JsonLinesJson.Plain.FoundLine),
            cancellationToken);

    /// <summary>Answers <c>{"id","text"}</c> with <c>{"id","codes":{"502":3}}</c>: which codes the text has, and how often.</summary>
    public Task ExplainAsync(FilterStreams streams, CancellationToken cancellationToken) =>
        RunAsync(
            streams,
            question => JsonSerializer.Serialize(
                new CountedLine(
                    question.Id,
                    (question.Text is { } text ? catalog.Read(text).Counts : []).ToDictionary(count => count.Code.ToString(CultureInfo.InvariantCulture), count => count.Times)),
                JsonLinesJson.Plain.CountedLine),
            cancellationToken);

    private static async Task RunAsync(FilterStreams streams, Func<QuestionLine, string> answer, CancellationToken cancellationToken)
    {
        var (input, output, mistakes) = streams;
        for (var number = 1; await input.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (line.Trim().Length > 0)
                await output.WriteLineAsync(answer(await ReadAsync(line, number, mistakes)).AsMemory(), cancellationToken);
        }

        await output.FlushAsync(cancellationToken);
    }

    // A line that is no question has an answer all the same, so that the lines stay side by side.
    private static async Task<QuestionLine> ReadAsync(string line, int number, TextWriter mistakes)
    {
        try
        {
            return JsonSerializer.Deserialize(line, JsonLinesJson.Plain.QuestionLine) ?? new QuestionLine();
        }
        catch (JsonException wrong)
        {
            await mistakes.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"line {number} is not read: it is no JSON object with \"id\" and \"text\" or \"query\" (byte {wrong.BytePositionInLine})"));
            return new QuestionLine();
        }
    }
}

/// <summary>The streams of a filter.</summary>
/// <param name="Input">Questions come in here.</param>
/// <param name="Output">Answers go out here, and nothing else.</param>
/// <param name="Mistakes">What is wrong with a question is said here.</param>
internal sealed record FilterStreams(TextReader Input, TextWriter Output, TextWriter Mistakes);

/// <summary>A line that comes in.</summary>
internal sealed record QuestionLine
{
    public string Id { get; init; } = "";

    public string? Text { get; init; }

    public string? Query { get; init; }
}

/// <summary>A line that goes out of <c>find</c>.</summary>
internal sealed record FoundLine(string Id, IReadOnlyList<int> Codes);

/// <summary>A line that goes out of <c>explain</c>.</summary>
internal sealed record CountedLine(string Id, IReadOnlyDictionary<string, int> Codes);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(QuestionLine))]
[JsonSerializable(typeof(FoundLine))]
[JsonSerializable(typeof(CountedLine))]
internal sealed partial class JsonLinesJson : JsonSerializerContext
{
    public static JsonLinesJson Plain { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
