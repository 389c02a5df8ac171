using System.Text.Json;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.Campaigns;

/// <inheritdoc cref="ICampaignGrain"/>
public sealed class CampaignGrain(IJournal journal)
    : JournaledGrain<CampaignState, CampaignEvent>(journal, Codecs.Campaign, CampaignState.Unknown), ICampaignGrain
{
    private CampaignId Id => CampaignId.Parse(this.GetPrimaryKeyString());

    protected override StreamId Stream => StreamId.Of(Id);

    protected override CampaignState Evolve(CampaignState state, CampaignEvent @event) => CampaignState.Evolve(state, @event);

    public async Task<ActReply> SetAsync(SetCampaign command)
    {
        var decision = CampaignDecider.Set(State, Id, command);
        if (decision.Refusal is { } refusal)
        {
            if (State.Opened is null)
                DeactivateOnIdle();
            return ActReply.Refused(refusal);
        }
        var answer = AnswerOf(decision.Events.Aggregate(State, CampaignState.Evolve).Opened!);
        return await ReplyAsync(
            command.Id, command.Actor, command.Now, decision.Events, JsonSerializer.SerializeToUtf8Bytes(answer, AnswersJson.Readable.CampaignAnswer),
            command.Reason is null ? 201 : 200);
    }

    public Task<CampaignAnswer?> StandingAsync()
    {
        if (State.Opened is not { } opened)
        {
            DeactivateOnIdle();
            return Task.FromResult<CampaignAnswer?>(null);
        }
        return Task.FromResult<CampaignAnswer?>(AnswerOf(opened));
    }

    private static CampaignAnswer AnswerOf(CampaignEvent.Opened opened) => new(opened.Campaign, opened.Title, opened.FirstDay, opened.LastDay, opened.Courts);
}

/// <inheritdoc cref="ICampaignEntryGrain"/>
public sealed class CampaignEntryGrain(IJournal journal)
    : JournaledGrain<CampaignEntryState, CampaignEntryEvent>(journal, Codecs.CampaignEntry, CampaignEntryState.Unknown), ICampaignEntryGrain
{
    private CampaignEntryId Id => CampaignEntryId.Parse(this.GetPrimaryKeyString());

    protected override StreamId Stream => StreamId.Of(Id);

    protected override CampaignEntryState Evolve(CampaignEntryState state, CampaignEntryEvent @event) => CampaignEntryState.Evolve(state, @event);

    public async Task<ActReply> StepAsync(CampaignStep step)
    {
        var decision = CampaignDecider.Decide(State, Id, step);
        if (decision.Refusal is { } refusal)
        {
            if (State.Gathered is null)
                DeactivateOnIdle();
            return ActReply.Refused(refusal);
        }
        var state = decision.Events.Aggregate(State, CampaignEntryState.Evolve);
        var answer = EntryDecider.AnswerOf(Id, (state.Gathered ?? State.Gathered)!.Unit, state, step.Scene!);
        return await ReplyAsync(
            step.Id, step.Actor, step.Now, decision.Events, JsonSerializer.SerializeToUtf8Bytes(answer, AnswersJson.Readable.CampaignEntryAnswer),
            step.Gather is null ? 200 : 201);
    }
}
