using StatusBot.Conversation;
using StatusBot.Texts;

namespace StatusBot.Messengers.Terminal;

/// <summary>The bot in a terminal: a command line in, a card on standard output and an exit code out.</summary>
internal sealed class TerminalMessenger(CommandDispatcher dispatcher, TerminalHelp help, IReadOnlyList<TerminalVerb> verbs)
{
    /// <summary>The question was answered.</summary>
    public const int Answered = 0;

    /// <summary>There is no such code, comparison or view.</summary>
    public const int NothingFound = 1;

    /// <summary>There is no such command, or it is not used like that.</summary>
    public const int WrongUsage = 2;

    /// <summary>The most characters that count, whether typed or read.</summary>
    public const int TextLimit = 6000;

    // There is nobody else in a terminal.
    private const string Person = "terminal";

    /// <summary>Answers a command line.</summary>
    /// <param name="call">What it asks for.</param>
    /// <param name="input">Standard input, read for a verb that takes it.</param>
    /// <param name="output">Where answers go.</param>
    /// <param name="mistakes">Where everything else goes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(TerminalCall call, TextReader input, TerminalScreen output, TerminalScreen mistakes, CancellationToken cancellationToken)
    {
        switch (call)
        {
            case TerminalCall.Help asked:
                help.Write(asked.Verb, asked.Language, output);
                return Answered;
            case TerminalCall.Question question:
                return Show(question, await AnswerAsync(question, input, cancellationToken), output, mistakes);
            default:
                return Refuse((TerminalCall.Wrong)call, mistakes);
        }
    }

    /// <summary>Says that a command is not used like that.</summary>
    /// <returns>The exit code.</returns>
    public static int Refuse(TerminalCall.Wrong call, TerminalScreen mistakes)
    {
        var texts = BotTexts.In(call.Language);
        mistakes.WriteLine(call.Verb is null ? texts.NoSuchVerb : $"{texts.WrongUsage} {TerminalHelp.Usage(call.Verb, call.Language)}");
        return WrongUsage;
    }

    private int Show(TerminalCall.Question question, View? view, TerminalScreen output, TerminalScreen mistakes)
    {
        if (view is null)
        {
            mistakes.WriteLine(BotTexts.In(question.Language).NoSuchView);
            return NothingFound;
        }

        var isAnswer = !view.Card.IsNotice;
        if (isAnswer && question.IsJson)
            output.WriteLine(CardJson.Write(view.Card));
        else
            new CardDrawing(isAnswer ? output : mistakes).Draw(
                view.Card, NextCommand.Of(view.Controls, verbs, question.Language, question.IsLanguageChosen), question.Language);
        return isAnswer ? Answered : NothingFound;
    }

    // Null when the card has no button to what is asked for.
    private async Task<View?> AnswerAsync(TerminalCall.Question question, TextReader input, CancellationToken cancellationToken)
    {
        var verb = question.Verb;
        var options = new Dictionary<string, string>();
        if (verb.Option is not null && question.Text is { } typed)
            options[verb.Option] = Bounded(typed);
        var call = new CommandCall(Person, question.Language, verb.Name, options) { Input = question.Text is null && verb.ReadsInput ? input : null };
        var view = ViewOf(await dispatcher.DispatchAsync(call, cancellationToken));

        // As a person would, by the buttons: what has none is not there.
        foreach (var step in question.Turn is { } value ? verb.Turn!.StepsTo(value) : [])
        {
            if (view is null or { Card.IsNotice: true })
                break;
            if (ButtonTo(step, verb, view) is not { } button)
                return null;
            var use = new ComponentUse(Person, question.Language, button.Action.Id(Person), Chosen: null);
            view = ViewOf(await dispatcher.DispatchAsync(use, cancellationToken));
        }

        return view;
    }

    private static CardButton? ButtonTo(string value, TerminalVerb verb, View view) => view.Controls.Rows
        .OfType<ControlRow.Buttons>()
        .SelectMany(row => row.Items)
        .FirstOrDefault(button => button.Action.Command == verb.Name && button.Action.Arguments is [_, var to] && to == value);

    private static View? ViewOf(Reply reply) => reply switch
    {
        Reply.Message message => message.View,
        Reply.Edit edit => edit.View,
        _ => null,
    };

    private static string Bounded(string text) => text.Length <= TextLimit ? text : text[..TextLimit];
}
