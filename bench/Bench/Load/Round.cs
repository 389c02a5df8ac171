using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace PetitionMesh.Bench.Load;

/// <summary>One round of closed-loop load: each connection sends its next request as soon as the last is answered.</summary>
internal sealed class Round
{
    /// <summary>Enough of a problem document to know what was refused.</summary>
    private const int SampleBytes = 300;

    private readonly RoundOrder _order;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, long> _refused = new(StringComparer.Ordinal);
    private readonly LatencyHistogram _latency = new();
    private readonly Lock _gate = new();
    private long _measureFrom;
    private long _measureTo;
    private int _nextPreload;
    private int _nextNew;
    private long _answered;
    private long _acknowledged;
    private long _firsts;
    private string? _sample;

    private Round(RoundOrder order, TimeProvider time)
    {
        _order = order;
        _time = time;
        _nextPreload = order.PeopleFrom;
        _nextNew = order.NextNew;
    }

    public static Task<RoundResult> RunAsync(RoundOrder order, TimeProvider time) => new Round(order, time).RunAsync();

    private async Task<RoundResult> RunAsync()
    {
        var connections = _order.Callers.Select(_ => new HttpConnection()).ToArray();
        try
        {
            foreach (var connection in connections)
                await connection.ConnectAsync(_order.Port).ConfigureAwait(false);

            var preload = _order.Kind is RoundKind.Preload;
            var start = Stopwatch.GetTimestamp();
            _measureFrom = preload ? start : start + (long)(_order.Ramp * Stopwatch.Frequency);
            _measureTo = preload ? long.MaxValue : _measureFrom + (long)(_order.Seconds * Stopwatch.Frequency);
            var callers = connections.Select((c, i) => CallAsync(c, i)).ToArray();
            if (!preload)
                await Task.Delay(TimeSpan.FromSeconds(_order.Ramp), _time).ConfigureAwait(false);
            var cpuBefore = Environment.CpuUsage.TotalTime;
            if (!preload)
                await Task.Delay(TimeSpan.FromSeconds(_order.Seconds), _time).ConfigureAwait(false);
            else
                await Task.WhenAll(callers).ConfigureAwait(false);
            var cpu = Environment.CpuUsage.TotalTime - cpuBefore;
            var seconds = preload ? Stopwatch.GetElapsedTime(start).TotalSeconds : _order.Seconds;
            await Task.WhenAll(callers).ConfigureAwait(false);
            return new RoundResult(
                seconds, _answered, _acknowledged, _firsts, _refused, _nextNew, cpu.TotalSeconds, _latency.Summarise(), _sample);
        }
        finally
        {
            foreach (var connection in connections)
                connection.Dispose();
        }
    }

    private async Task CallAsync(HttpConnection connection, int index)
    {
        var text = new RequestText(_order.Callers[index], index, _order.Key);
        var random = new Random((_order.Seed * 1000) + index);
        var latency = new LatencyHistogram();
        long answered = 0, acknowledged = 0, firsts = 0;
        while (true)
        {
            var sent = Stopwatch.GetTimestamp();
            if (sent >= _measureTo || !TryNext(text, random, out var request))
                break;
            var answer = await connection.SendAsync(request).ConfigureAwait(false);
            var now = Stopwatch.GetTimestamp();
            if (answer.Status is < 200 or >= 300)
            {
                Refuse(answer);
                continue;
            }

            acknowledged++;
            if (_order.Kind is not RoundKind.Lookups && answer.Body.Span.IndexOf("\"first\":true"u8) >= 0)
                firsts++;
            if (sent >= _measureFrom && now <= _measureTo)
                latency.Record(now - sent);
            if (now >= _measureFrom && now <= _measureTo)
                answered++;
        }

        lock (_gate)
        {
            _latency.Add(latency);
            _answered += answered;
            _acknowledged += acknowledged;
            _firsts += firsts;
        }
    }

    private bool TryNext(RequestText text, Random random, out ReadOnlyMemory<byte> request)
    {
        // A little in the past: the clocks of the processes are one, but a reception is never in the future.
        var occurredAt = _time.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).AddSeconds(-1);
        switch (_order.Kind)
        {
            case RoundKind.Preload:
                var person = Interlocked.Increment(ref _nextPreload) - 1;
                request = person < _order.PeopleTo ? text.Reception(random, person, occurredAt) : default;
                return person < _order.PeopleTo;
            case RoundKind.Receptions:
                var isNew = random.Next(100) < _order.NewPercent;
                request = text.Reception(random, isNew ? Interlocked.Increment(ref _nextNew) - 1 : random.Next(_order.PeopleTo), occurredAt);
                return true;
            case RoundKind.Lookups:
                request = text.Lookup(random.Next(_order.PeopleTo));
                return true;
            default:
                throw new InvalidOperationException($"Unknown kind {_order.Kind}");
        }
    }

    private void Refuse(Answer answer)
    {
        _refused.AddOrUpdate(answer.Status.ToString(System.Globalization.CultureInfo.InvariantCulture), 1, (_, n) => n + 1);
        lock (_gate)
            _sample ??= Encoding.UTF8.GetString(answer.Body.Span[..Math.Min(SampleBytes, answer.Body.Length)]).ReplaceLineEndings(" ");
    }
}
