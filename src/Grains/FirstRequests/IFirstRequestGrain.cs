namespace PetitionMesh.Grains.FirstRequests;

/// <summary>One first request (Y1). Key: <see cref="FirstRequestId"/>. Calls no other grain.</summary>
[Alias("petition-mesh.i-first-request")]
public interface IFirstRequestGrain : IGrainWithStringKey
{
    /// <summary>Registers the request of somebody without identity document; who has one is asked first, see <see cref="Petitioners.IPetitionerGrain"/>.
    /// Answers with a <see cref="FirstRequestAnswer"/>.</summary>
    [Alias("receive")]
    Task<ActReply> ReceiveAsync(ReceiveFirstRequest command);

    /// <summary>The same, sealed by its petitioner.</summary>
    [Alias("take-up")]
    Task<ActReply> TakeUpAsync(SealedFirstRequest request);

    /// <summary>Answers with a <see cref="FirstRequestAnswer"/>.</summary>
    [Alias("step")]
    Task<ActReply> StepAsync(FirstRequestStep step);

    /// <summary>Makes the texts of a request without identity document unreadable for good.</summary>
    [Alias("erase-data")]
    Task<ActReply> EraseDataAsync(EraseData command);
}
