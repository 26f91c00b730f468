using Microsoft.Extensions.Options;
using StatusBot.Discord;
using StatusBot.Discord.Gateway;
using StatusBot.Discord.Interactions;
using StatusBot.Discord.Rest;
using StatusBot.Hosting;

namespace StatusBot.Messengers.Discord;

internal static class DiscordSetup
{
    private const string Product = "StatusBot";

    // Discord asks for an address where one can learn about the bot; this one stands for whatever its operator publishes.
    private static readonly Uri HomePage = new("https://statusbot.example/");

    /// <summary>The way in that the options ask for: the gateway, signed HTTP, or none.</summary>
    public static void AddDiscord(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection(DiscordOptions.Section).Get<DiscordOptions>() ?? new DiscordOptions();
        builder.Services
            .AddSingleton<IAttachmentSource>(all => new CdnAttachments(
                all.GetRequiredService<DiscordHttp>().For(CdnAttachments.Address),
                all.GetRequiredService<TimeProvider>(),
                all.GetRequiredService<ILogger<CdnAttachments>>()))
            .AddSingleton<DiscordMessenger>()
            .AddSingleton<InteractionHandler>()
            .AddSingleton<SeenInteractions>()
            .AddSingleton<FatalEnd>()
            .AddSingleton(_ => new DiscordHttp(HomePage, ProductVersion.Text))
            .AddSingleton(all => new InteractionWebhook(
                Client(all), all.GetRequiredService<TimeProvider>(), all.GetRequiredService<ILogger<InteractionWebhook>>()));

        if (BotToken.Parse(options.Token) is { } token)
        {
            builder.Services
                .AddSingleton(token)
                .AddSingleton(all => new ApplicationRest(
                    Client(all), token, all.GetRequiredService<TimeProvider>(), all.GetRequiredService<ILogger<ApplicationRest>>()))
                .AddSingleton<CommandRegistrar>();
            if (options.WayIn is not WayIn.None)
                builder.Services.AddHostedService<StartUp>();
        }

        if (options.WayIn is WayIn.Gateway)
        {
            builder.Services
                .AddSingleton(all => new GatewayClient(
                    all.GetRequiredService<ApplicationRest>(), all.GetRequiredService<BotToken>(), Product,
                    all.GetRequiredService<TimeProvider>(), all.GetRequiredService<ILogger<GatewayClient>>()))
                .AddSingleton<Rehearsal>()
                .AddHostedService<GatewayWorker>();
        }

        if (options.WayIn is WayIn.Http)
            builder.Services.AddSingleton<InteractionEndpoint>();
    }

    /// <summary>Discord's signed requests, in HTTP mode.</summary>
    public static void MapDiscord(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<DiscordOptions>>().Value;
        if (options.WayIn is not WayIn.Http)
            return;

        InteractionEndpoint.Map(app);
        var logger = app.Services.GetRequiredService<ILogger<InteractionEndpoint>>();
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            logger.HttpModeIsOpen();
            if (BotToken.Parse(options.Token) is null)
                logger.CannotRegister();
        });
    }

    private static HttpClient Client(IServiceProvider all) =>
        all.GetRequiredService<DiscordHttp>().For(new Uri(all.GetRequiredService<IOptions<DiscordOptions>>().Value.ApiUrl));
}
