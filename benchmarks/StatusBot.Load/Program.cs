using StatusBot.Load;

// Holds the bot against the floor, on the loopback: each round measures every program in turn, the table shows medians.
//   StatusBot.Load FLOOR.dll BOT.dll [--aot PROGRAM] [--rounds 5] [--mixed] [--only http|gateway|starts|memory]

const int OneByOne = 4_000;
const int AtOnce = 16_000;
const int InFlight = 16;
const int WarmUps = 8;
const int WarmUp = 4_000;

const string HttpCpu = "HTTP: CPU a request, µs, 16 in flight";
const string HttpThroughput = "HTTP: requests a second, 16 in flight";
const string HttpMedian = "HTTP: p50 one by one, µs";
const string GatewayCpu = "gateway: CPU an interaction, µs, 16 in flight";
const string GatewayCpuOneByOne = "gateway: CPU an interaction, µs, one by one";
const string GatewayCpuFirst = "gateway: CPU an interaction, µs, first 1,000";
const string FirstAnswer = "first answer after READY, ms";
const string StartHttp = "start to ready, HTTP, ms";
const string StartGateway = "start to READY, gateway, ms";
const string Growth = "growth from 1,000 to 10,000, MB";
const string Resident = "resident after 55,000, MB";

var floor = new TargetProgram("floor", ["dotnet", args[0]]);
var bot = new TargetProgram("bot", ["dotnet", args[1]]);
var aot = Option("--aot") is { } path ? new TargetProgram("bot, AOT", [path]) : null;
var rounds = int.Parse(Option("--rounds") ?? "5", System.Globalization.CultureInfo.InvariantCulture);
Func<int, Asked[]> make = args.Contains("--mixed") ? Interactions.Mixed : Interactions.Commands;
TargetProgram[] both = [floor, bot];
TargetProgram[] all = aot is null ? both : [floor, bot, aot];
var findings = new Findings();

var only = Option("--only");
if (only is null or "http")
    await MeasureHttpAsync();
if (only is null or "gateway")
    await MeasureGatewayAsync();
if (only is null or "starts")
    await MeasureStartsAsync();
if (only is null or "memory")
    await MeasureMemoryAsync(aot ?? bot);

Findings.PrintHead();
findings.PrintRatio(HttpCpu, floor.Name, bot.Name, 1.20);
findings.PrintRatio(HttpThroughput, floor.Name, bot.Name, 0.80, atLeast: true);
findings.PrintRatio(HttpMedian, floor.Name, bot.Name, 1.30);
findings.PrintRatio(GatewayCpu, floor.Name, bot.Name, 1.25);
findings.PrintRatio(GatewayCpuOneByOne, floor.Name, bot.Name, 1.40);
findings.PrintRatio(GatewayCpuFirst, floor.Name, bot.Name, 2.00);
foreach (var (program, answer, start) in (IEnumerable<(TargetProgram?, double, double)>)[(bot, 13, 300), (aot, 4, 90)])
{
    if (program is null)
        continue;
    findings.PrintValue(FirstAnswer, floor.Name, program.Name, answer);
    findings.PrintValue(StartHttp, floor.Name, program.Name, start);
    findings.PrintValue(StartGateway, floor.Name, program.Name, start);
    findings.PrintValue(Growth, floor.Name, program.Name, 5);
    findings.PrintValue(Resident, floor.Name, program.Name, 60);
}

async Task MeasureHttpAsync()
{
    var running = both.ToDictionary(program => program, program => Target.StartHttp(program, HttpLoad.PublicKey));
    foreach (var target in running.Values)
        await target.ReadyAsync();
    // The JIT settles in the background, so it gets requests and time.
    for (var i = 0; i < WarmUps; i++)
    {
        var requests = HttpLoad.Sign(make(WarmUp));
        foreach (var target in running.Values)
            HttpLoad.Run(target.Address, requests, InFlight);
        await Task.Delay(1_000);
    }

    for (var round = 0; round < rounds; round++)
    {
        var (singly, together) = (HttpLoad.Sign(make(OneByOne)), HttpLoad.Sign(make(AtOnce)));
        foreach (var (program, target) in InTurn(running, round))
        {
            HttpLoad.Run(target.Address, singly[..200], 1);
            var times = HttpLoad.Run(target.Address, singly[200..], 1);
            findings.Add(HttpMedian, program.Name, times.Order().ElementAt(times.Length / 2).TotalMicroseconds);

            var (cpu, age) = (target.Cpu, target.Age);
            HttpLoad.Run(target.Address, together, InFlight);
            findings.Add(HttpThroughput, program.Name, AtOnce / (target.Age - age).TotalSeconds);
            findings.Add(HttpCpu, program.Name, (target.Cpu - cpu).TotalMicroseconds / AtOnce);
        }
    }

    foreach (var target in running.Values)
        target.Dispose();
}

async Task MeasureGatewayAsync()
{
    var running = new Dictionary<TargetProgram, (GatewayLoad Load, Target Target)>();
    foreach (var program in both)
        running[program] = await ConnectAsync(program);
    for (var i = 0; i < WarmUps; i++)
    {
        foreach (var (load, _) in running.Values)
            await load.RunAsync(make(WarmUp), InFlight);
        await Task.Delay(1_000);
    }

    for (var round = 0; round < rounds; round++)
    {
        foreach (var (program, (load, target)) in InTurn(running, round))
        {
            findings.Add(GatewayCpuOneByOne, program.Name, await CpuOfAsync(load, target, OneByOne, 1));
            findings.Add(GatewayCpu, program.Name, await CpuOfAsync(load, target, AtOnce, InFlight));
        }
    }

    foreach (var (load, target) in running.Values)
        await EndAsync(load, target);
}

// From cold: the start, the first answer, and the first thousand with all that the JIT does for them.
async Task MeasureStartsAsync()
{
    for (var round = 0; round < rounds; round++)
    {
        foreach (var program in all)
        {
            using (var http = Target.StartHttp(program, HttpLoad.PublicKey))
                findings.Add(StartHttp, program.Name, (await http.ReadyAsync()).TotalMilliseconds);

            var (load, target) = await ConnectAsync(program);
            findings.Add(GatewayCpuFirst, program.Name, await CpuOfAsync(load, target, 1_000, InFlight));
            var resident = target.Resident;
            await load.RunAsync(make(9_000), InFlight);
            findings.Add(Growth, program.Name, target.Resident - resident);
            await EndAsync(load, target);
        }
    }
}

async Task MeasureMemoryAsync(TargetProgram program)
{
    var (load, target) = await ConnectAsync(program);
    for (var i = 0; i < 11; i++)
        await load.RunAsync(make(5_000), InFlight);
    findings.Add(Resident, program.Name, target.Resident);
    await EndAsync(load, target);
}

async Task<(GatewayLoad Load, Target Target)> ConnectAsync(TargetProgram program)
{
    var load = await GatewayLoad.StartAsync();
    var target = Target.StartGateway(program, load.ApiUrl);
    await load.Ready;
    findings.Add(StartGateway, program.Name, target.Age.TotalMilliseconds);
    findings.Add(FirstAnswer, program.Name, (await load.FirstAnswerAsync()).TotalMilliseconds);
    return (load, target);
}

async Task<double> CpuOfAsync(GatewayLoad load, Target target, int count, int inFlight)
{
    var interactions = make(count);
    var cpu = target.Cpu;
    await load.RunAsync(interactions, inFlight);
    return (target.Cpu - cpu).TotalMicroseconds / count;
}

static async Task EndAsync(GatewayLoad load, Target target)
{
    target.Dispose();
    await load.DisposeAsync();
}

// What runs first has the machine in another state than what runs last, so they change places.
static IEnumerable<KeyValuePair<TargetProgram, T>> InTurn<T>(Dictionary<TargetProgram, T> running, int round) =>
    round % 2 == 0 ? running : running.Reverse();

string? Option(string name) => Array.IndexOf(args, name) is var at and >= 0 ? args[at + 1] : null;
