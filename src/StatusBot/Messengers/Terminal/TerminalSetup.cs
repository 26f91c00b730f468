namespace StatusBot.Messengers.Terminal;

internal static class TerminalSetup
{
    /// <summary>The messenger, with the commands that can be typed.</summary>
    public static IServiceCollection AddTerminal(this IServiceCollection services) => services
        .AddSingleton(TerminalVerb.All)
        .AddSingleton<TerminalHelp>()
        .AddSingleton<TerminalMessenger>();
}
