namespace StatusBot.Catalog.Reading.Formats;

/// <summary>Standard logs of Amazon CloudFront without their <c>#Fields</c>: separated by tabs, the status in the ninth field.</summary>
internal sealed class CloudFrontLines : ILineReader
{
    private const int Status = 8;

    /// <inheritdoc/>
    public bool Read(ReadOnlySpan<char> line, Findings found)
    {
        if (line.Length < 30 || line[4] is not '-' || line[10] is not '\t' || line[13] is not ':')
            return false;
        var fields = Columns.At('\t', line);
        if (fields.Count < 14 || !fields[7].StartsWith("/"))
            return false;
        found.AddField(fields[Status]);
        return true;
    }
}
