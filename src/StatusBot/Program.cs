using Microsoft.Extensions.Options;
using StatusBot.Catalog;
using StatusBot.Catalog.Loading;
using StatusBot.Commands;
using StatusBot.Hosting;
using StatusBot.Messengers.Discord;
using StatusBot.Messengers.LocalChannel;

var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });

try
{
    builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
    builder.ChooseAddresses();
    builder.AddBotOptions();
    builder.Services.AddSingleton(TimeProvider.System);
    builder.Services.AddSingleton<IStatusCatalog>(StatusCatalog.Load()); // what we know
    builder.Services.AddCommands();                                      // how we answer
    builder.Services.AddSingleton<DiscordMessenger>();                   // where we listen: Discord
    builder.AddLocalChannel();                                           // or a browser, when there is no token

    var app = builder.Build();
    app.MapLocalChannel();
    app.MapHealth();
    await app.RunAsync();
    return 0;
}
// Whoever runs the bot needs the sentence, not where in the code it was found.
catch (OptionsValidationException contradiction)
{
    await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, contradiction.Failures));
    return 1;
}
catch (CatalogException broken)
{
    await Console.Error.WriteLineAsync(broken.Message);
    return 1;
}
