using System.Collections.Immutable;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.Cases.Closings;
using PetitionMesh.Grains.Cases.Papers;

namespace PetitionMesh.Grains.Cases;

/// <summary>How work on a case becomes state. Like <see cref="CaseEvolution"/>, it throws on what cannot follow.</summary>
internal static class WorkEvolution
{
    /// <returns>Null when the event is none of work.</returns>
    public static CaseState? Evolve(CaseState state, CaseEvent @event)
    {
        var work = state.Work;
        return @event switch
        {
            CaseEvent.ClockStarted started when work.Clocks.All(c => c.Clock.Id != started.Clock.Id) => state with
            {
                AnswerDue = started.Clock.Kind == ClockKind.Answer ? null : state.AnswerDue,
                Work = work with { Clocks = work.Clocks.Add(new WatchedClock(started.Clock, ClockStanding.Running, started.Clock.StartedOn)) },
            },
            CaseEvent.ClockMet met => With(state, met.Clock.Id, c => c.IsAwaited,
                c => c with { Standing = met.Late ? ClockStanding.MetLate : ClockStanding.Met, Since = met.On }),
            CaseEvent.ClockMissed missed => With(state, missed.Clock.Id, c => c.Standing == ClockStanding.Running,
                c => c with { Standing = ClockStanding.Overdue, Since = missed.NotedOn }),
            CaseEvent.ClockPaused paused => With(state, paused.Clock, c => c.Standing == ClockStanding.Running,
                c => c with { Standing = ClockStanding.Paused, Since = paused.On }),
            CaseEvent.ClockResumed resumed => With(state, resumed.Clock, c => c.Standing == ClockStanding.Paused,
                c => new WatchedClock(c.Clock with { DueOn = resumed.DueOn }, ClockStanding.Running, resumed.On)),
            CaseEvent.ClockStopped stopped => stopped.Clocks.Aggregate(state, (s, id) => With(s, id, c => c.IsAwaited,
                c => c with { Standing = ClockStanding.Stopped, Since = stopped.On })),
            CaseEvent.Assigned assigned when assigned.Number == work.Done.GetValueOrDefault(CaseAct.Assign) + 1 => state with
            {
                Courts = state.Courts.Contains(assigned.Unit) ? state.Courts : state.Courts.Add(assigned.Unit),
                Work = Noted(work, assigned.Id, CaseAct.Assign) with
                {
                    Assignment = assigned,
                    HeldSince = assigned.ReceivedAt,
                    Closing = work.Closing is { } closing ? closing with { Layers = SignatureLayers.Assigned(closing.Layers) } : null,
                },
            },
            CaseEvent.Entered entered => state with { Work = Noted(work, entered.Id, CaseAct.Enter) with { Entry = entered } },
            CaseEvent.Acted acted => Acted(state, acted),
            CaseEvent.PaperFiled filed when work.Papers.All(p => p.Id != filed.Paper) => state with
            {
                Work = work with { Papers = work.Papers.Add(new Paper(filed.Paper, filed.Kind, filed.MediaType, filed.Size, filed.Hash, filed.On)) },
            },
            CaseEvent.OutsideVisitReported visit => state with { Work = work with { Seen = work.Seen.Add(visit.Id) } },
            CaseEvent.ClosingSubmitted submitted when work.Closing is null && submitted.Number == work.Closings + 1 => state with
            {
                Work = Noted(work, submitted.Id, CaseAct.Close) with
                {
                    Closings = submitted.Number,
                    Closing = new Closing(submitted.Number, submitted.Ground, submitted.Outcome, submitted.Layers, 0, submitted.Papers, submitted.To, submitted.On, submitted.At),
                },
            },
            CaseEvent.Signed signed when work.Closing is { } closing && closing.Next == signed.Layer => state with
            {
                Work = Noted(work, signed.Id, CaseAct.Sign) with { Closing = closing with { Signatures = closing.Signatures + 1 } },
            },
            CaseEvent.SentBack back when work.Closing is { } closing && closing.Next == back.Layer => state with
            {
                Work = Noted(work, back.Id, CaseAct.SendBack) with { Closing = null, SentBack = work.SentBack + 1 },
            },
            CaseEvent.ClosingLapsed lapsed when work.Closing is { } closing && closing.Number == lapsed.Closing => state with { Work = work with { Closing = null } },
            CaseEvent.PassedOn when state.Status == CaseStatus.Terminated => state with { Status = CaseStatus.HandedOver, Work = work with { Closing = null } },
            CaseEvent.ReopeningAsked asked => state with { Work = work with { Seen = work.Seen.Add(asked.Id), ReopeningAsked = true } },
            CaseEvent.Rated when !work.Rated => state with { Work = work with { Rated = true } },
            _ => null,
        };
    }

    /// <summary>The report has done its work.</summary>
    public static CaseWork Ended(CaseWork work) => work.Closing is null ? work : work with { Closing = null };

    /// <summary>A new round: what was done before stays in the history, but no longer satisfies what a closing asks for.</summary>
    public static CaseWork Reopened(CaseWork work) => ReferenceEquals(work, CaseWork.None) ? work : work with
    {
        Done = work.Done.Where(d => d.Key == CaseAct.Assign).ToImmutableDictionary(),
        EarlierPapers = work.Papers.Length,
        Closing = null,
        Answered = false,
        Rated = false,
        ReopeningAsked = false,
    };

    private static CaseState Acted(CaseState state, CaseEvent.Acted acted)
    {
        var form = ActForms.Of(acted.Act);
        var work = Noted(state.Work, acted.Id, acted.Act);
        if (!form.Meets.IsEmpty)
            work = work with { Timed = work.Timed.Add(new TimedAct(acted.Act, acted.At)) };
        if (form.Waits)
            work = work with { Waiting = work.Waiting.Add(new WaitingAct(acted.Id, acted.Act, acted.Clock, acted.Facts.Instant("arrivedAt"))) };
        if (form.Confirms is not null)
            work = work with { Waiting = [.. work.Waiting.Select(w => w.Id.Value == acted.Fact("of") ? w with { Confirmed = true } : w)] };
        if (form.Answers is not null)
            work = work with { Waiting = work.Waiting.RemoveAll(w => w.Id.Value == acted.Fact("of")) };
        return state with
        {
            Work = acted.Act switch
            {
                CaseAct.Level => work with { Level = int.Parse(acted.Fact("level")!, System.Globalization.CultureInfo.InvariantCulture), HeldSince = acted.At },
                CaseAct.Refer or CaseAct.Return => work with { HeldSince = acted.At },
                CaseAct.Answer => work with { Answered = true },
                CaseAct.DeclineReopening => work with { ReopeningAsked = false },
                _ => work,
            },
        };
    }

    private static CaseWork Noted(CaseWork work, ActId id, CaseAct act) => work with
    {
        Seen = work.Seen.Add(id),
        Done = work.Done.SetItem(act, work.Done.GetValueOrDefault(act) + 1),
    };

    private static CaseState With(CaseState state, ClockId id, Func<WatchedClock, bool> may, Func<WatchedClock, WatchedClock> change)
    {
        var clocks = state.Work.Clocks;
        for (var i = 0; i < clocks.Length; i++)
        {
            if (clocks[i].Clock.Id == id && may(clocks[i]))
                return state with { Work = state.Work with { Clocks = clocks.SetItem(i, change(clocks[i])) } };
        }
        throw new InvalidOperationException($"Clock {id} of case {state.Id} cannot change so.");
    }
}
