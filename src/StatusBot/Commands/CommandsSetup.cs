using StatusBot.Cards;
using StatusBot.Conversation;

namespace StatusBot.Commands;

internal static class CommandsSetup
{
    /// <summary>The commands, in the order in which they are offered, and the cards that they draw.</summary>
    public static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddSingleton<StatusCard>()
        .AddSingleton<ComparisonCard>()
        .AddSingleton<ListCard>()
        .AddSingleton<FoundCard>()
        .AddSingleton<AboutCard>()
        .AddSingleton<EvidenceCard>()
        .AddSingleton<ListCommand>()
        .AddSingleton<Explanations>()
        .AddSingleton<ICommand, StatusCommand>()
        .AddSingleton<ICommand, FindCommand>()
        .AddSingleton<ICommand, ExplainCommand>()
        .AddSingleton<ICommand, CompareCommand>()
        .AddSingleton<ICommand>(all => all.GetRequiredService<ListCommand>())
        .AddSingleton<ICommand, AboutCommand>()
        .AddSingleton<ICommand, ExplainMessageCommand>()
        .AddSingleton<CommandTable>()
        .AddSingleton<CommandDispatcher>();
}
