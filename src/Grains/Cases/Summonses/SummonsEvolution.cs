namespace PetitionMesh.Grains.Cases;

/// <summary>What each event makes of the summonses of a case.</summary>
internal static class SummonsEvolution
{
    /// <summary>Null when the event cannot follow.</summary>
    public static CaseState? Evolve(CaseState state, CaseEvent @event) => @event switch
    {
        CaseEvent.Summoned sent when state.Owner is not null && state.Summons(sent.Summons) is null => state with
        {
            Summonses = state.Summonses.Add(new SummonsStanding(
                sent.Summons, sent.Case, sent.Leader, sent.At, SummonsStatus.Sent, sent.SentAt, null, null, null, null)),
        },
        CaseEvent.SummonsAcknowledged e when state.Summons(e.Summons) is { } known =>
            With(state, Answered(known, e.At) with { Status = SummonsStatus.Acknowledged }),
        CaseEvent.SummonsAttended e when state.Summons(e.Summons) is { } known =>
            With(state, Answered(known, e.At) with { Status = SummonsStatus.Attended, SettledAt = e.At }),
        CaseEvent.SummonsArranged e when state.Summons(e.Summons) is { } known =>
            With(state, Answered(known, e.At) with { Status = SummonsStatus.Arranged, Meeting = new MeetingArrangement(e.Mode, e.For, e.Where) }),
        CaseEvent.SummonsKept e when state.Summons(e.Summons) is { Meeting: not null } known =>
            With(state, known with { Status = SummonsStatus.Kept, SettledAt = e.At }),
        CaseEvent.SummonsMissed e when state.Summons(e.Summons) is { Meeting: not null } known =>
            With(state, known with { Status = SummonsStatus.Missed }),
        CaseEvent.SummonsPassed e when state.Summons(e.Summons) is { IsSettled: false } known => With(state, known with { LeaderId = e.Leader }),
        CaseEvent.SummonsEscalated e when state.Summons(e.Summons) is { Status: SummonsStatus.Sent } known =>
            With(state, known with { Status = SummonsStatus.Escalated, EscalatedAt = e.At }),
        _ => null,
    };

    private static SummonsStanding Answered(SummonsStanding known, DateTimeOffset at) => known with { AnsweredAt = known.AnsweredAt ?? at };

    private static CaseState With(CaseState state, SummonsStanding changed)
    {
        for (var i = 0; i < state.Summonses.Length; i++)
        {
            if (state.Summonses[i].SummonsId == changed.SummonsId)
                return state with { Summonses = state.Summonses.SetItem(i, changed) };
        }
        throw new InvalidOperationException($"Summons {changed.SummonsId} is not one of case {state.Id}.");
    }
}
