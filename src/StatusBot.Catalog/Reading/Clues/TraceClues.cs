using System.Globalization;

namespace StatusBot.Catalog.Reading.Clues;

/// <summary>The answers in a client's trace (<c>curl -v</c>: <c>&lt; HTTP/1.1 401</c>), which tell whether it went through in the end.</summary>
internal sealed class TraceClues : IClueReader
{
    /// <inheritdoc/>
    public void Read(ReadOnlySpan<char> line, CaseNotes notes)
    {
        if (!line.StartsWith("< HTTP/"))
            return;
        var space = line[7..].IndexOf(' ');
        var rest = space < 0 ? [] : line[(7 + space + 1)..];
        if (rest.Length >= 3 && int.TryParse(rest[..3], NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status >= 200)
            notes.End(status);
    }
}
