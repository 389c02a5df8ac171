namespace PetitionMesh.Grains.OnSiteChecks;

/// <summary>One on-site check (Y5). Key: <see cref="OnSiteCheckId"/>. Calls no other grain.</summary>
[Alias("petition-mesh.i-on-site-check")]
public interface IOnSiteCheckGrain : IGrainWithStringKey
{
    /// <summary>Answers with an <see cref="OnSiteCheckAnswer"/>.</summary>
    [Alias("record")]
    Task<ActReply> RecordAsync(RecordOnSiteCheck command);

    /// <summary>Answers with an <see cref="OnSiteCheckAnswer"/>.</summary>
    [Alias("step")]
    Task<ActReply> StepAsync(OnSiteCheckStep step);
}
