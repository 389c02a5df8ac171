using System.Collections.Concurrent;
using Orleans;
using PetitionMesh.Peers.Contract;
using PetitionMesh.Peers.Sql;

namespace PetitionMesh.Peers.GrainStorage;

/// <summary>
/// Peer (e): the usual way on Orleans. The same grains (a person's, a case's) on one co-hosted silo, each keeping its state in ADO.NET
/// grain storage instead of a journal: two writes for a first reception, one for a repeat, each a transaction of its own.
/// </summary>
internal sealed class GrainStorageDesk(IGrainFactory grains, CityDirectory city, LookupRecord record, TimeProvider time) : IReceptionDesk
{
    private readonly ConcurrentDictionary<string, bool> _counters = new();

    public async Task<ReceptionAnswer?> ReceiveAsync(Registration registration)
    {
        var body = registration.Body;
        var now = time.GetUtcNow();
        var occurredAt = body.OccurredAt ?? now;
        var day = DateOnly.FromDateTime(occurredAt.ToOffset(TimeSpan.FromHours(8)).DateTime);
        var told = await grains.GetGrain<IPersonGrain>(Key(body.Petitioner.IdType, body.Petitioner.IdNumber!)).ReceiveAsync(new Arrival(
            new StoredReception(
                Guid.CreateVersion7(now), registration.Caller, registration.Key, registration.BodyHash, body.Court, body.Channel, body.ReceivedBy,
                occurredAt, body.Headcount ?? 1, body.Level ?? "local", body.Claim, body.Opinion ?? "", null),
            CaseNumber.Normal(body.Case.CaseNumber!), body.Petitioner.Name, body.Petitioner.Phone, day)).ConfigureAwait(false);
        if (told.Case is not { } id)
            return null;
        if (!told.Repeated)
            await CountAsync($"{body.Court} {day:yyyy-MM-dd}", told.Number == 1).ConfigureAwait(false);
        return new ReceptionAnswer(
            told.Reception.ToString(), id.ToString(), told.QueryCode, told.Number == 1, told.Number, city.Owner(told.Owner),
            told.Summons is { } summons ? new SummonsView(summons.ToString(), told.Owner, "sent") : null, []);
    }

    public async Task<LookupAnswer> LookUpAsync(string caller, LookupBody person)
    {
        await record.NoteAsync(caller).ConfigureAwait(false);
        var known = await grains.GetGrain<IPersonGrain>(Key(person.IdType, person.IdNumber)).CasesAsync().ConfigureAwait(false);
        return new LookupAnswer([.. known.Select(c => new CaseView(
            c.Id.ToString(), c.Number, c.Court, "open", c.Receptions, city.Owner(c.Owner), c.OpenedOn, c.LastOn))]);
    }

    /// <summary>What was counted since the start, for the recount after the rounds.</summary>
    public async Task<Counted> CountedAsync()
    {
        var read = await Task.WhenAll(_counters.Keys.Select(k => grains.GetGrain<ICounterGrain>(k).ReadAsync())).ConfigureAwait(false);
        return new Counted(read.Sum(r => r.Receptions), read.Sum(r => r.First));
    }

    private Task CountAsync(string counter, bool first)
    {
        _counters.TryAdd(counter, true);
        return grains.GetGrain<ICounterGrain>(counter).CountAsync(first);
    }

    private static string Key(string type, string number) => $"{type}/{number}";
}
