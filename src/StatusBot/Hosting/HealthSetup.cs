namespace StatusBot.Hosting;

internal static class HealthSetup
{
    /// <summary>Live: the process answers. Ready: the bot can answer people.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => TypedResults.Text("live"));
        app.MapGet("/health/ready", () => TypedResults.Text("ready"));
    }
}
