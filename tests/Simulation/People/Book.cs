using System.Collections.Immutable;
using System.Text.Json;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Memory;
using PetitionMesh.Simulation.Invariants;

namespace PetitionMesh.Simulation.People;

/// <summary>What all clients together were told: the promises the system has made. An answer that breaks one is noted at once.</summary>
internal sealed class Book(Action<string> broken, MemoryTables tables)
{
    private readonly Dictionary<(string Caller, string Key), Promise> _promises = [];

    public IReadOnlyCollection<Promise> Promises => _promises.Values;

    public Promise Of(Request request)
    {
        if (!_promises.TryGetValue((request.Id.Caller, request.Id.Key), out var promise))
            _promises.Add((request.Id.Caller, request.Id.Key), promise = new Promise(request.Id.Caller, request.Id.Key));
        return promise;
    }

    /// <summary>Somebody sends a request; remember it until <see cref="Note"/>.</summary>
    public Sending Send(Request request)
    {
        var promise = Of(request);
        promise.Request ??= request;
        promise.Bodies.Add(Text(request.Id.BodyHash));
        promise.OnTheWay++;
        return new Sending(request, promise, promise.Winner is not null, RefusalAudit.AtSending(request, tables));
    }

    public void Note(Sending sending, Reply reply)
    {
        var (request, promise, wasAnswered, known) = sending;
        var body = Text(request.Id.BodyHash);
        var isOther = promise.Winner is not null && promise.Winner != body;
        switch (reply)
        {
            case Reply.Done done:
                if (isOther)
                    broken($"{request.Id.Key} was answered for two bodies.");
                else
                    Done(request, promise, body, done.Answer);
                break;
            case Reply.KeyReused:
                if (promise.Winner == body || promise.Bodies.Count == 1)
                    broken($"{request.Id.Key} is called reused, though no other body was registered with it.");
                break;
            case Reply.Refused refused:
                Refused(request, promise, wasAnswered, isOther, refused.Refusal.Code);
                if (known.Overlooked(refused.Refusal) is { } overlooked)
                    broken($"{request.Id.Key} was refused ({refused.Refusal.Code}), overlooking {overlooked}.");
                break;
            case Reply.Unknown:
                promise.HasUnknown = true;
                break;
        }

        promise.OnTheWay--;
    }

    private void Done(Request request, Promise promise, string body, ImmutableArray<byte> answer)
    {
        if (promise.Winner is null)
        {
            (promise.Winner, promise.Answer, promise.Request) = (body, answer, request);
            if (request is Request.Reception && Read(answer) is var told
                && !tables.Ledger.Read(ledger => ledger.Receptions.Rows.Any(r => r.Reception == told.Reception.Guid)))
                broken($"{request.Id.Key} was acknowledged before its reception is in the ledger.");
        }
        else if (!promise.Answer.AsSpan().SequenceEqual(answer.AsSpan()))
            broken($"{request.Id.Key} was answered differently the second time.");
    }

    private void Refused(Request request, Promise promise, bool wasAnswered, bool isOther, string code)
    {
        if (code == "already-registered")
            broken($"{request.Id.Key} was registered, but its first answer is lost.");
        if (wasAnswered)
            broken(isOther ? $"{request.Id.Key} with another body was not called reused but {code}." : $"{request.Id.Key} was registered and then refused: {code}.");
        // Another attempt of the same command may still be under way and be lawful when its turn comes.
        if (promise is { OnTheWay: 1, HasUnknown: false, Winner: null } && promise.Bodies.Count == 1)
            promise.WasRefused = code;
    }

    public static ReceptionAnswer Read(ImmutableArray<byte> answer) => JsonSerializer.Deserialize(answer.AsSpan(), AnswersJson.Default.ReceptionAnswer)!;

    private static string Text(ImmutableArray<byte> hash) => Convert.ToHexStringLower(hash.AsSpan()[..8]);
}

/// <summary>A request on its way.</summary>
/// <param name="WasAnswered">Its key had been answered before it was sent.</param>
/// <param name="Known">What was committed when it was sent.</param>
internal sealed record Sending(Request Request, Promise Promise, bool WasAnswered, RefusalAudit Known);

/// <summary>What was told about one idempotency key.</summary>
internal sealed class Promise(string caller, string key)
{
    public string Caller => caller;

    public string Key => key;

    public HashSet<string> Bodies { get; } = [];

    public int OnTheWay { get; set; }

    public bool HasUnknown { get; set; }

    /// <summary>The body that was registered, once someone was told so.</summary>
    public string? Winner { get; set; }

    public ImmutableArray<byte> Answer { get; set; }

    /// <summary>What was asked; once somebody was told that it was done, the very one that was.</summary>
    public Request? Request { get; set; }

    /// <summary>Code of a refusal that is certain: nothing of this command may be in the journal.</summary>
    public string? WasRefused { get; set; }
}
