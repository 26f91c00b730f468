using System.Text.Json.Nodes;
using StatusBot.Discord.Model;

namespace StatusBot.Messengers.LocalChannel;

/// <summary>Errors with the codes that Discord gives (topics/opcodes-and-status-codes.mdx, "JSON Error Codes").</summary>
internal static class LocalErrors
{
    public static IResult UnknownChannel() => Error(StatusCodes.Status404NotFound, 10003, "Unknown Channel");

    public static IResult UnknownMessage() => Error(StatusCodes.Status404NotFound, 10008, "Unknown Message");

    public static IResult InvalidToken() => Error(StatusCodes.Status401Unauthorized, 50027, "Invalid Webhook Token");

    public static IResult InvalidBody(string field) => Error(StatusCodes.Status400BadRequest, 50035, $"Invalid Form Body: {field}");

    public static IResult RefusedAnswer(IReadOnlyList<RuleViolation> violations) =>
        Error(StatusCodes.Status502BadGateway, 50035, $"Invalid Form Body: {string.Join("; ", violations)}");

    private static IResult Error(int status, int code, string message) => TypedResults.Text(
        new JsonObject { ["code"] = code, ["message"] = message }.ToJsonString(),
        "application/json",
        statusCode: status);
}
