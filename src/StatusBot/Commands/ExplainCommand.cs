using StatusBot.Conversation;

namespace StatusBot.Commands;

/// <summary><c>/explain</c>: the status codes in a pasted text, and where it went wrong. Private, as what people paste often is.</summary>
internal sealed class ExplainCommand(Explanations explanations) : ICommand
{
    private const string Name = "explain";
    private const string TextOption = "text";
    private const int MostCharacters = 6000;

    /// <inheritdoc/>
    public CommandDefinition Definition { get; } = new()
    {
        Name = new(Name, "설명"),
        Description = new("Explain the HTTP status codes in a log, an exception or a message", "로그, 예외, 메시지에 나온 HTTP 상태 코드를 설명합니다"),
        Options =
        [
            new()
            {
                Name = new(TextOption, "내용"),
                Description = new("Paste it: lines of a log, headers, an exception, configuration, code", "붙여 넣을 글: 로그, 헤더, 예외, 설정, 소스 코드"),
                IsRequired = true,
                MaxLength = MostCharacters,
            },
            CommonOptions.Language,
            CommonOptions.ShowPrivately,
        ],
        IsPrivate = true,
    };

    /// <inheritdoc/>
    public async ValueTask<Reply> AnswerAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var isPrivate = call.IsPrivate ?? Definition.IsPrivate;
        if (call.Input is { } input)
            return await explanations.OfAsync(input, call.Language, isPrivate, cancellationToken);
        var text = call.Text(TextOption);
        return explanations.Of(text.Length <= MostCharacters ? text : text[..MostCharacters], unread: [], call.Language, isPrivate);
    }
}
