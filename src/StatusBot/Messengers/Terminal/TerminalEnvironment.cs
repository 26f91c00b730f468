using System.Globalization;
using Spectre.Console;
using StatusBot.Catalog;

namespace StatusBot.Messengers.Terminal;

/// <summary>What the environment says of whoever types and of the terminal.</summary>
/// <param name="variable">The value of a variable, or null.</param>
internal sealed class TerminalEnvironment(Func<string, string?> variable)
{
    private const int UsualWidth = 80;
    private const int LeastWidth = 20;

    // The first that says anything decides (POSIX.1-2024, Base Definitions, 8.2).
    private static readonly string[] LocaleVariables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>Korean where the locale is Korean, else English.</summary>
    public Language Language => LocaleVariables.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) is ['k' or 'K', 'o' or 'O', .. var rest]
        && (rest.Length == 0 || !char.IsAsciiLetter(rest[0]))
            ? Language.Korean
            : Language.English;

    /// <summary>A stream to draw on.</summary>
    /// <param name="writer">The stream.</param>
    /// <param name="isRedirected">Whether it leads to a file or another program.</param>
    /// <param name="windowWidth">How wide the terminal is, where it is one.</param>
    public TerminalScreen Screen(TextWriter writer, bool isRedirected, Func<int> windowWidth) =>
        new(writer, Width(isRedirected, windowWidth), IsPlain(isRedirected) ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect);

    // https://no-color.org: any value but an empty one.
    private bool IsPlain(bool isRedirected) =>
        isRedirected || !string.IsNullOrEmpty(variable("NO_COLOR")) || variable("TERM") == "dumb";

    private int Width(bool isRedirected, Func<int> windowWidth)
    {
        if (int.TryParse(variable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns > 0)
            return Math.Max(LeastWidth, columns);
        var own = isRedirected ? 0 : windowWidth();
        return own > 0 ? Math.Max(LeastWidth, own) : UsualWidth;
    }
}
