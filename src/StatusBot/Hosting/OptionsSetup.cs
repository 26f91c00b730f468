using Microsoft.Extensions.Options;

namespace StatusBot.Hosting;

internal static class OptionsSetup
{
    /// <summary>The options, held against each other at start.</summary>
    public static void AddBotOptions(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<DiscordOptions>().Bind(builder.Configuration.GetSection(DiscordOptions.Section)).ValidateOnStart();
        builder.Services.AddOptions<LocalChannelOptions>().Bind(builder.Configuration.GetSection(LocalChannelOptions.Section)).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<LocalChannelOptions>, LocalChannelValidation>();
    }
}

/// <summary>Refuses a local channel that contradicts itself, in a sentence that says what to set.</summary>
internal sealed class LocalChannelValidation(IConfiguration configuration, IOptions<DiscordOptions> discord) : IValidateOptions<LocalChannelOptions>
{
    public ValidateOptionsResult Validate(string? name, LocalChannelOptions options)
    {
        if (options.Listen is not (LocalChannelOptions.Loopback or LocalChannelOptions.Any))
            return ValidateOptionsResult.Fail($"LocalChannel:Listen is neither {LocalChannelOptions.Loopback} nor {LocalChannelOptions.Any}. Set it to one of them.");

        return options.Listen == LocalChannelOptions.Loopback
            && options.IsOn(discord.Value)
            && Listening.FirstOpen(configuration[WebHostDefaults.ServerUrlsKey]) is { } open
            ? ValidateOptionsResult.Fail(
                $"The address {open} can be reached from other machines, but the local channel is for this one. " +
                "Listen on http://localhost:5080, or set LocalChannel:Listen to any if only this machine can reach the port.")
            : ValidateOptionsResult.Success;
    }
}
