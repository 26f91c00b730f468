using Microsoft.Extensions.Options;
using StatusBot.Catalog;
using StatusBot.Catalog.Loading;
using StatusBot.Commands;
using StatusBot.Hosting;
using StatusBot.Messengers.Discord;
using StatusBot.Messengers.LocalChannel;

try
{
    return await (Verbs.Terminal(args) ? TerminalProcess.RunAsync(args) : RunAsync(args));
}
// Whoever runs the bot needs the sentence, not where in the code it was found.
catch (OptionsValidationException contradiction)
{
    return await Refuse(string.Join(Environment.NewLine, contradiction.Failures));
}
catch (CatalogException broken)
{
    return await Refuse(broken.Message);
}

// On its own, so that a command in a terminal does not even load the server.
static async Task<int> RunAsync(string[] args)
{
    // Read beside the building of the host, as each takes about half of the start. The other verbs need no catalogue.
    var reading = Verbs.Health(args) || Verbs.CatalogCheck(args) ? null : Task.Run(StatusCatalog.Load);
    var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.AddSecretFiles();
    builder.ChooseAddresses();
    if (Verbs.CatalogCheck(args))
        return await Verbs.CheckCatalogAsync(args.ElementAtOrDefault(2));
    if (Verbs.Health(args))
        return await HealthSetup.ProbeAsync(Listening.FromThisMachine(builder.Configuration[WebHostDefaults.ServerUrlsKey]));

    builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
    builder.AddBotOptions();
    builder.Services.AddSingleton(TimeProvider.System);
    builder.Services.AddCommands();                                // how we answer
    builder.AddDiscord();                                          // where we listen: the gateway, or signed HTTP
    builder.AddLocalChannel();                                     // or a browser, when there is no token
    builder.Services.AddSingleton<IStatusCatalog>(await reading!); // what we know

    var app = builder.Build();
    if (Verbs.Register(args))
        return await app.RegisterAsync(dryRun: Verbs.DryRun(args));

    app.MapLocalChannel();
    app.MapDiscord();
    app.MapHealth();
    var fatal = app.Services.GetRequiredService<FatalEnd>(); // running disposes the services
    await app.RunAsync();
    return fatal.Message is { } end ? await Refuse(end) : 0;
}

static async Task<int> Refuse(string sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}
