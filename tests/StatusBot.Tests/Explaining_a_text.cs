using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using StatusBot.Cards;
using StatusBot.Catalog;
using StatusBot.Catalog.Reading;
using StatusBot.Conversation;
using StatusBot.Messengers.Discord;
using StatusBot.Tests.Shared;
using StatusBot.Tests.Support;

namespace StatusBot.Tests;

/// <summary><c>/explain</c>, through Discord's JSON.</summary>
public sealed class Explaining_a_text
{
    private const string ProxyLog =
        """
        203.0.113.9 - - [12/Mar/2026:10:15:01 +0000] "GET /cart HTTP/1.1" 502 157 "-" "Mozilla/5.0"
        203.0.113.9 - - [12/Mar/2026:10:15:02 +0000] "GET /cart HTTP/1.1" 502 157 "-" "Mozilla/5.0"
        203.0.113.9 - - [12/Mar/2026:10:15:03 +0000] "GET /login HTTP/1.1" 401 90 "-" "Mozilla/5.0"
        203.0.113.9 - - [12/Mar/2026:10:15:04 +0000] "GET / HTTP/1.1" 200 5120 "-" "Mozilla/5.0"
        """;

    /// <summary>A dozen things that people paste.</summary>
    public static TheoryData<string, string> Pastes() => new()
    {
        { "nginx-access", ProxyLog },
        { "one-code", "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 30" },
        { "success", "HTTP/2 200\ncontent-type: application/json" },
        { "redirect", "HTTP/1.1 301 Moved Permanently\nLocation: /new\n\nHTTP/1.1 302 Found\nLocation: /newer\n\nHTTP/1.1 200 OK" },
        { "exception", "feign.FeignException$ServiceUnavailable: [503 Service Unavailable] during [GET] to [http://inventory/stock] [InventoryClient#get(Long)]" },
        { "two-that-are-confused", "HTTP/1.1 401 Unauthorized\n\nHTTP/1.1 403 Forbidden\n\nHTTP/1.1 403 Forbidden" },
        { "cloudflare", """{"EdgeResponseStatus":524,"OriginResponseStatus":0,"ClientRequestMethod":"POST"}""" },
        { "alb", """https 2026-03-12T10:15:01.000000Z app/web/50dc6c495c0c9188 203.0.113.9:2817 10.0.0.1:80 0.086 -1 -1 502 - 34 366 "GET https://www.example.com:443/ HTTP/1.1" "curl/8.5" ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2""" },
        { "config", "error_page 404 /404.html;\nerror_page 500 502 503 504 /50x.html;\nreturn 301 https://www.example.com/;" },
        { "korean-chat", "배포하고 나서 로그인하면 500 에러 나고 새로고침하면 404 떠요" },
        { "vendor-and-unregistered", "status=499 upstream_status=-\nstatus=477\nstatus=544" },
        { "more-than-ten", string.Join('\n', ((int[])[200, 201, 204, 301, 304, 400, 401, 403, 404, 409, 422, 429, 500, 502]).Select(code => $"GET /x HTTP/1.1\" {code} 12")) },
    };

    /// <summary>The golden files of this class.</summary>
    public static IEnumerable<string> GoldenFiles => Pastes().Select(row => row.Data.Item1)
        .Concat(Verdicts().Select(row => $"verdict/{row.Data.Item1}"))
        .SelectMany(name => (string[])[$"explain/{name}.en.txt", $"explain/{name}.ko.txt"]);

    [Theory]
    [MemberData(nameof(Pastes))]
    public async Task Reads_as_somebody_has_found_right(string name, string text)
    {
        GoldenFile.Holds($"explain/{name}.en.txt", (await Bot.Slash("explain", new { text })).Drawn());
        GoldenFile.Holds($"explain/{name}.ko.txt", (await Bot.Slash("explain", new { text }, locale: "ko")).Drawn());
    }

    [Fact]
    public async Task Is_private_unless_everyone_is_to_see_it()
    {
        Assert.True((await Bot.Slash("explain", new { text = ProxyLog })).IsPrivate);
        Assert.True((await Bot.Slash("explain", new { text = ProxyLog, show = "me" })).IsPrivate);
        Assert.False((await Bot.Slash("explain", new { text = ProxyLog, show = "everyone" })).IsPrivate);
    }

    [Fact]
    public async Task Shows_each_code_once_with_how_often_and_what_to_look_at_first()
    {
        var answer = await Bot.Slash("explain", new { text = ProxyLog });

        Assert.Equal(["502 Bad Gateway ×2", "401 Unauthorized ×1", "200 OK ×1", "Check first:"], answer.Fields.Select(field => field.Name));
    }

    [Fact]
    public async Task Names_codes_in_Korean_as_other_cards_do()
    {
        var answer = await Bot.Slash("explain", new { text = ProxyLog, language = "ko" });

        Assert.Equal("502 Bad Gateway (잘못된 게이트웨이) ×2", answer.Fields[0].Name);
        Assert.Equal("먼저 확인할 것:", answer.Fields[^1].Name);
    }

    [Fact]
    public async Task Puts_proxies_first_then_servers_then_what_is_frequent_and_what_went_well_last()
    {
        const string Text = "status=200\nstatus=301\nstatus=404\nstatus=403\nstatus=403\nstatus=500\nstatus=504\nstatus=101";

        var answer = await Bot.Slash("explain", new { text = Text });

        Assert.Equal(["504", "500", "403", "404", "301", "200", "101"], answer.Fields.SkipLast(1).Select(field => field.Name[..3]));
    }

    [Fact]
    public async Task Shows_ten_and_says_how_many_more()
    {
        var text = string.Join('\n', Enumerable.Range(400, 13).Select(code => $"status={code}"));

        var answer = await Bot.Slash("explain", new { text });

        Assert.Equal(12, answer.Fields.Count);
        Assert.Equal("410 ×1, 411 ×1, 412 ×1", answer["And 3 more"]);
        Assert.Equal("Check first:", answer.Fields[^1].Name);
    }

    [Fact]
    public async Task Leads_to_the_cards_of_the_first_five_and_to_the_comparison_that_there_is()
    {
        var answer = await Bot.Slash("explain", new { text = "status=401 status=403 status=403 status=404 status=409 status=410 status=422" });

        Assert.Equal(["403 Forbidden", "401 Unauthorized", "404 Not Found", "409 Conflict", "410 Gone", "401 vs 403", "Delete"], answer.Buttons.Select(button => button.Label));
    }

    [Fact]
    public async Task Stays_when_a_button_on_it_is_pressed_as_it_could_not_be_drawn_again()
    {
        var answer = await Bot.Slash("explain", new { text = ProxyLog });

        var card = await Bot.Presses(answer.Button("502 Bad Gateway"));

        Assert.Equal(4, card.Type);
        Assert.True(card.IsPrivate);
        Assert.StartsWith("502 Bad Gateway", card.Title, StringComparison.Ordinal);
        Assert.Equal(7, (await Bot.Presses(card.Button("Example"))).Type);
        Assert.True((await Bot.Presses(answer.Button("Delete"))).DeletesOriginal);
    }

    [Theory]
    [InlineData("en-US", "There is no HTTP status code in that.", "Nothing of the text was kept.")]
    [InlineData("ko", "HTTP 상태 코드가 보이지 않습니다.", "저장하지 않았습니다.")]
    public async Task Without_a_code_says_so_privately_and_kindly(string locale, string said, string kept)
    {
        var answer = await Bot.Slash("explain", new { text = "the printer is on fire, call 112", show = "everyone" }, locale);

        Assert.True(answer.IsPrivate);
        Assert.Contains(said, answer.Description, StringComparison.Ordinal);
        Assert.Contains(kept, answer.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("printer", answer.Drawn(), StringComparison.Ordinal);
    }

    /// <summary>Where it can go wrong, and how the evidence tells.</summary>
    public static TheoryData<string, FailurePoint, string?, string, int?> Verdicts() => new()
    {
        { "client", FailurePoint.Client, "nginx", "status 499", 499 },
        { "request-link", FailurePoint.RequestLink, "HAProxy", "termination state cR--", 408 },
        { "gateway", FailurePoint.Gateway, "AWS ALB", "actions_executed waf", 403 },
        { "connect", FailurePoint.Connect, "AWS ALB", "target_status_code -", 502 },
        { "upstream-slow", FailurePoint.UpstreamSlow, "Envoy", "response_flags UT", 504 },
        { "upstream", FailurePoint.Upstream, "nginx", "upstream_status 500", 500 },
        { "challenge", FailurePoint.Challenge, null, "WWW-Authenticate", 401 },
        { "nothing", FailurePoint.Nothing, null, "", null },
        { "no-product", FailurePoint.Connect, null, "connection refused", null },
    };

    [Theory]
    [MemberData(nameof(Verdicts))]
    public void Says_where_it_went_wrong_and_by_what_one_sees_it(string name, FailurePoint where, string? product, string field, int? code)
    {
        var evidence = new Evidence(
            code is null ? [new(200, 1), new(503, 2)] : [new(200, 1), new(503, 1), new(code.Value, 1)],
            new Verdict(where, product, field, code),
            []);

        GoldenFile.Holds($"explain/verdict/{name}.en.txt", Drawn(evidence, Language.English));
        GoldenFile.Holds($"explain/verdict/{name}.ko.txt", Drawn(evidence, Language.Korean));
        Assert.Contains(field.Length > 0 ? $"`{field}`" : "Nothing failed", new EvidenceCard(Bot.Catalog).Draw(evidence, [], Language.English).Description, StringComparison.Ordinal);
        if (code is not null)
            Assert.StartsWith($"{code}", new EvidenceCard(Bot.Catalog).Draw(evidence, [], Language.English).Fields[0].Name, StringComparison.Ordinal);
    }

    [Fact]
    public void Concludes_of_the_only_code_what_it_concludes_of_the_text()
    {
        var evidence = new Evidence([new(502, 1)], new Verdict(FailurePoint.Connect, "nginx", "connection refused", null), []);

        Assert.StartsWith("**502: nginx could not connect", new EvidenceCard(Bot.Catalog).Draw(evidence, [], Language.English).Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Blames_no_product_for_what_it_only_passed_on()
    {
        var evidence = new Evidence([new(500, 1)], new Verdict(FailurePoint.Upstream, "nginx", "upstream_status 500", 500), []);

        Assert.Contains(Bot.Catalog.Get(500)!.Main.Causes[0].En, new EvidenceCard(Bot.Catalog).Draw(evidence, [], Language.English).Fields[0].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Tells_what_stands_in_the_text_apart_from_what_holds_in_general()
    {
        var sign = Bot.Catalog.Get(502)!.Signs.First(known => known.Product is "nginx");
        var evidence = new Evidence([new(502, 1), new(404, 1)], null, [(502, sign)]);

        var card = new EvidenceCard(Bot.Catalog).Draw(evidence, [], Language.English);

        Assert.StartsWith($"**From the text** {sign.Shows.En} (nginx)\n", card.Fields[0].Value, StringComparison.Ordinal);
        Assert.StartsWith("**In general** ", card.Fields[1].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_code_that_is_known_has_a_cause_and_a_next_step()
    {
        foreach (var language in (Language[])[Language.English, Language.Korean])
        {
            foreach (var code in Bot.Catalog.Codes)
            {
                var card = new EvidenceCard(Bot.Catalog).Draw(new Evidence([new(code.Code, 1)], null, []), [], language);

                Assert.Equal(2, card.Fields.Count);
                Assert.Equal(2, card.Fields[0].Value.Split('\n').Length);
                Assert.InRange(LinesOf(card), 4, 20);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Pastes))]
    public async Task Is_one_glance_on_a_phone(string name, string text)
    {
        foreach (var locale in (string[])["en-US", "ko"])
        {
            var answer = await Bot.Slash("explain", new { text }, locale);
            // Ten codes with a line of cause each take more than that by themselves.
            var most = name == "more-than-ten" ? 52 : Glance.Lines;
            Assert.InRange(
                Glance.LinesOf(answer.Description) + answer.Fields.Sum(field => Glance.LinesOf(field.Name) + Glance.LinesOf(field.Value)), 3, most);
        }
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("short", 1)]
    [InlineData("two\nlines", 2)]
    [InlineData("forty-two columns are what fits on a phone", 1)]
    [InlineData("forty-three columns are too many for a phone", 2)]
    [InlineData("한글은 두 칸씩이라 스물한 자면 한 줄 꽉 참", 1)]
    [InlineData("한글은 두 칸씩이라 스물한 자를 넘으면 두 줄이 됨", 2)]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890", 3)]
    public void Lines_are_counted_as_a_phone_wraps_them(string text, int lines) => Assert.Equal(lines, Glance.LinesOf(text));

    /// <summary>What nobody wants to see again in a channel, each next to the place where such things stand.</summary>
    private static readonly string[] Secrets =
    [
        "eyJhbGciOiJIUzI1Ni19.eyJzdWIiOiJ6cXZ4In0.Zk93qvX8yLwP2rTn",
        "sk_live_9hQzX4vWkP7mJ2",
        "sessionid=zq81kvw03xjm55ytr",
        "wilhelmina.vuorinen@kvzmail-qx.test",
        "198.51.100.237",
        "2001:db8:77aa:19cf::beef",
        "coupon=QZXW-7731-KJVP&ssn=078-05-1120",
        "kundenliste_vertraulich_qv.xlsx",
        "hunter2horsebattery",
    ];

    [Theory]
    [InlineData("explain-dev.jsonl")]
    [InlineData("explain-own.jsonl")]
    public async Task Nothing_that_was_planted_in_it_comes_back(string set)
    {
        foreach (var line in File.ReadLines(Path.Combine(SourceTree.Root, "tests", "evals", set)))
        {
            var example = JsonNode.Parse(line)!;
            var planted = Planted((string)example["text"]!);
            foreach (var text in planted)
            {
                foreach (var locale in (string[])["en-US", "ko"])
                {
                    var said = (await Bot.Slash("explain", new { text, show = "everyone" }, locale)).Json.ToJsonString();
                    foreach (var secret in Secrets)
                        Assert.False(Echoes(said, secret), $"{example["id"]}: a part of {secret} came back in {said}");
                }
            }
        }
    }

    // Beside every word, at the end of every line, in every query and quoted text, and on lines of its own.
    private static IEnumerable<string> Planted(string text)
    {
        var all = string.Join(' ', Secrets);
        yield return string.Join('\n', text.Split('\n').Select((line, at) => $"{line} {Secrets[at % Secrets.Length]}"));
        yield return string.Join('\n', text.Split('\n').Select((line, at) => $"{Secrets[at % Secrets.Length]} {line}"));
        yield return string.Join(' ', text.Split(' ').Select((word, at) => at % 3 == 0 ? $"{word} {Secrets[at / 3 % Secrets.Length]}" : word));
        yield return text.Replace("?", $"?{Secrets[6]}&", StringComparison.Ordinal).Replace("\"", $"\"{Secrets[0]}", StringComparison.Ordinal);
        yield return text.Replace("/", $"/{Secrets[7]}/", StringComparison.Ordinal).Replace(": ", $": {Secrets[8]} ", StringComparison.Ordinal);
        yield return $"Authorization: Bearer {Secrets[0]}\nCookie: {Secrets[2]}\nX-Forwarded-For: {Secrets[4]}, {Secrets[5]}\nFrom: {Secrets[3]}\n{text}\n{all}";
    }

    private static bool Echoes(string said, string secret)
    {
        const int Part = 6;
        for (var at = 0; at + Part <= secret.Length; at++)
        {
            if (said.Contains(secret.Substring(at, Part), StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static readonly Gen<string> Piece = Gen.OneOf(
        Gen.Elements("HTTP/1.1 502", "status=404", "\"GET / HTTP/1.1\" 200 12", "503 Service Unavailable", "상태 코드 500", "404 에러", "res.status(477)", "<Response [999]>"),
        Gen.Elements("\n", " ", "\r\n", "\t", "```", "**", "`", "\u202e", "\u200b", "@everyone", "\ud83d", "🤖", "\0", "[x](https://example.com)"),
        Gen.Choose(0, 999).Select(number => $" status={number} "),
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""));

    private static readonly Arbitrary<string> Pasted = Gen.ListOf(Piece).Select(pieces => string.Concat(pieces)).ToArbitrary();

    [Property(MaxTest = 300)]
    public Property Of_any_kind_gets_a_valid_reply() => Prop.ForAll(Pasted, text =>
    {
        foreach (var locale in (string[])["en-US", "ko"])
            Bot.Slash("explain", new { text }, locale).GetAwaiter().GetResult();
    });

    [Fact]
    public async Task Of_any_length_is_read_up_to_6000_characters()
    {
        foreach (var text in (string[])[new('4', 7000), string.Concat(Enumerable.Repeat("status=404 ", 1000)), string.Concat(Enumerable.Range(0, 800).Select(i => $"status={i + 100}\n"))])
            Assert.True((await Bot.Slash("explain", new { text })).IsPrivate);

        Assert.DoesNotContain("502", (await Bot.Slash("explain", new { text = $"status=404 {new string(' ', 6000)} status=502" })).Drawn(), StringComparison.Ordinal);
    }

    private static int LinesOf(Card card) =>
        Glance.LinesOf(card.Description) + card.Fields.Sum(field => Glance.LinesOf(field.Name) + Glance.LinesOf(field.Value));

    private static string Drawn(Evidence evidence, Language language)
    {
        var message = WireMessage.Of(new View(new EvidenceCard(Bot.Catalog).Draw(evidence, [], language), Controls.None), Bot.Asker);
        Assert.Empty(Discord.Model.MessageRules.Check(message));
        var json = new JsonObject { ["data"] = JsonNode.Parse(message.ToUtf8Bytes()) };
        return new BotAnswer(json, DeletesOriginal: false).Drawn();
    }
}
