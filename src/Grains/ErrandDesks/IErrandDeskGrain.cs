namespace PetitionMesh.Grains.ErrandDesks;

/// <summary>One stuck-errand desk (Y6). Key: <see cref="ErrandDeskId"/>. Calls no other grain.</summary>
[Alias("petition-mesh.i-errand-desk")]
public interface IErrandDeskGrain : IGrainWithStringKey
{
    /// <summary>Answers with an <see cref="ErrandDeskAnswer"/>.</summary>
    [Alias("open")]
    Task<ActReply> OpenAsync(OpenErrandDesk command);

    /// <summary>Answers with an <see cref="ErrandDeskAnswer"/>.</summary>
    [Alias("step")]
    Task<ActReply> StepAsync(ErrandDeskStep step);

    /// <summary>Null when there is no such desk.</summary>
    [Alias("standing")]
    Task<ErrandDeskAnswer?> StandingAsync();
}
