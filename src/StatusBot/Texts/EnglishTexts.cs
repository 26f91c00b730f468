using StatusBot.Catalog;
using StatusBot.Catalog.Reading;

namespace StatusBot.Texts;

/// <summary>English.</summary>
internal sealed class EnglishTexts : BotTexts
{
    public static EnglishTexts Instance { get; } = new();

    public override string Cause => "Cause";

    public override string Behavior => "Behavior";

    public override string WhatToDo => "What to do";

    public override string WhoCanFixIt => "Who can fix it";

    public override string Retry => "Retry";

    public override string Related => "Related";

    public override string OtherMeanings => "Other meanings";

    public override string AlsoUsedBy(IEnumerable<string> owners) => $"Also used by {string.Join(", ", owners)}";

    public override string AsCaller => "Caller";

    public override string AsServer => "Server";

    public override string Cache(string text) => $"Cache: {text}";

    public override string FormerNames(IEnumerable<string> names) => $"Formerly {string.Join(", ", names)}";

    public override string Checked(IEnumerable<Citation> sources, DateOnly day) =>
        $"{string.Join(", ", sources)} · checked {day:yyyy-MM-dd}";

    public override string Title(StatusCode code) => code.Class is StatusClass.Other
        ? $"{code.Title} · {ClassName(code.Class)}"
        : $"{code.Title} · {ClassName(code.Class)} ({StatusClasses.Name(code.Class)})";

    public override string Name(StatusCode code) => code.Title;

    public override string ShortName(StatusCode code) => code.Title;

    public override string ClassName(StatusClass value) => value switch
    {
        StatusClass.Informational => "Informational",
        StatusClass.Successful => "Success",
        StatusClass.Redirection => "Redirection",
        StatusClass.ClientError => "Client error",
        StatusClass.ServerError => "Server error",
        _ => "Not an HTTP class",
    };

    public override string ClassMeaning(StatusClass value) => value switch
    {
        StatusClass.Informational => "An interim answer: the request goes on, the final response is still to come.",
        StatusClass.Successful => "The request was received, understood and accepted.",
        StatusClass.Redirection => "Something more has to be done to complete the request, mostly at another address.",
        StatusClass.ClientError => "The request seems to be wrong: its form, its credentials, its address or its timing.",
        StatusClass.ServerError => "The request seems fine, but the server, or one behind it, failed to carry it out.",
        _ => "HTTP knows only 100 to 599. Tools, proxies and vendors use other numbers for themselves.",
    };

    public override string Party(Party party) => party switch
    {
        Catalog.Party.Caller => "caller",
        Catalog.Party.Server => "server",
        Catalog.Party.Proxy => "proxy",
        _ => "network",
    };

    public override string State(Meaning meaning) => meaning.State switch
    {
        RegistrationState.Temporary => "Registered with IANA for a time only",
        RegistrationState.Unused => "Reserved by IANA, not used",
        RegistrationState.Deprecated => "Deprecated",
        RegistrationState.Obsolete => "Obsolete",
        RegistrationState.Vendor => $"Not registered with IANA: {meaning.Owner}'s own",
        RegistrationState.Convention => $"Not registered with IANA: a habit of tools ({meaning.Owner})",
        _ => "",
    };

    public override string Way(Hop hop) => hop switch
    {
        Hop.Client => "client ✖─── proxy ──── server",
        Hop.RequestLink => "client ──✖ server",
        Hop.Gateway => "client ──▶ proxy ✖    server",
        Hop.Upstream => "client ──▶ proxy ──✖ server",
        _ => "client ──▶ proxy ──▶ server ✖",
    };

    public override string Example => "Example";

    public override string Request => "Request";

    public override string Response => "Response";

    public override string InCode => "In code";

    public override string ByProduct => "By product";

    public override string LookFirst => "Look at:";

    public override string Headers => "Headers";

    public override string ServerSide => "answer with it";

    public override string ClientSide => "handle it";

    public override string BackToCard => "Back to the card";

    public override string Delete => "Delete";

    public override string OtherLanguage => "한국어";

    public override string Previous => "◀ Previous";

    public override string Next => "Next ▶";

    public override string OpenCard => "Open a card…";

    public override string LookAt => "What settles it";

    public override string TypicalMistake => "Typical mistake";

    public override string BuiltFromData => "Built from the codes' data";

    public override string WhatDiffers(IEnumerable<string> aspects) => $"They differ in: {string.Join(", ", aspects)}.";

    public override string NothingDiffers => "Nothing below differs but their definitions.";

    public override string Class => "class";

    public override string Caching => "cache";

    public override string DefinedIn => "defined in";

    public override string Unregistered => "not registered";

    public override string NobodyNeedsTo => "nothing to fix";

    public override string Verdict(RetryVerdict verdict) => verdict switch
    {
        RetryVerdict.NotNeeded => "not needed",
        RetryVerdict.No => "no",
        RetryVerdict.AfterChange => "after a change",
        RetryVerdict.AfterWait => "later",
        RetryVerdict.AtOnce => "right away",
        _ => "only after checking",
    };

    public override string Verdicts(RetryVerdict idempotent, RetryVerdict nonIdempotent) => idempotent == nonIdempotent
        ? Verdict(idempotent)
        : $"GET, PUT, DELETE {Verdict(idempotent)}; POST, PATCH {Verdict(nonIdempotent)}";

    public override string ByDefault(bool cacheable) => cacheable ? "may be stored by default" : "not stored by default";

    public override string UnregisteredTitle(int number) => StatusClasses.Of(number) switch
    {
        StatusClass.Other => $"{number} Not registered · {ClassName(StatusClass.Other)}",
        var own => $"{number} Not registered · {ClassName(own)} ({StatusClasses.Name(own)})",
    };

    public override string UnregisteredMeaning(int number) => StatusClasses.Of(number) switch
    {
        StatusClass.Other => $"HTTP ends at 599, and we know of no vendor who documents {number}. A client treats it like a server error (5xx).",
        var own => $"IANA lists no {number}, and we know of no vendor who documents it. A client treats it like {StatusClasses.Fallback(own)}.",
    };

    public override string WhatItsClassMeans => "What its class means";

    public override string NearestKnown => "Nearest known codes";

    public override string ListTitle(StatusClass value) => value is StatusClass.Other
        ? "Codes outside 100–599"
        : $"{StatusClasses.Name(value)} {ClassName(value)}";

    public override string Page(int page, int of, int codes) =>
        $"Page {page} of {of} · {codes} codes";

    public override string FoundTitle(int codes) => codes == 1 ? "The code that fits" : "Codes that fit, best first";

    public override string MatchedWords(IEnumerable<string> words) => $"Matches: {string.Join(", ", words)}";

    public override string FoundByWords => "Found by the words of the question · each code's card names its sources";

    public override string AboutTitle(string version) => $"StatusBot {version}";

    public override string AboutSummary => "Explains HTTP status codes: what they mean, why you get them, what to do, and how they differ.";

    public override string Knowledge => "What it knows";

    public override string KnowledgeFigures(int codes, int comparisons, int names) =>
        $"{codes} codes, {comparisons} comparisons, {names} names that lead to them";

    public override string Sources => "Sources";

    public override string SourcesChecked(int documents, DateOnly first, DateOnly last) => first == last
        ? $"{documents} documents, checked on {last:yyyy-MM-dd}. Every card names its own."
        : $"{documents} documents, checked between {first:yyyy-MM-dd} and {last:yyyy-MM-dd}. Every card names its own.";

    public override string Languages => "Languages";

    public override string LanguagesText => "English and Korean. The answer is in your Discord language, or in the `language` that you choose.";

    public override string Help => "How to ask";

    public override string HelpText =>
        "`/status` 403, `forbidden`, `StatusForbidden` or `4xx`\n`/find` proxy gave up after 60 seconds\n`/explain` lines of a log, or *Explain status codes* in the menu of a message\n`/compare` 401 403\n`/list` a whole class\nSomething wrong or missing? Tell whoever runs this bot.";

    public override string NextCommands => "Go on with";

    public override string CommandUsage => "Usage:";

    public override string CommandsHeading => "Commands";

    public override string OptionsHeading => "Options";

    public override string ViewOption => "What to show instead of the card: an example exchange, code, or causes by product";

    public override string PageOption => "A page of the list; the first if left out";

    public override string LanguageOption => "Language of the answer; that of LC_ALL or LANG if left out";

    public override string JsonOption => "The card as JSON, for programs";

    public override string JsonLinesOption => "Answers JSON lines from standard input one by one, for scripts";

    public override string HelpOption => "This help; after a command, the command's own";

    public override string WithoutCommand =>
        "Without a command the bot runs: on Discord, or else in the browser. Settings: docs/operating.md.\nhealth asks a running bot, --register [--dry-run] registers its commands, catalog check [folder] reads the data files.";

    public override string NoSuchVerb => "There is no such command. --help lists the commands there are.";

    public override string WrongUsage => "That isn't how this command is used.";

    public override string NoSuchView => "There is no such view or page. Leave the option out, and the card lists those that it has.";

    public override string NotAStatusCode => "That isn't a status code. Type a number such as 403 or a name such as \"not found\".";

    public override string TypeACode => "Which code? Type a number such as 403, a name such as \"not found\", or a class such as 4xx.";

    public override string DidYouMean => "More than one code goes by that name. Which one do you mean?";

    public override string Closest(IEnumerable<string> names) => $"Closest: {string.Join(", ", names)}.";

    public override string ChooseAClass => "Choose one of the classes: 1xx, 2xx, 3xx, 4xx, 5xx or other.";

    public override string TypeCodesToCompare => "Which codes? Type two to five, such as 401 403.";

    public override string OneMoreCode => "That's one code, and comparing takes two to five. Type 401 403, say, or choose a comparison below.";

    public override string SameCodeTwice => "That's the same code twice. Type two to five different ones, such as 401 403.";

    public override string TooManyCodes => "That's more than five codes. Type two to five, such as 500 502 503.";

    public override string OneIsNoCode => "Not all of that are status codes. Type two to five of them, such as 401 403.";

    public override string TypeASymptom => "What do you see, or what do you want to tell a client? Type it in a few words, or paste a line of the log.";

    public override string NothingFits =>
        "No status code fits that. Say what the client does and what the server answers, or paste a line of the log. For a number or a name there is `/status`.";

    public override string SeemsElsewhere(string topic) =>
        $"That seems to be about {topic}, and HTTP has no status code for it. If an HTTP request is involved, say what the client or the server does.";

    public override string UnknownButton => "This button doesn't work any more. Ask again with /status or /compare to get a fresh card.";

    public override string UnknownCommand => "This command doesn't exist (any more). Type / to see the commands there are.";

    public override string OnlyTheAskerDeletes => "Only the person who asked can delete this card.";

    public override string SomethingFailed(string id) =>
        $"Sorry, that went wrong on our side. Try again; if it stays, tell whoever runs this bot the id {id}.";

    public override string WentWrong(FailurePoint where, string? product) => where switch
    {
        FailurePoint.Client => "The client gave up or went away before it had its answer.",
        FailurePoint.RequestLink => $"The request did not reach {product ?? "the first server"} whole, in time or well-formed.",
        FailurePoint.Gateway => $"{product ?? "A proxy, firewall or gateway"} answered this by itself, without asking the server behind it.",
        FailurePoint.Connect => $"{product ?? "A proxy"} could not connect to the server behind it, or lost it before it answered.",
        FailurePoint.UpstreamSlow => $"The server behind {product ?? "the proxy"} had the request and was too slow.",
        FailurePoint.Upstream => $"The server behind {product ?? "the proxy"} answered this itself; it was only passed on.",
        FailurePoint.Challenge => "Nothing is broken: this belongs to how the two sides agree, and the request then went through.",
        _ => "Nothing failed here.",
    };

    public override string ReadFrom(string field, string? product) =>
        product is null ? $"Read from the text: `{field}`" : $"Read from the text: `{field}` ({product})";

    public override string OnlyNamed => "The text names these codes, but not where they arose. What holds for them in general:";

    public override string FromTheText => "From the text";

    public override string InGeneral => "In general";

    public override string NextStep => "Next";

    public override string NothingToDo => "Nothing to do.";

    public override string MoreCodes(int count) => count == 1 ? "And 1 more" : $"And {count} more";

    public override string CheckFirst => "Check first:";

    public override string Check(FailurePoint where, string? product) => where switch
    {
        FailurePoint.Client => "How long the client waits against how long the answer takes.",
        FailurePoint.RequestLink => "What the client sends and how: size, headers, TLS, and how long it takes to send it.",
        FailurePoint.Gateway => $"The settings and the error log of {product ?? "what answered"}: its limits, rules and routes.",
        FailurePoint.Connect => $"Whether the server behind {product ?? "the proxy"} runs and listens where it is called.",
        FailurePoint.UpstreamSlow => $"What the server behind {product ?? "the proxy"} was doing at that time: its own log.",
        FailurePoint.Upstream => $"The log of the server behind {product ?? "the proxy"} at that time.",
        FailurePoint.Challenge => "Whether the request that follows goes through; then there is nothing to do.",
        _ => "Nothing: no request failed.",
    };

    public override string CheckWhoAnswered => "Who answered: the server itself, or a proxy before it. The `Server` and `Via` headers or the proxy's log tell.";

    public override string NoCodeInText =>
        "There is no HTTP status code in that. Lines of a log, headers, an exception, configuration, code or a message can be read, as long as they name one. Nothing of the text was kept.";

    public override string FileIsNoText => "An attachment was not read: only texts are, named .log, .txt, .json or .har.";

    public override string FileIsOneTooMany => "An attachment was not read: only the first two texts are.";

    public override string FileIsTooLarge => "An attachment was not read: it is larger than 1 MiB.";

    public override string FileIsElsewhere => "An attachment was not read: it is not on Discord's own servers.";

    public override string FileTookTooLong => "An attachment was not read: it took longer than five seconds to arrive.";

    public override string FileDidNotArrive => "An attachment was not read: it could not be fetched. Try again, or paste the part that matters.";
}
