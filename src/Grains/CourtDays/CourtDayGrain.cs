using System.Collections.Immutable;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.CourtDays;

/// <inheritdoc cref="ICourtDayGrain"/>
public sealed class CourtDayGrain(IJournal journal, ICityDirectory city, ReportingTerms terms, TimeProvider time)
    : JournaledGrain<CourtDayState, CourtDayEvent>(journal, Codecs.CourtDay, CourtDayState.Silent), ICourtDayGrain
{
    private CourtDayId Day => CourtDayId.Parse(this.GetPrimaryKeyString());

    protected override StreamId Stream => StreamId.Of(Day);

    protected override CourtDayState Evolve(CourtDayState state, CourtDayEvent @event) => CourtDayEvolution.Evolve(state, @event);

    public async Task<ActReply> DoAsync(CourtDayCommand command)
    {
        var ground = CourtDayGround.Of(Day, city.Current, terms, command.Now);
        var decision = CourtDayDecider.Decide(State, command, ground);
        if (decision.Refusal is { } refusal)
        {
            // What was committed before the question was asked must be known to whoever says no.
            if (!await IsOutdatedAsync())
                return ActReply.Refused(refusal);
            DeactivateOnIdle();
            return ActReply.Beaten;
        }
        var answer = ViewAfter(decision.Events, ground.Due, AlertOf(command.Act)) with { Register = command.Register };
        return await ReplyAsync(command.Id, command.Actor, command.Now, decision.Events, CourtDayAnswersJson.Write(answer));
    }

    public Task<CourtDayView> ViewAsync()
    {
        var view = ViewAfter([], CourtDayGround.Of(Day, city.Current, terms, time.GetUtcNow()).Due, null);
        if (Version == 0)
            DeactivateOnIdle();
        return Task.FromResult(view);
    }

    private static AlertId? AlertOf(CourtDayAct act) => act switch
    {
        CourtDayAct.Raise raise => raise.Alert,
        CourtDayAct.Acknowledge acknowledge => acknowledge.Alert,
        _ => null,
    };

    private CourtDayView ViewAfter(ImmutableArray<CourtDayEvent> events, DateTimeOffset due, AlertId? alert)
    {
        var after = events.Aggregate(State, CourtDayEvolution.Evolve);
        return new CourtDayView(Day, Version + events.Length, due, after.Report, after.Alerts, alert is { } id ? after.Alert(id) : null);
    }
}
