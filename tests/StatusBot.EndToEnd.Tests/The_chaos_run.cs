using StatusBot.Chaos;

namespace StatusBot.EndToEnd.Tests;

/// <summary>The short form of <c>tests/chaos</c>.</summary>
[Collection(Alone.Name)]
public sealed class The_chaos_run(ITestOutputHelper output)
{
    [Fact]
    public async Task Keeps_every_promise()
    {
        var report = await ChaosRun.RunAsync(ChaosOptions.InShort, TestContext.Current.CancellationToken);

        output.WriteLine(report.ToString());
        Assert.Empty(report.BrokenPromises);
    }
}
