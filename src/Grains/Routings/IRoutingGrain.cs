namespace PetitionMesh.Grains.Routings;

/// <summary>One routing slip (Y2, Y3). Key: <see cref="RoutingId"/>. Calls no other grain.</summary>
[Alias("petition-mesh.i-routing")]
public interface IRoutingGrain : IGrainWithStringKey
{
    /// <summary>Answers with a <see cref="RoutingAnswer"/>.</summary>
    [Alias("register")]
    Task<ActReply> RegisterAsync(RegisterRouting command);

    /// <summary>Answers with a <see cref="RoutingAnswer"/>.</summary>
    [Alias("step")]
    Task<ActReply> StepAsync(RoutingStep step);

    /// <summary>Makes the texts so far unreadable for good.</summary>
    [Alias("erase-data")]
    Task<ActReply> EraseDataAsync(EraseData command);
}
