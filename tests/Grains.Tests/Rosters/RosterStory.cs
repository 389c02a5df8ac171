using System.Collections.Immutable;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Grains.Tests.Rosters;

/// <summary>One roster's story: what was done to it, and how it stands.</summary>
internal sealed record RosterStory(RosterId Roster, RosterState State, int Revision, ImmutableArray<RosterEvent> Events, Refusal? Refusal)
{
    public static RosterStory Of(CourtId? court = null, DateOnly? month = null) => new(Some.Roster(court, month), RosterState.Empty, 0, [], null);

    /// <summary>A roster of the month, drafted and published.</summary>
    public static RosterStory Published(CourtId? court = null, DateOnly? month = null) => Of(court, month).When(Some.Draft()).When(new RosterAct.Publish());

    public RosterGround Ground(DateTimeOffset? now = null, TimeSpan? notice = null) =>
        RosterGround.Of(Roster, Some.City, Some.Calendar, notice ?? RosterTerms.LeastSwapNotice, now ?? Some.Before);

    public RosterStory When(RosterAct act, Actor? by = null, DateTimeOffset? now = null)
    {
        var command = Some.Do(act, by, now);
        return Take(RosterDecider.Decide(State, command, Ground(command.Now)));
    }

    public RosterStory When(SwapCommand command, TimeSpan? notice = null)
    {
        var decision = SwapDecider.Decide(command, [SwapSide.Of(Roster, Revision, State, command)], Ground(command.Now, notice));
        return Take(new Decision<RosterEvent>(decision.Events.IsDefaultOrEmpty ? [] : decision.Events[0], decision.Refusal));
    }

    /// <summary>As <see cref="When(RosterAct, Actor?, DateTimeOffset?)"/>, and it is done.</summary>
    public RosterStory Then(RosterAct act, Actor? by = null, DateTimeOffset? now = null) => When(act, by, now).Agreed();

    public RosterStory Agreed()
    {
        Assert.Null(Refusal);
        return this;
    }

    public void Refused(string rule) => Assert.Equal(rule, Refusal?.Rule);

    public LeaderId? LeaderOf(DateOnly date, ShiftKind kind) => State.Duties.GetValueOrDefault(new ShiftKey(date, kind))?.Leader;

    public ImmutableArray<Gap> Gaps => Coverage.GapsOf(State, Ground());

    /// <summary>Half-day shifts of each active leader of the court itself.</summary>
    public Dictionary<LeaderId, int> Turns() => Some.City.Document.Leaders
        .Where(l => l.Active && l.Court == Roster.Court)
        .ToDictionary(l => l.Id, l => State.Duties.Values.Count(d => d.Leader == l.Id && d.Kind.IsHalfDay()));

    private RosterStory Take(Decision<RosterEvent> decision) => this with
    {
        State = decision.Events.Aggregate(State, RosterEvolution.Evolve),
        Revision = Revision + decision.Events.Length,
        Events = decision.Events,
        Refusal = decision.Refusal,
    };
}
