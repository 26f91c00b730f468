using StatusBot.Catalog.Reading.Clues;

namespace StatusBot.Catalog.Reading;

/// <summary>Concludes from all clues together where it went wrong.</summary>
internal static class Diagnosis
{
    // What only passes on says less than what was there; the deeper of two hops has the cause.
    private static int WeightOf(FailurePoint where) => where switch
    {
        FailurePoint.Upstream => 1,
        FailurePoint.Gateway or FailurePoint.Client => 4,
        _ => 5,
    };

    /// <summary>The conclusion, or null where nothing tells.</summary>
    public static Verdict? Of(CaseNotes notes)
    {
        var outcomes = notes.Outcomes;
        var failed = outcomes.Any(IsFailure);
        if (outcomes.Count > 0 && !failed && !notes.Clues.Any(clue => clue.Where is FailurePoint.Client or FailurePoint.Connect && clue.Code is not null))
            return Passed(outcomes);
        if (outcomes.Count > 1 && IsNegotiation(outcomes))
            return new Verdict(FailurePoint.Challenge, null, "", outcomes.First(IsChallenge));

        var best = notes.Clues
            .GroupBy(clue => clue.Where)
            .OrderByDescending(group => WeightOf(group.Key) * 10 + Math.Min(group.Count(), 9))
            .FirstOrDefault();
        // A caller that hangs up on a slow server is what the slowness did.
        if (best is null)
            return null;
        var clue = best.FirstOrDefault(clue => clue.Code is not null) ?? best.First();
        return new Verdict(clue.Where, clue.Product, clue.Field, clue.Code);
    }

    private static Verdict? Passed(IReadOnlyList<int> outcomes) =>
        outcomes.Count > 1 && outcomes.Any(status => status is 307 or 308) && outcomes[^1] < 300
            ? new Verdict(FailurePoint.Challenge, null, "", outcomes.First(status => status is 307 or 308))
            : new Verdict(FailurePoint.Nothing, null, "", null);

    // 401, and then it went through: asked for credentials, gave them, was let in.
    private static bool IsNegotiation(IReadOnlyList<int> outcomes) =>
        outcomes[^1] < 300 && outcomes.Any(IsChallenge) && outcomes.All(status => !IsFailure(status) || IsChallenge(status));

    private static bool IsChallenge(int status) => status is 401 or 407 or 417;

    private static bool IsFailure(int status) => status >= 400;
}
