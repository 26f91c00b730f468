using System.Text.Json;
using System.Text.Json.Nodes;

namespace StatusBot.Messengers.LocalChannel;

/// <summary>Reads a JSON object from a request.</summary>
internal static class LocalBody
{
    private const int DeepestNesting = 16;

    /// <summary>The object, or null for anything else. Its size is bounded by the endpoint.</summary>
    public static async ValueTask<JsonObject?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
            return null;

        try
        {
            var options = new JsonDocumentOptions { MaxDepth = DeepestNesting, AllowDuplicateProperties = false };
            return await JsonNode.ParseAsync(request.Body, documentOptions: options, cancellationToken: cancellationToken) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
