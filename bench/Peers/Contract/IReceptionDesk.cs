namespace PetitionMesh.Peers.Contract;

/// <summary>A reception that has passed the checks: who sends it, under which key, and the hash of its bytes.</summary>
internal sealed record Registration(string Caller, string? Key, byte[] BodyHash, ReceptionBody Body);

/// <summary>What each peer does in its own way; the endpoints around it are shared.</summary>
internal interface IReceptionDesk
{
    /// <summary>The answer once it is durable, or null when the key was used for another body.</summary>
    Task<ReceptionAnswer?> ReceiveAsync(Registration registration);

    Task<LookupAnswer> LookUpAsync(string caller, LookupBody person);
}
