namespace StatusBot.Catalog.Reading;

/// <summary>How people speak of a status in English.</summary>
internal static class Prose
{
    // Right before a number these make it a status.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Strong = WordSet.Of(
        """
        answer reply respond send error errors err returns return returned returning responds responded responding replies replied answers answered answering throws throw threw thrown throwing
        gives gave giving got gets getting get receives received receiving serves served serving sends sent sending show shows showed showing says said expected expecting actual
        response responses unexpected intermittent random occasional constant sporadic spurious bare plain generic
        """);

    // These do so where the text is about the web.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Weak = WordSet.Of(
        """
        the of with as to on for and or but if when not no by into from vs versus between either both instead just only see sees seeing saw like these those
        this any every another some same real actual hard soft also then still why what i.e e.g eg ie via use using used treat treats never always retry fake first second third last next another all sometimes often usually mostly occasionally
        """);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Articles = WordSet.Of("a an");

    // Behind it these do so as well.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> StrongBehind = WordSet.Of(
        "error errors response responses status code codes redirect redirects page pages http vs versus");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Behind = WordSet.Of(
        """
        from on when for with if is means mean meaning or and because after instead but not need needs without then while again since by as even though without via only so now here every
        comes came happens says would should could was isn was does doesn until before rather too be
        """);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Links = WordSet.Of("with a an the as to of code status http back was is us me you by");

    /// <summary>Whether a line is what somebody says, not what a program writes.</summary>
    public static bool IsProse(LineWords words)
    {
        var line = WithoutTime(words.Line.Trim());
        if (line.Length == 0 || line[0] is '{' or '[' or '#' or '<' && line.Length > 1 && line[1] is not ' ' || char.IsAsciiDigit(line[0]) && line.Length > 4 && line[1..5].ContainsAny(":-."))
            return false;
        if (line.StartsWith("at ") || line.StartsWith("File \"") || line.EndsWith("{") || line.EndsWith(";") || line.Contains("=\"", StringComparison.Ordinal))
            return false;

        var letters = 0;
        var signs = 0;
        foreach (var c in line)
        {
            letters += char.IsLetter(c) || c is ' ' ? 1 : 0;
            signs += c is '=' or '/' or ':' or '|' or '"' or '_' or ';' or '{' or '[' ? 1 : 0;
        }

        return words.Count >= 2 && letters > line.Length * 0.6 && signs * 8 < line.Length;
    }

    // "05:04 first customers see 503": the hour of a report, and not the time of a log, which has seconds.
    private static ReadOnlySpan<char> WithoutTime(ReadOnlySpan<char> line)
    {
        line = line.TrimStart("-*>• ");
        return line.Length > 6 && line[2] is ':' && line[5] is ' ' && char.IsAsciiDigit(line[0]) && char.IsAsciiDigit(line[4]) ? line[6..] : line;
    }

    // `503`, **404**: set apart from the words around it.
    private static bool IsMarked(ReadOnlySpan<char> before, ReadOnlySpan<char> behind) =>
        before.EndsWith("`") && behind.StartsWith("`") || before.EndsWith("**") && behind.StartsWith("**");

    /// <summary>Whether the words around a number say that it is a status.</summary>
    public static bool NamesIt(LineWords words, int at, int code, bool isProse, bool isAfterCode, TextContext context)
    {
        var before = words.GapBefore(at);
        var behind = words.GapAfter(at);
        if (IsMarked(before, behind) || code >= 400 && Surroundings.IsPlural(words, at))
            return true;
        if (!context.IsOfTheWeb || Surroundings.IsSaidToBeElse(words, at))
            return false;
        var isNext = before.Trim() is "" or "(" or "`" or "**" or "'" or "\"" or "->" or "→";
        if (isProse && (isNext || before.Trim() is ":" && words.Text(at - 1) is not "responses") && words.IsAny(at - 1, Strong))
            return true;
        if (isProse && code >= 200 && before is " " && words.IsAny(at - 1, Articles))
            return true;
        if (isProse && code >= 400 && before is " (" && behind.StartsWith(")"))
            return true;
        // "responded with a 503", "returns back 404"
        if (isProse && isNext && words.IsAny(at - 1, Links) && (words.IsAny(at - 2, Strong) || words.IsAny(at - 2, Links) && words.IsAny(at - 3, Strong)))
            return true;
        if (isProse && behind.Trim() is "" or "`" && words.IsAny(at + 1, StrongBehind))
            return true;
        if (!isProse)
            return false;
        var isEnd = behind.TrimStart("`'\")*").Trim() is "." or "," or "?" or "!" or ")" or ";" or ":" or "..." or "" && at + 1 == words.Count || behind.StartsWith(",") || behind.StartsWith(". ") || behind.StartsWith("?") || behind.StartsWith(")") || behind.StartsWith(" (") || behind.StartsWith(": ") || behind.StartsWith(" -");
        var isKnownBehind = isEnd || behind.Trim() is "" or "`" && (words.IsAny(at + 1, Behind) || words.Is(at + 1, WordKind.Other));
        if (isNext && code >= 200 && words.IsAny(at - 1, Weak))
            return isKnownBehind;
        if (isAfterCode && code >= 200 && before.Contains(',') && isKnownBehind && !isEnd)
            return true;
        // The first word of a line or sentence.
        return code >= 200 && (at == 0 || before.Contains('.') || before.Contains(';') || before.Contains('?') || before.Contains('→')) && isKnownBehind && !isEnd;
    }
}
