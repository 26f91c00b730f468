using System.Security.Cryptography;
using StatusBot.Catalog;
using StatusBot.Texts;

namespace StatusBot.Conversation;

/// <summary>The one door of the bot: whatever the messenger, a request goes in and a reply comes out. It never throws but when cancelled.</summary>
internal sealed class CommandDispatcher(CommandTable commands, ILogger<CommandDispatcher> logger)
{
    private const string DeleteName = "delete";
    private const int ErrorIdLength = 8;

    /// <summary>The action of the button that deletes a card.</summary>
    public static CardAction DeleteAction(Language language) => new(DeleteName, language, []);

    /// <summary>Whether the answer to a call is for the person alone, as far as that is known before it is answered.</summary>
    public bool IsPrivate(CommandCall call) => call.IsPrivate ?? commands.Find(call.Command)?.Definition.IsPrivate ?? false;

    /// <summary>Answers a request.</summary>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public async ValueTask<Reply> DispatchAsync(Request request, CancellationToken cancellationToken)
    {
        try
        {
            return request switch
            {
                CommandCall call => await AnswerAsync(call, cancellationToken),
                Typing typing => new Reply.Suggestions(Complete(typing)),
                ComponentUse use => Press(use),
                _ => throw new ArgumentException("This kind of request is not known.", nameof(request)),
            };
        }
        // Whatever a command throws, the person gets an answer; the id leads whoever runs the bot to the log.
        catch (Exception problem) when (problem is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var id = RandomNumberGenerator.GetHexString(ErrorIdLength, lowercase: true);
            logger.AnswerFailed(problem, id);
            return request is Typing ? new Reply.Suggestions([]) : Notice(BotTexts.In(request.Locale).SomethingFailed(id));
        }
    }

    private async ValueTask<Reply> AnswerAsync(CommandCall call, CancellationToken cancellationToken) =>
        commands.Find(call.Command) is { } command
            ? await command.AnswerAsync(call, cancellationToken)
            : Notice(BotTexts.In(call.Locale).UnknownCommand);

    private IReadOnlyList<Suggestion> Complete(Typing typing) =>
        commands.Find(typing.Command) is ICompletingCommand command ? [.. command.Complete(typing).Take(Suggestion.Most)] : [];

    private Reply Press(ComponentUse use)
    {
        if (CardAction.Parse(use.Id) is not var (action, asker))
            return Notice(BotTexts.In(use.Locale).UnknownButton);

        var isTheirs = asker == use.Person;
        if (action.Command == DeleteName)
            return isTheirs ? new Reply.Delete() : Notice(BotTexts.In(use.Locale).OnlyTheAskerDeletes);

        if (use.Chosen is { } chosen)
            action = action with { Arguments = [.. action.Arguments, chosen] };
        if ((commands.Find(action.Command) as IPressableCommand)?.Show(action, action.Language) is not { } view)
            return Notice(BotTexts.In(use.Locale).UnknownButton);

        // Nobody's card changes under their eyes: anyone but the one who asked gets a copy of their own.
        return isTheirs ? new Reply.Edit(view) : new Reply.Message(view, IsPrivate: true);
    }

    private static Reply Notice(string text) => new Reply.Message(
        new View(new Card(CardColor.Notice, title: "", description: text), Controls.None),
        IsPrivate: true);
}

internal static partial class ConversationLog // ids 100-199; next free: 101
{
    [LoggerMessage(100, LogLevel.Error, "An answer failed; the person was given the id {ErrorId}")]
    public static partial void AnswerFailed(this ILogger logger, Exception problem, string errorId);
}
