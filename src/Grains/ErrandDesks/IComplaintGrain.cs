namespace PetitionMesh.Grains.ErrandDesks;

/// <summary>One complaint at a stuck-errand desk (Y6). Key: <see cref="ComplaintId"/>. Calls no other grain.</summary>
[Alias("petition-mesh.i-complaint")]
public interface IComplaintGrain : IGrainWithStringKey
{
    /// <summary>Answers with a <see cref="ComplaintAnswer"/>.</summary>
    [Alias("register")]
    Task<ActReply> RegisterAsync(RegisterComplaint command);

    /// <summary>Answers with a <see cref="ComplaintAnswer"/>.</summary>
    [Alias("step")]
    Task<ActReply> StepAsync(ComplaintStep step);

    /// <summary>Makes the texts so far, with name and phone of who complains, unreadable for good.</summary>
    [Alias("erase-data")]
    Task<ActReply> EraseDataAsync(EraseData command);
}
