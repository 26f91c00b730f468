using System.Globalization;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using StatusBot.StandIn.Rules;

namespace StatusBot.StandIn.Gateway;

/// <summary>The Gateway: connections, sessions, heartbeats and dispatches (events/gateway.mdx).</summary>
internal sealed class GatewayServer(StandInOptions options, Journal journal, FaultPlan faults, string token, string applicationId)
{
    private const int MostPayloadBytes = 4096;
    private const int MostPayloads = 120;
    private const int MostSessions = 1_000;
    private const int TotalIdentifies = 1_000;
    private const int LateFactorPercent = 125;
    private static readonly TimeSpan PayloadWindow = TimeSpan.FromSeconds(60);

    // Discord measures from arrival to arrival, and a client from sending to sending.
    private static readonly TimeSpan WindowTolerance = TimeSpan.FromMilliseconds(100);

    // After these, no session is left to resume.
    private static readonly IReadOnlySet<int> EndingCodes = new HashSet<int> { 1000, 1001, 4004, 4007, 4009, 4010, 4011, 4012, 4013, 4014 };

    private readonly Lock _gate = new();
    private readonly HashSet<GatewayConnection> _connections = [];
    private readonly List<Session> _sessions = [];
    private readonly Dictionary<int, Session> _byShard = [];
    private readonly Dictionary<int, long> _identifiedAt = [];
    private readonly long _start = options.TimeProvider.GetTimestamp();
    private TaskCompletionSource _changed = New();
    private int _remaining = options.SessionStartRemaining;
    private bool _wasRestored;
    private bool _isTokenReset;
    private int _identifies;
    private int _sprinkled;
    private int _opened;

    /// <summary>Where the Gateway is; known once the server listens.</summary>
    public Uri Url { get; set; } = new("ws://127.0.0.1/gateway");

    public int Identifies => Volatile.Read(ref _identifies);

    public int Opened => Volatile.Read(ref _opened);

    public bool TokenHolds => !Volatile.Read(ref _isTokenReset);

    private TimeSpan Interval => TimeSpan.FromMilliseconds(options.HeartbeatIntervalMs);

    private TimeProvider Time => options.TimeProvider;

    public IReadOnlyList<GatewaySession> Sessions
    {
        get
        {
            lock (_gate)
                return [.. _sessions.Select(session => session.Shown())];
        }
    }

    public JsonObject Described()
    {
        lock (_gate)
        {
            Restore();
            return new JsonObject
            {
                ["url"] = Url.ToString(),
                ["shards"] = options.Shards,
                ["session_start_limit"] = new JsonObject
                {
                    ["total"] = TotalIdentifies,
                    ["remaining"] = Math.Max(0, _remaining),
                    ["reset_after"] = _wasRestored ? 86_400_000 : Math.Max(0, options.SessionStartResetAfterMs - (long)Time.GetElapsedTime(_start).TotalMilliseconds),
                    ["max_concurrency"] = options.MaxConcurrency,
                },
                ["x_unknown"] = 1,
            };
        }
    }

    /// <summary>Serves a connection until its end.</summary>
    public async Task ServeAsync(HttpContext context, bool isResumeUrl, CancellationToken stopping)
    {
        if (faults.Take(GatewayFault.WithholdHandshake))
        {
            if (isResumeUrl)
                TurnedAway();
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, context.RequestAborted);
            await Task.Delay(Timeout.InfiniteTimeSpan, either.Token).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            context.Abort();
            return;
        }

        if (faults.Take(isResumeUrl ? GatewayFault.RefuseResumeUrl : GatewayFault.RefuseGatewayUrl))
        {
            if (isResumeUrl)
                TurnedAway();
            context.Response.StatusCode = 503;
            return;
        }

        if (!context.WebSockets.IsWebSocketRequest)
        {
            journal.Violates("gateway.handshake", "no WebSocket handshake");
            context.Response.StatusCode = 400;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var compress = context.Request.Query["compress"].ToString();
        using var connection = new GatewayConnection(socket, context.Abort, isResumeUrl, compress is "zlib-stream", faults, Time);
        lock (_gate)
            _connections.Add(connection);
        Interlocked.Increment(ref _opened);
        await using var stop = stopping.Register(() => connection.Abort("the stand-in stops"));
        var sending = connection.SendAllAsync();

        if (context.Request.Query["v"] != "10" || context.Request.Query["encoding"] != "json")
            Refuse(connection, 4012, "gateway.query", "v=10&encoding=json did not come with the URL");
        else if (compress is not ("" or "zlib-stream"))
            Refuse(connection, 4002, "gateway.query", $"compress={compress} is not played here");
        else
            Welcome(connection);

        var watching = WatchAsync(connection);
        await ReceiveAsync(connection);
        connection.End();
        await Task.WhenAll(sending, watching);
    }

    /// <summary>Sends an interaction to a shard's session, as soon as it has one.</summary>
    public async Task DispatchAsync(int shard, JsonObject json, SentInteraction interaction, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_byShard.TryGetValue(shard, out var session))
                {
                    interaction.Restart();
                    if (options.Sprinkles && _sprinkled++ % 3 == 0)
                        Sprinkle(session);
                    Dispatch(session, "INTERACTION_CREATE", json, interaction);
                    if (faults.Take(GatewayFault.DuplicateInteraction))
                        Dispatch(session, "INTERACTION_CREATE", json, interaction);
                    return;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    public bool Dispatch(int shard, string type, JsonNode data)
    {
        lock (_gate)
        {
            if (!_byShard.TryGetValue(shard, out var session))
                return false;
            Dispatch(session, type, data, null);
            return true;
        }
    }

    /// <summary>Waits until every shard has a session with a connection.</summary>
    public async Task ReadyAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (Enumerable.Range(0, options.Shards).All(shard => _byShard.GetValueOrDefault(shard)?.Connection is { IsReady: true }))
                    return;
                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Does something to the connection of a shard, if it has one.</summary>
    public bool Act(int shard, Action<GatewayConnection> act)
    {
        lock (_gate)
        {
            if (_connections.FirstOrDefault(known => known.Session?.Shard == shard && known.CloseCode == 0) is not { } connection)
                return false;
            act(connection);
            return true;
        }
    }

    public void Invalidate(GatewayConnection connection, bool resumable)
    {
        lock (_gate)
        {
            if (!resumable && connection.Session is { } session)
            {
                End(session);
                connection.Session = null;
                connection.IsReady = false;
            }

            InvalidSession(connection, resumable);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Changed()
    {
        _changed.TrySetResult();
        _changed = New();
    }

    private void TurnedAway()
    {
        // Whose attempt it was is not known yet, and a lost connection may not have been noticed.
        lock (_gate)
        {
            foreach (var session in _byShard.Values)
                session.WasTurnedAway = true;
        }
    }

    private void Welcome(GatewayConnection connection)
    {
        if (faults.Take(GatewayFault.ReconnectBeforeHello))
        {
            lock (_gate)
                connection.AskToReconnect();
            if (connection.IsResumeUrl)
                TurnedAway();
            return;
        }

        if (faults.Take(GatewayFault.WithholdHello))
        {
            if (connection.IsResumeUrl)
                TurnedAway();
            return;
        }

        lock (_gate)
        {
            connection.HasHello = true;
            connection.LastBeat = Time.GetTimestamp();
            Send(connection, 10, new JsonObject { ["heartbeat_interval"] = options.HeartbeatIntervalMs, ["_trace"] = new JsonArray("stand-in") });
        }
    }

    private static void Send(GatewayConnection connection, int op, JsonNode? data) =>
        connection.Send(new JsonObject { ["t"] = null, ["s"] = null, ["op"] = op, ["d"] = data }.ToJsonString());

    private async Task ReceiveAsync(GatewayConnection connection)
    {
        var buffer = new byte[MostPayloadBytes + 1];
        var (code, byClient, reason) = (1006, true, "the connection was lost");
        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await connection.Socket.ReceiveAsync(buffer.AsMemory(length), connection.Ended);
                    length += part.Count;
                }
                while (!part.EndOfMessage && length < buffer.Length);

                if (part.MessageType is WebSocketMessageType.Close)
                {
                    code = connection.Socket.CloseStatus is { } status and not WebSocketCloseStatus.Empty ? (int)status : 1005;
                    reason = connection.Socket.CloseStatusDescription ?? "";
                    if (connection.CloseCode == 0)
                        await connection.Socket.CloseOutputAsync(connection.Socket.CloseStatus is null or WebSocketCloseStatus.Empty ? WebSocketCloseStatus.NormalClosure : connection.Socket.CloseStatus.Value, null, connection.Ended);
                    break;
                }

                if (connection.CloseCode != 0)
                    continue;
                if (length > MostPayloadBytes)
                {
                    Refuse(connection, 4002, "gateway.payload_size", $"a payload of more than {MostPayloadBytes} bytes");
                    continue;
                }

                Take(connection, buffer.AsSpan(0, length), part.MessageType);
            }
        }
        catch (Exception lost) when (lost is WebSocketException or OperationCanceledException or IOException or InvalidOperationException)
        {
        }

        if (connection.CloseCode is not 0 and var own)
            (code, byClient, reason) = (own, false, connection.CloseReason);
        Ended(connection, code, byClient, reason);
    }

    private void Ended(GatewayConnection connection, int code, bool byClient, string reason)
    {
        lock (_gate)
        {
            _connections.Remove(connection);
            var session = connection.Session;
            var close = new GatewayClose(session?.Shard, code, byClient, reason, journal.Now);
            journal.Add(close);
            session?.Closed(close);
            if (session?.Connection == connection)
                session.Connection = null;
            if (byClient && code is 1000 or 1001 && session is not null)
            {
                if (connection.ToldToReconnect is not null)
                    journal.Violates("close.ends_session", $"shard {session.Shard} was told to reconnect, and ended its session by closing with {code}");
                else if (connection.OwesAck is not null)
                    journal.Violates("close.ends_session", $"shard {session.Shard} got no ACK, and ended its session by closing with {code}");
            }

            // A session whose READY was never sent has no name that a client could resume.
            if (session is not null && ((byClient ? code is 1000 or 1001 : EndingCodes.Contains(code)) || !connection.IsReady))
                End(session);
            Changed();
        }
    }

    private void End(Session session)
    {
        session.HasEnded = true;
        session.Connection = null;
        if (_byShard.GetValueOrDefault(session.Shard) == session)
            _byShard.Remove(session.Shard);
    }

    private void Refuse(GatewayConnection connection, int code, string rule, string detail)
    {
        if (connection.CloseCode != 0)
            return;
        journal.Violates(rule, $"{detail} (closed with {code})");
        connection.Close(code, detail.Length > 100 ? detail[..100] : detail);
    }

    private void Take(GatewayConnection connection, ReadOnlySpan<byte> bytes, WebSocketMessageType type)
    {
        lock (_gate)
        {
            var now = Time.GetTimestamp();
            connection.Received.Enqueue(now);
            while (connection.Received.TryPeek(out var oldest) && Time.GetElapsedTime(oldest, now) > PayloadWindow)
                connection.Received.Dequeue();
            if (connection.Received.Count > MostPayloads)
            {
                Refuse(connection, 4008, "gateway.rate", $"more than {MostPayloads} payloads in {PayloadWindow.TotalSeconds} s");
                return;
            }

            JsonObject? payload = null;
            if (type is WebSocketMessageType.Text)
            {
                try
                {
                    payload = JsonNode.Parse(bytes) as JsonObject;
                }
                catch (JsonException)
                {
                    // refused below
                }
            }

            if (payload?["op"].Integer() is not { } op)
            {
                Refuse(connection, 4002, "gateway.payload", type is WebSocketMessageType.Text ? "a payload that is no JSON object with an op" : "a binary payload");
                return;
            }

            Take(connection, op, payload["d"]);
        }
    }

    private void Take(GatewayConnection connection, long op, JsonNode? data)
    {
        if (!connection.HasHello)
            journal.Violates("gateway.order", $"op {op} before HELLO");
        switch (op)
        {
            case 1:
                Heartbeat(connection, data);
                break;
            case 2 when connection.Session is not null:
            case 6 when connection.Session is not null:
                Refuse(connection, 4005, "identify.twice", $"op {op} on a connection that has a session");
                break;
            case 2:
                Identify(connection, data);
                break;
            case 6:
                Resume(connection, data);
                break;
            case 3 or 4 or 8 or 31 or 43 when connection.Session is null:
                Refuse(connection, 4003, "gateway.order", $"op {op} before Identify or Resume");
                break;
            case 3:
                if (IdentifyChecks.Presence(data) is { } wrong)
                    Refuse(connection, 4002, "presence.invalid", wrong);
                else
                    connection.Session!.Presence = data!.DeepClone().AsObject();
                break;
            case 4 or 8 or 31 or 43:
                break;
            default:
                Refuse(connection, 4001, "gateway.opcode", $"op {op} is none that a client sends");
                break;
        }
    }

    private void Heartbeat(GatewayConnection connection, JsonNode? data)
    {
        var now = Time.GetTimestamp();
        var sequence = data.Integer();
        if (data is not null && sequence is null)
        {
            Refuse(connection, 4002, "heartbeat.sequence", "a heartbeat's d is neither null nor a number");
            return;
        }

        if (connection.Session is { } session)
        {
            session.Heartbeats++;
            if (sequence > session.Sequence)
            {
                End(session);
                Refuse(connection, 4007, "heartbeat.sequence", $"sequence {sequence} was never sent; the last is {session.Sequence}");
                return;
            }

            if (sequence < connection.LastBeatSequence || (sequence is null && connection.LastBeatSequence is not null))
                journal.Violates("heartbeat.sequence", $"a heartbeat of shard {session.Shard} goes back to {sequence?.ToString(CultureInfo.InvariantCulture) ?? "null"}");
            connection.LastBeatSequence = (int?)sequence;
            session.Acknowledge(sequence ?? 0);
        }

        if (connection.OwesAck is { } owed && Time.GetElapsedTime(owed, now) > Interval * 0.9 && Time.GetElapsedTime(connection.LastSent) > Interval * 0.9)
            journal.Violates("heartbeat.zombie", "the next heartbeat came although the last had no ACK");
        connection.LastBeat = now;
        connection.AskedForBeat = null;
        if (connection.Session is { } known && faults.TakeAck(known.Shard))
        {
            connection.OwesAck ??= now;
            return;
        }

        connection.OwesAck = null;
        Send(connection, 11, null);
    }

    private void Identify(GatewayConnection connection, JsonNode? data)
    {
        if (data is not JsonObject identify)
        {
            Refuse(connection, 4002, "identify.invalid", "Identify has no d");
            return;
        }

        if (identify["token"].Text() != token || _isTokenReset)
        {
            Refuse(connection, 4004, "identify.token", "not this bot's token");
            return;
        }

        if (IdentifyChecks.Identify(identify, options.Shards) is var (code, detail))
        {
            Refuse(connection, code, "identify.invalid", detail);
            return;
        }

        if (connection.IsResumeUrl && !connection.WasInvalidated)
            journal.Violates("identify.url", "Identify at the resume URL, which is for Resume");

        Interlocked.Increment(ref _identifies);
        Restore();
        if (--_remaining < 0)
        {
            Volatile.Write(ref _isTokenReset, true);
            journal.Violates("identify.limit", "more identifies than session_start_limit.remaining: all sessions end, and the token is reset");
            foreach (var every in _sessions)
                End(every);
            foreach (var every in _connections.ToArray())
                every.Close(4004, "the token was reset");
            return;
        }

        var shard = (int)((identify["shard"] as JsonArray)?[0].Integer() ?? 0);
        var bucket = shard % options.MaxConcurrency;
        if (_identifiedAt.TryGetValue(bucket, out var last) && Time.GetElapsedTime(last) < options.IdentifyWindow - WindowTolerance)
        {
            journal.Violates("identify.concurrency", string.Create(CultureInfo.InvariantCulture, $"shard {shard} identified {Time.GetElapsedTime(last).TotalSeconds:0.000} s after another of its bucket"));
            InvalidSession(connection, false);
            return;
        }

        _identifiedAt[bucket] = Time.GetTimestamp();
        if (faults.Take(GatewayFault.RejectIdentify))
        {
            InvalidSession(connection, false);
            return;
        }

        var session = new Session(RandomNumberGenerator.GetHexString(32, lowercase: true), shard, identify["intents"].Integer()!.Value)
        {
            Connection = connection,
            IsCompressed = connection.IsCompressed,
            Presence = identify["presence"]?.DeepClone() as JsonObject,
        };
        (connection.Session, connection.WasInvalidated, connection.LastBeatSequence, connection.LastBeat) = (session, false, null, Time.GetTimestamp());
        if (_sessions.Count >= MostSessions)
            _sessions.RemoveAt(0);
        _sessions.Add(session);
        if (faults.Take(GatewayFault.WithholdReady))
            return;

        _byShard[shard] = session;
        connection.IsReady = true;
        Dispatch(session, "READY", Ready(session), null);
        if (options.Sprinkles)
            Sprinkle(session);
        Changed();
    }

    private JsonObject Ready(Session session) => new()
    {
        ["v"] = 10,
        ["user"] = new JsonObject { ["id"] = applicationId, ["username"] = "stand-in", ["bot"] = true, ["discriminator"] = "0000", ["verified"] = true, ["x_unknown"] = null },
        ["guilds"] = new JsonArray([.. options.Guilds.Where(guild => ShardOf(guild) == session.Shard).Select(guild => new JsonObject { ["id"] = guild, ["unavailable"] = true })]),
        ["session_id"] = session.Id,
        ["session_type"] = "normal",
        ["resume_gateway_url"] = new Uri(Url, "/resume").ToString(),
        ["shard"] = new JsonArray(session.Shard, options.Shards),
        ["application"] = new JsonObject { ["id"] = applicationId, ["flags"] = 0 },
        ["x_unknown"] = new JsonObject { ["deep"] = new JsonArray(1, "two", null) },
        ["_trace"] = new JsonArray("[\"stand-in\",{\"micros\":1}]"),
    };

    /// <summary>Which shard has a guild; 0 has everything without one.</summary>
    public int ShardOf(string? guildId) =>
        ulong.TryParse(guildId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? (int)((id >> 22) % (ulong)options.Shards) : 0;

    private void Resume(GatewayConnection connection, JsonNode? data)
    {
        if (data is not JsonObject resume || resume.Any(part => part.Key is not ("token" or "session_id" or "seq")))
        {
            Refuse(connection, 4002, "resume.invalid", "Resume has other than token, session_id and seq");
            return;
        }

        if (resume["token"].Text() != token || _isTokenReset)
        {
            Refuse(connection, 4004, "resume.token", "not this bot's token");
            return;
        }

        var session = _sessions.FirstOrDefault(known => known.Id == resume["session_id"].Text() && !known.HasEnded);
        if (faults.TakeRejectedResume() is { } resumable)
        {
            if (session is not null && resumable)
                session.WasTurnedAway = true;
            else if (session is not null)
                End(session);
            InvalidSession(connection, resumable);
            return;
        }

        if (session is null)
        {
            journal.Violates("resume.session", "no session has this id, or it has ended");
            InvalidSession(connection, false);
            return;
        }

        if (resume["seq"].Integer() is not { } sequence || sequence < 0 || sequence > session.Sequence)
        {
            End(session);
            Refuse(connection, 4007, "resume.sequence", $"seq is {resume["seq"]?.ToJsonString() ?? "null"}, the last was {session.Sequence}");
            return;
        }

        session.Acknowledge(sequence);
        if (!connection.IsResumeUrl && !session.WasTurnedAway)
            journal.Violates("resume.url", "Resume at another URL than resume_gateway_url, without having been turned away there");
        if (session.After((int)sequence) is not { } missed)
        {
            End(session);
            InvalidSession(connection, false);
            return;
        }

        if (session.Connection is { } other)
        {
            other.Session = null;
            other.Abort("the session was resumed elsewhere");
        }

        (session.Connection, session.WasTurnedAway, session.IsCompressed) = (connection, false, connection.IsCompressed);
        (connection.Session, connection.IsReady, connection.WasInvalidated, connection.LastBeatSequence) = (session, true, false, null);
        connection.LastBeat = Time.GetTimestamp();
        session.Resumes++;
        session.Replayed += missed.Count;
        foreach (var dispatch in missed)
        {
            if (dispatch.Interaction is { } late)
                late.Excused = true;
            connection.Send(dispatch.Json, dispatch.Interaction);
        }

        Dispatch(session, "RESUMED", new JsonObject { ["_trace"] = new JsonArray("stand-in") }, null);
        Changed();
    }

    private static void InvalidSession(GatewayConnection connection, bool resumable)
    {
        connection.WasInvalidated = true;
        Send(connection, 9, resumable);
    }

    private static void Dispatch(Session session, string type, JsonNode data, SentInteraction? interaction)
    {
        var dispatch = session.Number(type, data, interaction);
        if (session.Connection is { IsReady: true } connection)
            connection.Send(dispatch.Json, interaction);
        else
            interaction?.Excused = true;
    }

    private static void Sprinkle(Session session)
    {
        if (session.Connection is { IsReady: true } connection)
            Send(connection, 99, new JsonObject { ["x"] = new JsonArray(1, 2) });
        Dispatch(session, "STAND_IN_UNKNOWN", new JsonObject { ["한글"] = "무시하세요 😀" }, null);
        Dispatch(session, "GUILD_CREATE", new JsonObject { ["id"] = "290926798626357999", ["unavailable"] = false, ["name"] = 7 }, null);
    }

    private void Restore()
    {
        if (_wasRestored || Time.GetElapsedTime(_start).TotalMilliseconds < options.SessionStartResetAfterMs)
            return;
        (_wasRestored, _remaining) = (true, TotalIdentifies);
    }

    // Ends connections whose heartbeats are late, and those that were told to go and stay.
    private async Task WatchAsync(GatewayConnection connection)
    {
        var late = Interval * LateFactorPercent / 100;
        try
        {
            while (true)
            {
                await Task.Delay(Interval / 8, Time, connection.Ended);
                lock (_gate)
                {
                    if (connection.CloseCode != 0)
                        return;
                    if (connection.ToldToReconnect is { } told)
                    {
                        if (Time.GetElapsedTime(told) <= options.ReconnectLimit)
                            continue;
                        journal.Violates("reconnect.ignored", "the client was told to reconnect, and kept its connection");
                        connection.Abort("told to reconnect, and stayed");
                        return;
                    }

                    if (connection.AskedForBeat is { } asked && Time.GetElapsedTime(asked) > Interval / 2)
                    {
                        connection.AskedForBeat = null;
                        journal.Violates("heartbeat.requested", "a heartbeat was asked for, and did not come at once");
                    }

                    var since = Time.GetElapsedTime(connection.LastBeat);
                    if (!connection.HasHello || connection.WasInvalidated || since <= late)
                        continue;
                    if (connection.Session is { } session)
                        session.MissedHeartbeats++;
                    journal.Violates("heartbeat.late", string.Create(CultureInfo.InvariantCulture, $"no heartbeat for {since.TotalMilliseconds:0} ms, of {options.HeartbeatIntervalMs} (shard {connection.Session?.Shard.ToString(CultureInfo.InvariantCulture) ?? "unknown"})"));
                    connection.Abort("no heartbeat");
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // the connection has ended
        }
    }
}
