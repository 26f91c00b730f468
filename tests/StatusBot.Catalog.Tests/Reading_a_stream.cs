using System.Text.Json;
using FsCheck;
using FsCheck.Xunit;
using StatusBot.Tests.Shared;

namespace StatusBot.Catalog.Tests;

/// <summary>A text that comes as it is read is read as it would be in one piece, however long it is.</summary>
public sealed class Reading_a_stream
{
    private static readonly string[] Texts =
        [.. File.ReadLines(Path.Combine(SourceTree.Root, "tests", "evals", "explain-own.jsonl")).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!)];

    [Fact]
    public async Task Finds_what_is_found_in_one_piece()
    {
        foreach (var text in Texts)
        {
            var (whole, streamed) = (TheCatalog.Instance.Read(text), await TheCatalog.Instance.ReadAsync(new StringReader(text), TestContext.Current.CancellationToken));
            Assert.Equal(whole.Counts, streamed.Counts);
            Assert.Equal(whole.Verdict, streamed.Verdict);
        }
    }

    [Theory]
    [InlineData(64 * 1024 - 1)]
    [InlineData(64 * 1024)]
    [InlineData(64 * 1024 + 1)]
    [InlineData(200_000)]
    public async Task Loses_no_line_where_one_block_ends_and_the_next_begins(int before)
    {
        var line = "\"GET / HTTP/1.1\" 503 512\n";
        var text = new string('x', before - 10) + "\n" + string.Concat(Enumerable.Repeat(line, 10_000));

        var read = await TheCatalog.Instance.ReadAsync(new StringReader(text), TestContext.Current.CancellationToken);

        Assert.Equal(10_000, Assert.Single(read.Counts).Times);
    }

    [Property(MaxTest = 300)]
    public void Stands_any_text(string? text)
    {
        var evidence = TheCatalog.Instance.Read(text ?? "");
        Assert.All(evidence.Counts, count => Assert.InRange(count.Code, 100, 999));
    }
}
