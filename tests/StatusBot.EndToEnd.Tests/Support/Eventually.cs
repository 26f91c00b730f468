using System.Diagnostics;

namespace StatusBot.EndToEnd.Tests.Support;

/// <summary>Waits for what another process is about to do.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Waits until a condition holds.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="otherwise">What to say when it never does.</param>
    public static async Task HoldsAsync(Func<bool> condition, Func<string> otherwise)
    {
        for (var start = Stopwatch.StartNew(); !condition(); await Task.Delay(20, TestContext.Current.CancellationToken))
        {
            if (start.Elapsed > Limit)
                Assert.Fail(otherwise());
        }
    }
}
