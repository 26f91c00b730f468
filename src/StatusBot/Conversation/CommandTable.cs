namespace StatusBot.Conversation;

/// <summary>The commands there are. To add one, write its class in <c>Commands</c> and list it in <c>Commands/CommandsSetup.cs</c>.</summary>
internal sealed class CommandTable(IEnumerable<ICommand> commands)
{
    private readonly Dictionary<string, ICommand> _byName = commands.ToDictionary(command => command.Definition.Name.En, StringComparer.Ordinal);

    /// <summary>All of them, in the order in which they are offered.</summary>
    public IReadOnlyList<ICommand> All { get; } = [.. commands];

    /// <summary>The command of a name, or null.</summary>
    public ICommand? Find(string name) => _byName.GetValueOrDefault(name);
}
