using Orleans;
using Orleans.Runtime;

namespace PetitionMesh.Peers.GrainStorage;

/// <summary>One turn at a time decides the first receiver; each reception is one write of the whole state.</summary>
internal sealed class CaseGrain([PersistentState("case")] IPersistentState<CaseState> stored) : Grain, ICaseGrain
{
    public async Task<Arrived> ReceiveAsync(Arrival arrival)
    {
        var reception = arrival.Reception;
        var state = stored.State;
        if (reception.Key is { } key && state.Receptions.FindIndex(r => r.Key == key && r.Caller == reception.Caller) is >= 0 and var known)
            return Repeat(state, known, reception.BodyHash);
        if (state.Receptions.Count == 0)
        {
            (state.Number, state.Court, state.Owner) = (arrival.CaseNumber, reception.Court, reception.Receiver);
            (state.QueryCode, state.OpenedOn) = (QueryCode.New(), arrival.Day);
        }
        else if (reception.Channel == "visit" && reception.Receiver != state.Owner)
        {
            reception = reception with { Summons = Guid.CreateVersion7(reception.OccurredAt) };
        }

        state.Receptions.Add(reception);
        await stored.WriteStateAsync();
        return Told(state, state.Receptions.Count - 1, repeated: false);
    }

    public Task<KnownCase> ShowAsync()
    {
        var state = stored.State;
        var last = state.Receptions[^1].OccurredAt.ToOffset(TimeSpan.FromHours(8));
        return Task.FromResult(new KnownCase(
            this.GetPrimaryKey(), state.Number!, state.Court!, state.Receptions.Count, state.Owner!, state.OpenedOn, DateOnly.FromDateTime(last.DateTime)));
    }

    private Arrived Repeat(CaseState state, int index, byte[] hash) => state.Receptions[index].BodyHash.AsSpan().SequenceEqual(hash)
        ? Told(state, index, repeated: true)
        : new Arrived(Guid.Empty, null, "", 0, "", null, Repeated: true);

    private Arrived Told(CaseState state, int index, bool repeated)
    {
        var reception = state.Receptions[index];
        return new Arrived(reception.Id, this.GetPrimaryKey(), state.QueryCode!, index + 1, state.Owner!, reception.Summons, repeated);
    }
}
