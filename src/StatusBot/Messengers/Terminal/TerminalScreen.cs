using Spectre.Console;
using Spectre.Console.Rendering;

namespace StatusBot.Messengers.Terminal;

/// <summary>A stream to draw on: a terminal, or a file or pipe that takes plain text.</summary>
internal sealed class TerminalScreen(TextWriter writer, int width, ColorSystemSupport colors)
{
    /// <summary>How many columns there are.</summary>
    public int Width { get; } = width;

    /// <summary>Whether there are styles and links; else there must be no escape code.</summary>
    public bool IsStyled { get; } = colors is not ColorSystemSupport.NoColors;

    /// <summary>Draws one below the other.</summary>
    public void Draw(IEnumerable<IRenderable> parts)
    {
        var drawn = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = IsStyled ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(drawn),
        });
        console.Profile.Width = Width;
        foreach (var part in parts)
            console.Write(part);

        // Columns are filled with blanks, which nobody wants in a file.
        foreach (var line in drawn.ToString().TrimEnd().ReplaceLineEndings("\n").Split('\n'))
            WriteLine(line.TrimEnd(' '));
    }

    /// <summary>Writes a line as it is.</summary>
    public void WriteLine(string line) => writer.WriteLine(line);
}
