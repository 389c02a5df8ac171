using System.Collections.Immutable;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.Cases.Closings;
using PetitionMesh.Grains.Cases.Papers;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.Cases;

/// <summary>What has been done on a case beyond its receptions. Most cases have none of it, so it is a part of its own.</summary>
public sealed record CaseWork
{
    public static CaseWork None { get; } = new();

    public ImmutableArray<WatchedClock> Clocks { get; init; } = [];

    /// <summary>Every act by its id: deciding twice writes nothing.</summary>
    public ImmutableHashSet<ActId> Seen { get; init; } = [];

    /// <summary>How often each kind of act was recorded since the case was last opened.</summary>
    public ImmutableDictionary<CaseAct, int> Done { get; init; } = ImmutableDictionary<CaseAct, int>.Empty;

    /// <summary>Acts that meet limits, with the instants they were recorded: an assignment that is entered later may find its limits met.</summary>
    public ImmutableArray<TimedAct> Timed { get; init; } = [];

    /// <summary>Acts that wait for their answer: referrals, letters, incidents, booked videos.</summary>
    public ImmutableArray<WaitingAct> Waiting { get; init; } = [];

    public ImmutableArray<Paper> Papers { get; init; } = [];

    /// <summary>How many of them are of rounds before the case was last reopened.</summary>
    public int EarlierPapers { get; init; }
    public CaseEvent.Assigned? Assignment { get; init; }
    public CaseEvent.Entered? Entry { get; init; }
    public int Level { get; init; }

    /// <summary>The report that is being signed; null when none is.</summary>
    public Closing? Closing { get; init; }
    public int Closings { get; init; }

    /// <summary>J6: how often a report came back.</summary>
    public int SentBack { get; init; }

    /// <summary>G1: a written answer was given in this round.</summary>
    public bool Answered { get; init; }
    public bool Rated { get; init; }

    /// <summary>W14: the petitioner has asked to have the ended case taken up again, and nobody has answered.</summary>
    public bool ReopeningAsked { get; init; }

    /// <summary>When the case came into the hands that hold it now; null: its owner's, since he became it.</summary>
    public DateTimeOffset? HeldSince { get; init; }

    /// <summary>Whether an event of the case records this act; a paper is filed under its own id.</summary>
    public bool Holds(ActId act) => Seen.Contains(act) || Papers.Any(p => p.Id.Guid == act.Guid);

    public bool Has(CaseAct act) => Done.GetValueOrDefault(act) > 0;

    /// <summary>The number that the next clock of a kind bears.</summary>
    public int NextNumber(ClockKind kind) => Clocks.Count(c => c.Clock.Kind == kind) + 1;
}

/// <param name="Clock">That runs until it is answered.</param>
/// <param name="Arrived">J10: when it happened.</param>
/// <param name="Confirmed">W7: whoever is to answer has signed for it.</param>
public sealed record WaitingAct(ActId Id, CaseAct Act, ClockId? Clock, DateTimeOffset? Arrived, bool Confirmed = false);

/// <param name="At">When it was recorded.</param>
public sealed record TimedAct(CaseAct Act, DateTimeOffset At);

/// <summary>Who handles a case now.</summary>
public static class Handling
{
    /// <summary>The unit it was assigned to, else the owner's court, else the court that opened it.</summary>
    public static CourtId CourtOf(CaseState state) => state.Work.Assignment?.Unit ?? state.Owner?.Court ?? state.Court;
}
