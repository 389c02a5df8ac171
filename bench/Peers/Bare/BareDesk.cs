using PetitionMesh.Peers.Contract;

namespace PetitionMesh.Peers.Bare;

/// <summary>
/// Peer (c): answers the contract's JSON from nothing. It shows what the web server, the token check and the JSON
/// cost on this machine, so what a system takes longer is its own.
/// </summary>
internal sealed class BareDesk(CityDirectory city, TimeProvider time) : IReceptionDesk
{
    public Task<ReceptionAnswer?> ReceiveAsync(Registration registration) => Task.FromResult<ReceptionAnswer?>(new ReceptionAnswer(
        Guid.CreateVersion7().ToString(), Guid.CreateVersion7().ToString(), QueryCode.New(), true, 1,
        city.Owner(registration.Body.ReceivedBy), null, []));

    public Task<LookupAnswer> LookUpAsync(string caller, LookupBody person)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return Task.FromResult(new LookupAnswer(
            [new CaseView("019306f0-0000-7000-8000-000000000001", "（2019）鲁9902民初1234号", "dg", "open", 3, city.Owner("L012"), today, today)]));
    }
}
