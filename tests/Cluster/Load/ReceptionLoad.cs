using System.Collections.Concurrent;
using System.Diagnostics;
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

    /// <summary>Whoever has no answer after so long, however often he repeated, was failed.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private static readonly string[] Channels = ["visit", "letter", "call", "email", "online", "video"];

    private readonly Courts _courts;
    private readonly int _seed;
    private readonly int _people;
    private readonly int _clerkCount;
    private readonly bool _looksUp;
    private readonly ConcurrentDictionary<string, Acknowledged> _acknowledged = new();
    private readonly ConcurrentDictionary<int, int> _statuses = new();
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly AwaitableCount _count = new();
    private readonly AwaitableCount _steps = new();
    private readonly AwaitableCount _toldToComeBack = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task[] _clerks;
    private volatile bool _stopping;
    private int _lookUps;
    private int _late;
    private long _longestTicks;
    private long _longestWaitTicks;

    /// <param name="people">Few people make many repeats of the same cases, many make many first ones.</param>
    /// <param name="lookUps">Whether every registration is followed by a look-up of the same person, which must name the owner that was told.</param>
    public ReceptionLoad(Courts courts, int seed, int clerks = 16, int people = 60, bool lookUps = false)
    {
        _courts = courts;
        _seed = seed;
        _people = people;
        _looksUp = lookUps;
        _clerkCount = clerks;
        _clerks = [.. Enumerable.Range(0, clerks).Select(n => Task.Run(() => WorkAsync(n)))];
    }

    public int Count => _count.Value;

    /// <summary>What was acknowledged up to now; the load goes on meanwhile.</summary>
    public Acknowledged[] Acknowledged => [.. _acknowledged.Values];

    public IReadOnlyDictionary<int, int> Statuses => _statuses;

    /// <summary>Answers that no caller may ever get: a 500, a refusal of what is right, a call beyond its time, a repeat told otherwise.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    public TimeSpan Longest => TimeSpan.FromTicks(Volatile.Read(ref _longestTicks));

    /// <summary>Registrations a second of all clerks together; 0, as it begins, for as many as are answered.</summary>
    public double Pace { get; set; }

    /// <summary>From the first attempt of a registration to its acknowledgement.</summary>
    public TimeSpan LongestWaited => TimeSpan.FromTicks(Volatile.Read(ref _longestWaitTicks));

    /// <summary>Share of the registrations that stayed without an answer for 30 s, however often they were repeated.</summary>
    public double FailedShare => Count == 0 ? 0 : (double)Volatile.Read(ref _late) / Count;

    public string Figures =>
        $"{Count} acknowledged, {_lookUps} looked up; {_late} waited more than {LongestWait.TotalSeconds:0} s, the longest {LongestWaited.TotalSeconds:0.0} s; answers {string.Join(", ", _statuses.ToArray().OrderBy(s => s.Key).Select(s => $"{(s.Key == 0 ? "cut off" : s.Key)}×{s.Value}"))}; longest call {Longest.TotalSeconds:0.0} s";

    /// <summary>Completes when <see cref="Count"/> is <paramref name="count"/> or more; fails as soon as a clerk has given up, with his reason.</summary>
    public async Task ReachesAsync(int count) => await await Task.WhenAny(_count.ReachesAsync(count), _ended.Task);

    /// <summary>Completes at the clerks' next step but so many: a step is a registration that sets out, or one that is acknowledged.</summary>
    public Task StepsAsync(int more) => _steps.ReachesAsync(_steps.Value + more);

    /// <summary>Completes when so many answers in all were 503.</summary>
    public Task ToldToComeBackAsync(int answers) => _toldToComeBack.ReachesAsync(answers);

    /// <summary>Nothing new from now on; completes when everything begun is acknowledged.</summary>
    public async Task FinishAsync(TimeSpan within)
    {
        _stopping = true;
        await Task.WhenAll(_clerks).WaitAsync(within);
    }

    private async Task WorkAsync(int clerk)
    {
        try
        {
            await RegisterAsync(clerk);
        }
        catch (Exception reason)
        {
            _ended.TrySetException(reason);
            throw;
        }
    }

    private async Task RegisterAsync(int clerk)
    {
        var random = new Random(HashCode.Combine(_seed, clerk));
        var began = Stopwatch.StartNew();
        for (var n = 0; !_stopping; n++)
        {
            var person = random.Next(_people);
            var registration = Registration.Of(
                $"{_seed}-{clerk}-{n}",
                _courts.All[random.Next(_courts.All.Count)],
                (_seed % 1000 * 1000) + person,
                Invented.CaseNumber(person),
                Channels[random.Next(Channels.Length)]);
            if (Pace > 0 && TimeSpan.FromSeconds(_clerkCount / Pace) - began.Elapsed is { Ticks: > 0 } early)
                await Task.Delay(early);
            began.Restart();
            var told = await UntilAcknowledgedAsync(registration);
            NoteWait(began.Elapsed);
            _acknowledged[registration.Key] = told;
            _count.Increment();
            if (_looksUp)
                await LookUpAsync(registration.Court, (_seed % 1000 * 1000) + person, told);
            if (random.Next(4) == 0 && await UntilAcknowledgedAsync(registration) is var again && again != told)
                _faults.Enqueue($"{registration.Key} was told {told} and then {again}");
        }
    }

    private async Task<Acknowledged> UntilAcknowledgedAsync(Registration registration)
    {
        while (true)
        {
            var answering = _courts.RegisterAsync(registration);
            _steps.Increment();
            var answer = await answering;
            Note(registration, answer);
            if (answer.Status == HttpStatusCode.Created)
            {
                _steps.Increment();
                return Read(registration.Key, answer.Body);
            }
            if ((int)answer.Status is >= 400 and < 500)
                throw new InvalidOperationException($"{registration.Key} was refused: {(int)answer.Status} {answer.Body}");
            await Task.Delay(BeforeRepeating);
        }
    }

    /// <summary>A look-up that is answered names the owner; one that is not may be asked again later.</summary>
    private async Task LookUpAsync(string court, int person, Acknowledged told)
    {
        var answer = await _courts.LookUpAsync(court, person);
        if (answer.Took > LongestCall || answer.Status is not (HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable or 0))
            _faults.Enqueue($"look-up after {told}: {(int)answer.Status} after {answer.Took.TotalSeconds:0.0} s: {answer.Body}");
        if (answer.Status != HttpStatusCode.OK)
            return;
        Interlocked.Increment(ref _lookUps);
        if (!answer.Body.Contains($"\"leaderId\":\"{told.Owner}\"", StringComparison.Ordinal))
            _faults.Enqueue($"look-up after {told} names another owner: {answer.Body}");
    }

    private void NoteWait(TimeSpan waited)
    {
        if (waited > LongestWait)
            Interlocked.Increment(ref _late);
        Raise(ref _longestWaitTicks, waited.Ticks);
    }

    private static void Raise(ref long longest, long ticks)
    {
        for (var seen = Volatile.Read(ref longest); ticks > seen; seen = Volatile.Read(ref longest))
            Interlocked.CompareExchange(ref longest, ticks, seen);
    }

    private void Note(Registration registration, Answer answer)
    {
        _statuses.AddOrUpdate((int)answer.Status, 1, (_, n) => n + 1);
        if (answer.Status == HttpStatusCode.ServiceUnavailable)
            _toldToComeBack.Increment();
        Raise(ref _longestTicks, answer.Took.Ticks);
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
