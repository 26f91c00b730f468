namespace StatusBot.Hosting;

/// <summary>
/// Ends the program because trying again would not help. A background service that throws would stop the host too, but the
/// process would exit with 0, and an orchestrator would take that for a success.
/// </summary>
internal sealed class FatalEnd(IHostApplicationLifetime lifetime)
{
    /// <summary>What is wrong and what to do, or null when nothing is.</summary>
    public string? Message { get; private set; }

    /// <summary>Stops the host; the sentence becomes the last line that the program writes.</summary>
    public void Because(string message)
    {
        Message ??= message;
        lifetime.StopApplication();
    }
}
