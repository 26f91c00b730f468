using StatusBot.Conversation;

namespace StatusBot.Commands;

/// <summary><c>Explain status codes</c> in the menu of a message: the same as <c>/explain</c>, for what somebody else wrote.</summary>
internal sealed class ExplainMessageCommand(Explanations explanations) : ICommand
{
    private const string Name = "Explain status codes";

    /// <inheritdoc/>
    public CommandDefinition Definition { get; } = new()
    {
        Name = new(Name, "상태 코드 설명"),
        Description = new("Explain the HTTP status codes in this message", "이 메시지에 나온 HTTP 상태 코드를 설명합니다"),
        Kind = CommandKind.OnMessage,
        IsPrivate = true,
    };

    /// <inheritdoc/>
    public ValueTask<Reply> AnswerAsync(CommandCall call, CancellationToken cancellationToken) => ValueTask.FromResult(
        explanations.Of(call.Message?.Text ?? "", call.Message?.Unread ?? [], call.Language, isPrivate: true));
}
