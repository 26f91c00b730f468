using Microsoft.Playwright;

namespace StatusBot.EndToEnd.Tests.Support;

/// <summary>One bot and one Chromium for all page tests; each test has a page of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private const string PathVariable = "CHROMIUM";

    // Chromium must not call home: these tests run where there is no network but the loopback.
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private RunningBot? _bot;

    /// <summary>Where the page is.</summary>
    public Uri Address => _bot!.Address;

    public async ValueTask InitializeAsync()
    {
        _bot = await RunningBot.StartAsync();
        var chromium = Environment.GetEnvironmentVariable(PathVariable) ?? "/usr/bin/chromium";
        if (!File.Exists(chromium))
            return;

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = Quiet });
    }

    /// <summary>Opens the page; the test is skipped where there is no Chromium.</summary>
    public async Task<LocalPage> OpenAsync(string locale = "en-US", int width = 1000, int height = 900, ColorScheme scheme = ColorScheme.Light)
    {
        Assert.SkipWhen(_browser is null, $"There is no Chromium; tests/run installs it, {PathVariable} names another.");
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(),
            Locale = locale,
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
        context.SetDefaultTimeout(10_000);
        return await LocalPage.OpenAsync(context);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_bot is not null)
            await _bot.DisposeAsync();
    }
}
