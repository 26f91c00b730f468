using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using StatusBot.Hosting;

namespace StatusBot.Messengers.LocalChannel;

internal static class LocalChannelSetup
{
    /// <summary>The channel in the browser: on when there is nothing to reach Discord with, unless the options say otherwise.</summary>
    public static void AddLocalChannel(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddSingleton<LocalDiscord>()
            .AddSingleton<LocalWebhook>()
            .AddSingleton<LocalEndpoints>()
            .AddSingleton<LocalWebhookEndpoints>();
    }

    /// <summary>The page, what it asks for, and Discord's routes.</summary>
    public static void MapLocalChannel(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<IOptions<LocalChannelOptions>>().Value.IsOn(app.Services.GetRequiredService<IOptions<DiscordOptions>>().Value))
            return;

        app.UseMiddleware<LocalGuard>();
        app.UseDefaultFiles();
        app.UseStaticFiles();

        var local = app.MapGroup(LocalPaths.Api).WithMetadata(new RequestSizeLimitAttribute(LocalEndpoints.LargestBody));
        local.MapGet("/session", (LocalEndpoints endpoints) => endpoints.OpenSession());
        local.MapGet("/commands", (LocalEndpoints endpoints) => endpoints.ListCommands());
        local.MapGet("/events", (LocalEndpoints endpoints, [FromQuery(Name = "channel_id")] string channelId, CancellationToken aborted) =>
            endpoints.Watch(channelId, aborted));
        local.MapPost("/interactions", (LocalEndpoints endpoints, HttpContext context) => endpoints.InteractAsync(context));

        var webhooks = app.MapGroup(LocalPaths.Discord + "/webhooks/{applicationId}/{token}").WithMetadata(new RequestSizeLimitAttribute(LocalEndpoints.LargestBody));
        webhooks.MapPost("", (LocalWebhookEndpoints endpoints, HttpContext context, string token) => endpoints.FollowUpAsync(context, token));
        webhooks.MapPatch("/messages/{messageId}", (LocalWebhookEndpoints endpoints, HttpContext context, string token, string messageId) =>
            endpoints.EditAsync(context, token, messageId));
        webhooks.MapDelete("/messages/{messageId}", (LocalWebhookEndpoints endpoints, string token, string messageId) =>
            endpoints.Delete(token, messageId));

        var logger = app.Services.GetRequiredService<ILogger<LocalEndpoints>>();
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            logger.LocalChannelIsOpen(LocalAddress.Of(app.Services.GetRequiredService<IServer>()));
            app.AdviseInContainer();
        });
    }
}
