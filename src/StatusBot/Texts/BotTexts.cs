using StatusBot.Catalog;
using StatusBot.Catalog.Reading;

namespace StatusBot.Texts;

/// <summary>
/// What the bot itself says, apart from the knowledge. A language is a class that overrides all of it, so that the compiler
/// finds a text that is missing.
/// </summary>
internal abstract class BotTexts
{
    /// <summary>The texts of a language.</summary>
    public static BotTexts In(Language language) => language is Language.Korean ? KoreanTexts.Instance : EnglishTexts.Instance;

    // The fields of a status card
    public abstract string Cause { get; }

    public abstract string Behavior { get; }

    public abstract string WhatToDo { get; }

    public abstract string WhoCanFixIt { get; }

    public abstract string Retry { get; }

    public abstract string Related { get; }

    public abstract string OtherMeanings { get; }

    public abstract string AlsoUsedBy(IEnumerable<string> owners);

    public abstract string AsCaller { get; }

    public abstract string AsServer { get; }

    public abstract string Cache(string text);

    public abstract string FormerNames(IEnumerable<string> names);

    public abstract string Checked(IEnumerable<Citation> sources, DateOnly day);

    /// <summary>Number and name as a title has them.</summary>
    public abstract string Title(StatusCode code);

    /// <summary>Number and name, for lists and choices: everything that a person might look for.</summary>
    public abstract string Name(StatusCode code);

    /// <summary>Number and name, as short as can be: for buttons and where codes stand in a line.</summary>
    public abstract string ShortName(StatusCode code);

    public abstract string ClassName(StatusClass value);

    public abstract string ClassMeaning(StatusClass value);

    public abstract string Party(Party party);

    /// <summary>What is special about a meaning's registration; empty where it is plainly registered.</summary>
    public abstract string State(Meaning meaning);

    /// <summary>One line that draws where on the way a code arises.</summary>
    public abstract string Way(Hop hop);

    // Its views
    public abstract string Example { get; }

    public abstract string Request { get; }

    public abstract string Response { get; }

    public abstract string InCode { get; }

    public abstract string ByProduct { get; }

    public abstract string LookFirst { get; }

    public abstract string Headers { get; }

    public abstract string ServerSide { get; }

    public abstract string ClientSide { get; }

    // Buttons
    public abstract string BackToCard { get; }

    public abstract string Delete { get; }

    public abstract string OtherLanguage { get; }

    public abstract string Previous { get; }

    public abstract string Next { get; }

    public abstract string OpenCard { get; }

    // Comparisons
    public abstract string LookAt { get; }

    public abstract string TypicalMistake { get; }

    public abstract string BuiltFromData { get; }

    public abstract string WhatDiffers(IEnumerable<string> aspects);

    public abstract string NothingDiffers { get; }

    public abstract string Class { get; }

    public abstract string Caching { get; }

    public abstract string DefinedIn { get; }

    public abstract string Unregistered { get; }

    public abstract string NobodyNeedsTo { get; }

    public abstract string Verdict(RetryVerdict verdict);

    /// <summary>Verdicts for idempotent and for other methods, where they differ.</summary>
    public abstract string Verdicts(RetryVerdict idempotent, RetryVerdict nonIdempotent);

    public abstract string ByDefault(bool cacheable);

    // Numbers that nobody registered
    public abstract string UnregisteredTitle(int number);

    public abstract string UnregisteredMeaning(int number);

    public abstract string WhatItsClassMeans { get; }

    public abstract string NearestKnown { get; }

    // Lists
    public abstract string ListTitle(StatusClass value);

    public abstract string Page(int page, int of, int codes);

    // What fits a symptom
    public abstract string FoundTitle(int codes);

    /// <summary>Which words of the question led to a code.</summary>
    public abstract string MatchedWords(IEnumerable<string> words);

    public abstract string FoundByWords { get; }

    // About
    public abstract string AboutTitle(string version);

    public abstract string AboutSummary { get; }

    public abstract string Knowledge { get; }

    public abstract string KnowledgeFigures(int codes, int comparisons, int names);

    public abstract string Sources { get; }

    public abstract string SourcesChecked(int documents, DateOnly first, DateOnly last);

    public abstract string Languages { get; }

    public abstract string LanguagesText { get; }

    public abstract string Help { get; }

    public abstract string HelpText { get; }

    // In a terminal
    public abstract string NextCommands { get; }

    public abstract string CommandUsage { get; }

    public abstract string CommandsHeading { get; }

    public abstract string OptionsHeading { get; }

    public abstract string ViewOption { get; }

    public abstract string PageOption { get; }

    public abstract string LanguageOption { get; }

    public abstract string JsonOption { get; }

    /// <summary>What <c>--jsonl</c> does.</summary>
    public abstract string JsonLinesOption { get; }

    public abstract string HelpOption { get; }

    /// <summary>What else the program can be asked for; several lines.</summary>
    public abstract string WithoutCommand { get; }

    public abstract string NoSuchVerb { get; }

    public abstract string WrongUsage { get; }

    public abstract string NoSuchView { get; }

    // Notices, always private
    public abstract string NotAStatusCode { get; }

    public abstract string TypeACode { get; }

    public abstract string DidYouMean { get; }

    public abstract string Closest(IEnumerable<string> names);

    public abstract string ChooseAClass { get; }

    public abstract string TypeCodesToCompare { get; }

    public abstract string OneMoreCode { get; }

    public abstract string SameCodeTwice { get; }

    public abstract string TooManyCodes { get; }

    public abstract string OneIsNoCode { get; }

    public abstract string TypeASymptom { get; }

    public abstract string NothingFits { get; }

    /// <summary>It is a matter of another field.</summary>
    /// <param name="topic">What to call that field in the middle of a sentence.</param>
    public abstract string SeemsElsewhere(string topic);

    public abstract string UnknownButton { get; }

    public abstract string UnknownCommand { get; }

    public abstract string OnlyTheAskerDeletes { get; }

    public abstract string SomethingFailed(string id);

    // What was read out of a text
    /// <summary>What happened and where.</summary>
    /// <param name="where">Where.</param>
    /// <param name="product">The product that stands there; null where it is not known.</param>
    public abstract string WentWrong(FailurePoint where, string? product);

    /// <summary>By what in the text one sees it.</summary>
    public abstract string ReadFrom(string field, string? product);

    public abstract string OnlyNamed { get; }

    public abstract string FromTheText { get; }

    public abstract string InGeneral { get; }

    public abstract string NextStep { get; }

    public abstract string NothingToDo { get; }

    public abstract string MoreCodes(int count);

    public abstract string CheckFirst { get; }

    /// <summary>The one thing to check where something went wrong.</summary>
    public abstract string Check(FailurePoint where, string? product);

    public abstract string CheckWhoAnswered { get; }

    public abstract string NoCodeInText { get; }

    public abstract string FileIsNoText { get; }

    public abstract string FileIsOneTooMany { get; }

    public abstract string FileIsTooLarge { get; }

    public abstract string FileIsElsewhere { get; }

    public abstract string FileTookTooLong { get; }

    public abstract string FileDidNotArrive { get; }
}
