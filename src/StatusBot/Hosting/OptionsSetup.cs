using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Options;

namespace StatusBot.Hosting;

internal static class OptionsSetup
{
    private const string SecretsFolder = "/run/secrets";

    /// <summary>The options, from files, environment and command line, held against each other at start.</summary>
    public static void AddBotOptions(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<DiscordOptions>().Bind(builder.Configuration.GetSection(DiscordOptions.Section)).ValidateOnStart();
        builder.Services.AddOptions<LocalChannelOptions>().Bind(builder.Configuration.GetSection(LocalChannelOptions.Section)).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<DiscordOptions>, DiscordValidation>();
        builder.Services.AddSingleton<IValidateOptions<LocalChannelOptions>, LocalChannelValidation>();
    }

    /// <summary>
    /// Secrets as Docker and Kubernetes mount them: a file <c>Discord__Token</c>. They override <c>appsettings.json</c>, and
    /// environment and command line override them.
    /// </summary>
    /// <exception cref="OptionsValidationException">One cannot be read.</exception>
    public static void AddSecretFiles(this WebApplicationBuilder builder)
    {
        var files = new ConfigurationBuilder().AddKeyPerFile(SecretsFolder, optional: true).Sources[0];
        var sources = ((IConfigurationBuilder)builder.Configuration).Sources;
        try
        {
            sources.Insert(sources.ToList().FindLastIndex(source => source is JsonConfigurationSource) + 1, files);
        }
        catch (UnauthorizedAccessException)
        {
            throw new OptionsValidationException(SecretsFolder, typeof(DiscordOptions),
                [$"A file in {SecretsFolder} cannot be read. Make it readable for the user that the program runs as; in the image that is 1654."]);
        }
    }
}

/// <summary>Refuses what contradicts itself, in sentences that say what to set.</summary>
internal sealed class DiscordValidation : IValidateOptions<DiscordOptions>
{
    public ValidateOptionsResult Validate(string? name, DiscordOptions options) =>
        options.Contradictions().ToArray() is { Length: > 0 } failures ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
}

/// <summary>Refuses a local channel that contradicts itself, in a sentence that says what to set.</summary>
internal sealed class LocalChannelValidation(IConfiguration configuration, IOptions<DiscordOptions> discord) : IValidateOptions<LocalChannelOptions>
{
    public ValidateOptionsResult Validate(string? name, LocalChannelOptions options)
    {
        if (options.Listen is not (LocalChannelOptions.Loopback or LocalChannelOptions.Any))
            return ValidateOptionsResult.Fail($"LocalChannel:Listen is neither {LocalChannelOptions.Loopback} nor {LocalChannelOptions.Any}. Set it to one of them.");
        if (options.Enabled is false && discord.Value.WayIn is WayIn.None)
            return ValidateOptionsResult.Fail("There is nobody to answer: set Discord:Token or Discord:PublicKey, or leave LocalChannel:Enabled out.");

        return options.Listen == LocalChannelOptions.Loopback
            && options.IsOn(discord.Value)
            && Listening.FirstOpen(configuration[WebHostDefaults.ServerUrlsKey]) is { } open
            ? ValidateOptionsResult.Fail(
                $"The address {open} can be reached from other machines, but the local channel is for this one. " +
                "Listen on http://localhost:5080, or set LocalChannel:Listen to any if only this machine can reach the port.")
            : ValidateOptionsResult.Success;
    }
}
