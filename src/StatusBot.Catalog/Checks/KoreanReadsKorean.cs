using System.Text.RegularExpressions;
using StatusBot.Catalog.Loading;
using StatusBot.Catalog.Text;

namespace StatusBot.Catalog.Checks;

/// <summary>The Korean texts keep docs/korean-style.md as far as a machine can see it: no translated habits, right particles, right endings.</summary>
internal sealed partial class KoreanReadsKorean : ICatalogCheck
{
    // After a vowel, after a consonant. What ㄹ takes is the latter, except for 로.
    private static readonly (string Vowel, string Consonant)[] Particles =
    [
        ("는", "은"), ("가", "이"), ("를", "을"), ("와", "과"), ("로", "으로"),
    ];

    // These lose their 이 after a vowel, but need not; after a consonant they need it.
    private static readonly string[] Shortened = ["면", "라면", "나", "며", "고", "라", "라서", "라는", "라도", "란"];

    public IEnumerable<Finding> Check(CatalogData data) =>
        Worded.In(data).SelectMany(worded => Problems(worded.Text.Ko, worded.Wording).Select(problem => new Finding(worded.File, $"{worded.Field}.ko", problem)));

    /// <summary>What is wrong with a text wherever it stands: habits and particles, as its ending depends on the place.</summary>
    public static IEnumerable<string> Problems(string text) => [.. Habits(Prose(text)), .. WrongParticles(text)];

    private static IEnumerable<string> Problems(string text, Wording wording) =>
        [.. Problems(text), .. Ending(Prose(text), wording)];

    private static IEnumerable<string> Habits(string prose) =>
        KoreanToAvoid.All.SelectMany(habit => habit.Found.Matches(prose)
            .Select(match => $"\"{match.Value}\" {habit.Why}; write not \"{habit.Wrong}\" but \"{habit.Right}\""));

    // The word may stand in backticks; its particle does not.
    private static IEnumerable<string> WrongParticles(string text)
    {
        foreach (Match match in WordWithParticle().Matches(text))
        {
            var (word, particle) = (match.Groups["word"].Value, match.Groups["particle"].Value);
            if (KoreanReading.FinalOf(word) is { } final && Correct(particle, final) is var correct && correct != particle)
                yield return $"\"{match.Value}\" has a particle that does not follow how {word} is read; write \"{match.Value[..^match.Groups["tail"].Length][..^particle.Length]}{correct}{match.Groups["tail"].Value}\"";
        }
    }

    private static string Correct(string particle, FinalSound final)
    {
        if (Shortened.Contains(particle))
            return final is FinalSound.Vowel ? particle : $"이{particle}";
        var (vowel, consonant) = Particles.First(pair => pair.Vowel == particle || pair.Consonant == particle);
        return final is FinalSound.Vowel || (final is FinalSound.Rieul && vowel == "로") ? vowel : consonant;
    }

    private static IEnumerable<string> Ending(string prose, Wording wording) => wording switch
    {
        Wording.Sentence when !Sentence().IsMatch(prose) => ["does not end as a sentence; end it with -니다., -세요. or a question"],
        Wording.Question when !Question().IsMatch(prose) => ["does not end as a question; end it with -나요?, -가요? or -까요?"],
        Wording.Fragment or Wording.Name when SentenceWithin().IsMatch(prose) => ["is a sentence where a fragment belongs; end it with a noun or -음, without a full stop"],
        _ => [],
    };

    // What stands in backticks or quotes is quoted as it is, whatever it looks like.
    private static string Prose(string text) => Quoted().Replace(text, "`…`");

    [GeneratedRegex("`[^`]*`|\"[^\"]*\"", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex("`?(?<word>[A-Za-z0-9][A-Za-z0-9._/:-]*(?<=[A-Za-z0-9]))`?(?<particle>은|는|이|가|을|를|과|와|으로|로|면|라면|나|며|고|라|라서|라는|라도|란)(?<tail>(?:(?<=[과와로])(?:는|도|만|의|서|써|부터))?)(?![가-힣])", RegexOptions.CultureInvariant)]
    private static partial Regex WordWithParticle();

    [GeneratedRegex("(?:니다|세요)(?: ?\\([^()]*(?:\\([^()]*\\)[^()]*)*\\))?\\.$|[요까]\\?$", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();

    [GeneratedRegex("[요까]\\?$", RegexOptions.CultureInvariant)]
    private static partial Regex Question();

    [GeneratedRegex("니다(?![가-힣])|세요(?![가-힣])[^가-힣]|\\.$", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceWithin();
}
