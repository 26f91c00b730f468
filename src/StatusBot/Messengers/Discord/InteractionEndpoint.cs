using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using StatusBot.Discord.Interactions;
using StatusBot.Discord.Model;
using StatusBot.Hosting;

namespace StatusBot.Messengers.Discord;

/// <summary>
/// <c>POST /interactions</c>: Discord's signed requests (interactions/overview.mdx). Nothing is parsed before the signature over the
/// raw bytes holds, and whatever is not right gets the same 401.
/// </summary>
internal sealed class InteractionEndpoint(IOptions<DiscordOptions> options, InteractionHandler handler, SeenInteractions seen)
{
    /// <summary>A message command carries a whole message of up to 6,000 characters of embeds and more; this is many times that.</summary>
    private const int LargestBody = 512 * 1024;

    private const int FirstBuffer = 8 * 1024;

    private readonly InteractionSignature _signature = InteractionSignature.FromPublicKey(options.Value.PublicKey!.Trim())!;

    public static void Map(WebApplication app) =>
        app.MapPost("/interactions", (InteractionEndpoint endpoint, HttpContext context) => endpoint.AnswerAsync(context))
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody));

    private async Task AnswerAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        var (body, length) = await ReadAsync(context);
        try
        {
            var raw = body.AsMemory(0, length);
            if (!_signature.Verifies(Single(headers[InteractionSignature.SignatureHeader]), Single(headers[InteractionSignature.TimestampHeader]), raw.Span)
                || Parse(raw.Span) is not { } interaction)
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }

            if (interaction.Type is not InteractionType.Ping && !seen.IsNew(interaction.Id))
            {
                // Delivered twice: the first one is answered, this one is taken note of.
                context.Response.StatusCode = StatusCodes.Status202Accepted;
                return;
            }

            await handler.TrackAsync(async () =>
            {
                var rest = await handler.AnswerAsync(interaction, response => WriteAsync(context, response));
                if (rest is not null)
                    context.Response.OnCompleted(() => handler.TrackAsync(rest));
            });
        }
        finally
        {
            if (body.Length > 0)
                ArrayPool<byte>.Shared.Return(body);
        }
    }

    private static Interaction? Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, DiscordJson.Default.Interaction);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task WriteAsync(HttpContext context, InteractionResponse response)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(response, DiscordJson.Default.InteractionResponse);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = json.Length;
        await context.Response.Body.WriteAsync(json, CancellationToken.None);
    }

    // The size limit of the endpoint bounds it; what is larger is read as nothing, and so is not signed.
    private static async Task<(byte[] Body, int Length)> ReadAsync(HttpContext context)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(context.Request.ContentLength ?? 0, FirstBuffer, LargestBody));
        var length = 0;
        try
        {
            while (await context.Request.Body.ReadAsync(buffer.AsMemory(length), context.RequestAborted) is var read and > 0)
            {
                length += read;
                if (length < buffer.Length)
                    continue;
                if (length >= LargestBody)
                    return (buffer, 0);
                var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                buffer.AsSpan(0, length).CopyTo(larger);
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = larger;
            }

            return (buffer, length);
        }
        catch (BadHttpRequestException)
        {
            return (buffer, 0);
        }
    }

    private static string? Single(StringValues values) => values.Count == 1 ? values[0] : null;
}
