using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using NSec.Cryptography;

namespace StatusBot.Load;

/// <summary>
/// Signed requests, ready to be written, and threads that write them: the loader shares the machine with what it measures, so
/// it does nothing but send and receive.
/// </summary>
internal static class HttpLoad
{
    private static readonly Key SigningKey = Key.Create(SignatureAlgorithm.Ed25519);

    /// <summary>The key that the requests are signed for.</summary>
    public static string PublicKey { get; } = Convert.ToHexStringLower(SigningKey.Export(KeyBlobFormat.RawPublicKey));

    /// <summary>Whole HTTP requests.</summary>
    public static byte[][] Sign(Asked[] interactions) => [.. interactions.AsParallel().AsOrdered().Select(Sign)];

    /// <summary>Sends requests over so many connections, each waiting for its answer before it sends the next.</summary>
    /// <returns>The time that each took.</returns>
    public static TimeSpan[] Run(Uri address, byte[][] requests, int inFlight)
    {
        var times = new TimeSpan[requests.Length];
        var next = -1;
        var threads = Enumerable.Range(0, inFlight).Select(_ => Task.Factory.StartNew(Send, TaskCreationOptions.LongRunning)).ToArray();
        Task.WaitAll(threads);
        return times;

        void Send()
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 10_000 };
            socket.Connect(IPAddress.Loopback, address.Port);
            var buffer = new byte[64 * 1024];
            for (var i = Interlocked.Increment(ref next); i < requests.Length; i = Interlocked.Increment(ref next))
            {
                var start = Stopwatch.GetTimestamp();
                socket.Send(requests[i]);
                Receive(socket, buffer);
                times[i] = Stopwatch.GetElapsedTime(start);
            }
        }
    }

    private static byte[] Sign(Asked asked)
    {
        var timestamp = "1700000000"u8;
        var signature = SignatureAlgorithm.Ed25519.Sign(SigningKey, [.. timestamp, .. asked.Body]);
        return
        [
            .. Encoding.ASCII.GetBytes(
                $"POST /interactions HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: Discord-Interactions/1.0 (+https://discord.com)\r\n" +
                $"Content-Type: application/json\r\nContent-Length: {asked.Body.Length}\r\n" +
                $"X-Signature-Ed25519: {Convert.ToHexStringLower(signature)}\r\nX-Signature-Timestamp: {Encoding.ASCII.GetString(timestamp)}\r\n\r\n"),
            .. asked.Body,
        ];
    }

    private static void Receive(Socket socket, byte[] buffer)
    {
        var (received, whole) = (0, int.MaxValue);
        while (received < whole)
        {
            var count = socket.Receive(buffer.AsSpan(received));
            if (count == 0)
                throw new InvalidOperationException("The connection was closed in the middle of an answer.");
            received += count;
            if (whole == int.MaxValue && buffer.AsSpan(0, received).IndexOf("\r\n\r\n"u8) is var end and >= 0)
                whole = end + 4 + LengthIn(buffer.AsSpan(0, end + 2));
        }
    }

    private static int LengthIn(ReadOnlySpan<byte> head)
    {
        var name = "Content-Length: "u8;
        var at = head.IndexOf(name);
        if (!head.StartsWith("HTTP/1.1 200"u8) || at < 0)
            throw new InvalidOperationException($"This is no answer to an interaction: {Encoding.ASCII.GetString(head)}");
        var digits = head[(at + name.Length)..];
        return int.Parse(digits[..digits.IndexOf((byte)'\r')], System.Globalization.CultureInfo.InvariantCulture);
    }
}
