using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;

namespace PetitionMesh.Cluster.Load;

/// <summary>
/// Clerks who register without pause. Each repeats a registration, same key and same bytes, until it is acknowledged, whatever
/// happens to the process or the database; some repeat it once more afterwards and must be told the same.
/// </summary>
internal sealed class ReceptionLoad
{
    /// <summary>The contract's longest call: HTTP gives up after 15 s; the rest is a slow machine's.</summary>
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(16);

    /// <summary>A court's system pauses before it repeats; shorter than Retry-After, to press harder.</summary>
    private static readonly TimeSpan BeforeRepeating = TimeSpan.FromMilliseconds(100);

    private static readonly string[] Channels = ["visit", "letter", "call", "email", "online", "video"];

    private readonly Courts _courts;
    private readonly int _seed;
    private readonly int _people;
    private readonly ConcurrentDictionary<string, Acknowledged> _acknowledged = new();
    private readonly ConcurrentDictionary<int, int> _statuses = new();
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly Task[] _clerks;
    private volatile bool _stopping;
    private int _count;
    private long _longestTicks;

    /// <param name="people">Few people make many repeats of the same cases, many make many first ones.</param>
    public ReceptionLoad(Courts courts, int seed, int clerks = 16, int people = 60)
    {
        _courts = courts;
        _seed = seed;
        _people = people;
        _clerks = [.. Enumerable.Range(0, clerks).Select(n => Task.Run(() => RegisterAsync(n)))];
    }

    public int Count => Volatile.Read(ref _count);

    public IReadOnlyDictionary<string, Acknowledged> Acknowledged => _acknowledged;

    public IReadOnlyDictionary<int, int> Statuses => _statuses;

    /// <summary>Answers that no caller may ever get: a 500, a refusal of what is right, a call beyond its time, a repeat told otherwise.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    public TimeSpan Longest => TimeSpan.FromTicks(Volatile.Read(ref _longestTicks));

    public string Figures =>
        $"{Count} acknowledged; answers {string.Join(", ", _statuses.OrderBy(s => s.Key).Select(s => $"{(s.Key == 0 ? "cut off" : s.Key)}×{s.Value}"))}; longest call {Longest.TotalSeconds:0.0} s";

    /// <summary>Nothing new from now on; completes when everything begun is acknowledged.</summary>
    public async Task FinishAsync(TimeSpan within)
    {
        _stopping = true;
        await Task.WhenAll(_clerks).WaitAsync(within);
    }

    private async Task RegisterAsync(int clerk)
    {
        var random = new Random(HashCode.Combine(_seed, clerk));
        for (var n = 0; !_stopping; n++)
        {
            var person = random.Next(_people);
            var registration = Registration.Of(
                $"{_seed}-{clerk}-{n}",
                _courts.All[random.Next(_courts.All.Count)],
                (_seed % 1000 * 1000) + person,
                Invented.CaseNumber(person),
                Channels[random.Next(Channels.Length)]);
            var told = await UntilAcknowledgedAsync(registration);
            _acknowledged[registration.Key] = told;
            Interlocked.Increment(ref _count);
            if (random.Next(4) == 0 && await UntilAcknowledgedAsync(registration) is var again && again != told)
                _faults.Enqueue($"{registration.Key} was told {told} and then {again}");
        }
    }

    private async Task<Acknowledged> UntilAcknowledgedAsync(Registration registration)
    {
        while (true)
        {
            var answer = await _courts.RegisterAsync(registration);
            Note(registration, answer);
            if (answer.Status == HttpStatusCode.Created)
                return Read(registration.Key, answer.Body);
            if ((int)answer.Status is >= 400 and < 500)
                throw new InvalidOperationException($"{registration.Key} was refused: {(int)answer.Status} {answer.Body}");
            await Task.Delay(BeforeRepeating);
        }
    }

    private void Note(Registration registration, Answer answer)
    {
        _statuses.AddOrUpdate((int)answer.Status, 1, (_, n) => n + 1);
        var ticks = answer.Took.Ticks;
        for (var longest = Volatile.Read(ref _longestTicks); ticks > longest; longest = Volatile.Read(ref _longestTicks))
            Interlocked.CompareExchange(ref _longestTicks, ticks, longest);
        if (answer.Took > LongestCall)
            _faults.Enqueue($"{registration.Key}: a call took {answer.Took.TotalSeconds:0.0} s ({answer.Status})");
        if (answer.Status is not (HttpStatusCode.Created or HttpStatusCode.ServiceUnavailable or 0))
            _faults.Enqueue($"{registration.Key}: {(int)answer.Status} {answer.Body}");
        if (answer.Status == HttpStatusCode.ServiceUnavailable && !answer.HasRetryAfter)
            _faults.Enqueue($"{registration.Key}: 503 without Retry-After: {answer.Body}");
    }

    private static Acknowledged Read(string key, string body)
    {
        using var json = JsonDocument.Parse(body);
        var answer = json.RootElement;
        return new Acknowledged(
            key,
            answer.GetProperty("receptionId").GetString()!,
            answer.GetProperty("caseId").GetString()!,
            answer.GetProperty("number").GetInt32(),
            answer.GetProperty("first").GetBoolean(),
            answer.GetProperty("owner") is { ValueKind: JsonValueKind.Object } owner ? owner.GetProperty("leaderId").GetString() : null);
    }
}
