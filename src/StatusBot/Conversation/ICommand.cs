using StatusBot.Catalog;

namespace StatusBot.Conversation;

/// <summary>A command: its definition, and its answer. To add one, write a class and list it in <c>Commands/CommandsSetup.cs</c>.</summary>
internal interface ICommand
{
    /// <summary>Name, description and options, in every language.</summary>
    CommandDefinition Definition { get; }

    /// <summary>Answers a call.</summary>
    ValueTask<Reply> AnswerAsync(CommandCall call, CancellationToken cancellationToken);
}

/// <summary>A command that completes what is being typed.</summary>
internal interface ICompletingCommand : ICommand
{
    /// <summary>What may be about to be typed, the likeliest first; at most <see cref="Suggestion.Most"/>.</summary>
    IReadOnlyList<Suggestion> Complete(Typing typing);
}

/// <summary>A command whose replies have buttons or menus that lead back to it.</summary>
internal interface IPressableCommand : ICommand
{
    /// <summary>What a button or menu of this command shows, or null when it means nothing (any more).</summary>
    /// <param name="action">What the button means. Untrusted: it may be forged.</param>
    /// <param name="language">The language to show it in.</param>
    View? Show(CardAction action, Language language);
}
