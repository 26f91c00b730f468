using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using StatusBot.Catalog;
using StatusBot.Commands;
using StatusBot.Discord.Model;
using StatusBot.Discord.Rest;
using StatusBot.Messengers.Discord;

// Per-request latency in one process: Discord's JSON in, Discord's JSON out, the socket left aside. Prints, for each request,
// the median and the 99th percentile of single runs, and what loading the catalogue costs.
//   dotnet run --project benchmarks/StatusBot.Benchmarks --configuration Release [-- --load-only]

const int WarmUp = 5_000;
const int Runs = 20_000;

var before = GC.GetTotalMemory(forceFullCollection: true);
var compiledBefore = JitInfo.GetCompiledMethodCount();
var compilingBefore = JitInfo.GetCompilationTime();
var loading = Stopwatch.StartNew();
var catalog = StatusCatalog.Load();
loading.Stop();
var compiling = JitInfo.GetCompilationTime() - compilingBefore;
var compiled = JitInfo.GetCompiledMethodCount() - compiledBefore;
var held = GC.GetTotalMemory(forceFullCollection: true) - before;
Print($"catalogue: {catalog.Codes.Count} codes loaded in {loading.Elapsed.TotalMilliseconds:F1} ms (first load, with JIT), {held / 1024.0 / 1024.0:F1} MB held, {compiled} methods compiled in {compiling.TotalMilliseconds:F1} ms");
if (args is ["--load-only"])
    return;

await using var services = new ServiceCollection()
    .AddLogging()
    .AddSingleton<IStatusCatalog>(catalog)
    .AddCommands()
    // Asked by no request here.
    .AddSingleton<IAttachmentSource>(_ => new CdnAttachments(
        new DiscordHttp(new Uri("https://statusbot.example/"), "0").For(CdnAttachments.Address), TimeProvider.System, NullLogger<CdnAttachments>.Instance))
    .AddSingleton<DiscordMessenger>()
    .BuildServiceProvider();
var messenger = services.GetRequiredService<DiscordMessenger>();

foreach (var (name, data) in (IEnumerable<(string, string)>)
[
    ("/status 403", """{"type":2,"data":{"name":"status","type":1,"options":[{"type":3,"name":"code","value":"403"}]}}"""),
    ("/status forbiden", """{"type":2,"data":{"name":"status","type":1,"options":[{"type":3,"name":"code","value":"forbiden"}]}}"""),
    ("/compare 401 403", """{"type":2,"data":{"name":"compare","type":1,"options":[{"type":3,"name":"codes","value":"401 403"}]}}"""),
    ("/list 4xx", """{"type":2,"data":{"name":"list","type":1,"options":[{"type":3,"name":"class","value":"4xx"}]}}"""),
    ("typing 40", """{"type":4,"data":{"name":"status","type":1,"options":[{"type":3,"name":"code","value":"40","focused":true}]}}"""),
    ("typing forbi", """{"type":4,"data":{"name":"status","type":1,"options":[{"type":3,"name":"code","value":"forbi","focused":true}]}}"""),
    ("typing 권", """{"type":4,"data":{"name":"status","type":1,"options":[{"type":3,"name":"code","value":"권","focused":true}]}}"""),
    ("pressing In code", """{"type":3,"data":{"component_type":2,"custom_id":"v1:status:en:80351110224678912:403:code"}}"""),
])
{
    var body = JsonSerializer.SerializeToUtf8Bytes(Whole(data));
    var times = new double[Runs];
    for (var i = -WarmUp; i < Runs; i++)
    {
        var start = Stopwatch.GetTimestamp();
        var interaction = JsonSerializer.Deserialize(body, DiscordJson.Default.Interaction)!;
        var answer = await messenger.AnswerAsync(interaction, CancellationToken.None);
        JsonSerializer.SerializeToUtf8Bytes(answer.Response, DiscordJson.Default.InteractionResponse);
        if (i >= 0)
            times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }

    Array.Sort(times);
    Print($"{name,-18} median {times[Runs / 2],8:F1} µs   p99 {times[Runs * 99 / 100],8:F1} µs");
}

static JsonElement Whole(string data)
{
    var interaction = System.Text.Json.Nodes.JsonNode.Parse(data)!.AsObject();
    interaction["id"] = "846462639134605312";
    interaction["application_id"] = "845027738276462632";
    interaction["token"] = "aW50ZXJhY3Rpb246ODQ2NDYyNjM5MTM0NjA1MzEy";
    interaction["locale"] = "en-US";
    interaction["user"] = new System.Text.Json.Nodes.JsonObject { ["id"] = "80351110224678912" };
    return JsonSerializer.SerializeToElement(interaction);
}

static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
