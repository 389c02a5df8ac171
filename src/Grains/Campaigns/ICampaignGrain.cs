namespace PetitionMesh.Grains.Campaigns;

/// <summary>One campaign (L7). Key: <see cref="CampaignId"/>. Calls no other grain.</summary>
[Alias("petition-mesh.i-campaign")]
public interface ICampaignGrain : IGrainWithStringKey
{
    /// <summary>Answers with a <see cref="CampaignAnswer"/>.</summary>
    [Alias("set")]
    Task<ActReply> SetAsync(SetCampaign command);

    /// <summary>Null when there is no such campaign.</summary>
    [Alias("standing")]
    Task<CampaignAnswer?> StandingAsync();
}

/// <summary>One case on the ledger of one campaign (L1). Key: <see cref="CampaignEntryId"/>. Calls no other grain.</summary>
[Alias("petition-mesh.i-campaign-entry")]
public interface ICampaignEntryGrain : IGrainWithStringKey
{
    /// <summary>Answers with a <see cref="CampaignEntryAnswer"/>.</summary>
    [Alias("step")]
    Task<ActReply> StepAsync(CampaignStep step);
}
