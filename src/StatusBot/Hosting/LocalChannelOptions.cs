namespace StatusBot.Hosting;

/// <summary>The channel in the browser; section <c>LocalChannel</c>.</summary>
internal sealed class LocalChannelOptions
{
    public const string Section = "LocalChannel";

    /// <summary>Listens on this machine alone.</summary>
    public const string Loopback = "loopback";

    /// <summary>Listens on every address, for a container whose port is published on the host's loopback.</summary>
    public const string Any = "any";

    /// <summary>Whether it is on; null means: exactly when there are no credentials for Discord.</summary>
    public bool? Enabled { get; set; }

    /// <summary><see cref="Loopback"/> or <see cref="Any"/>. Requests for a foreign host are refused either way.</summary>
    public string Listen { get; set; } = Loopback;

    /// <summary>Whether the channel is served, given what there is to reach Discord with.</summary>
    public bool IsOn(DiscordOptions discord) => Enabled ?? !discord.HasCredentials;
}
