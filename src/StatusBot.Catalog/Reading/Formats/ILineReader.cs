namespace StatusBot.Catalog.Reading.Formats;

/// <summary>
/// Reads the lines of one format, in which a status stands at a place of its own. One is made for each text, so that it can remember
/// what an earlier line said about the later ones.
/// </summary>
internal interface ILineReader
{
    /// <summary>Reads a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="found">Takes what is found in it.</param>
    /// <returns>Whether it is of this format; then nobody else reads it.</returns>
    bool Read(ReadOnlySpan<char> line, Findings found);
}
