using Orleans;
using Orleans.Runtime;

namespace PetitionMesh.Peers.GrainStorage;

/// <summary>Knows the person's cases. Writes its state only when a case is new.</summary>
internal sealed class PersonGrain([PersistentState("person")] IPersistentState<PersonState> person) : Grain, IPersonGrain
{
    public async Task<Arrived> ReceiveAsync(Arrival arrival)
    {
        if (!person.State.Cases.TryGetValue(arrival.CaseNumber, out var id))
        {
            id = Guid.CreateVersion7(arrival.Reception.OccurredAt);
            person.State.Cases.Add(arrival.CaseNumber, id);
            (person.State.Name, person.State.Phone) = (arrival.Name, arrival.Phone);
            await person.WriteStateAsync();
        }

        return await GrainFactory.GetGrain<ICaseGrain>(id).ReceiveAsync(arrival);
    }

    public async Task<KnownCase[]> CasesAsync() =>
        await Task.WhenAll(person.State.Cases.Values.Select(id => GrainFactory.GetGrain<ICaseGrain>(id).ShowAsync()));
}
