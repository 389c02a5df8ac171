using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Journal.Ledger;

/// <content>Clocks, assignments and what is counted of work.</content>
public partial interface ILedger
{
    /// <summary>The clocks of a case, oldest first. A first answer that nothing has moved yet stands on the case's line alone.</summary>
    Task<ImmutableArray<ClockLine>> ListClocksAsync(CaseId id, CancellationToken cancellationToken);

    /// <summary>What is due by the owner's hands until <paramref name="until"/>, the earliest first, at most <paramref name="limit"/> (1–200).</summary>
    Task<ImmutableArray<DueLine>> ListDueAsync(LeaderId owner, DateOnly until, int limit, CancellationToken cancellationToken);

    /// <summary>Cases of a court with a clock that ran out before <paramref name="today"/> and was not noted yet, by the due-date index.</summary>
    /// <param name="after">The last one of the page before, or null.</param>
    Task<ImmutableArray<DueCase>> FindDueCasesAsync(CourtId court, DateOnly today, DueCase? after, int limit, CancellationToken cancellationToken);

    /// <summary>What became of clocks that were due on these city days, both included.</summary>
    Task<ImmutableArray<ClockCount>> CountClocksAsync(DateOnly from, DateOnly to, CourtId? court, CancellationToken cancellationToken);

    /// <summary>S10: ratings given on these city days.</summary>
    Task<ImmutableArray<RatingCount>> CountRatingsAsync(DateOnly from, DateOnly to, CourtId? court, CancellationToken cancellationToken);

    /// <summary>Acts of these city days, by the court of whoever recorded them.</summary>
    Task<ImmutableArray<ActCount>> CountActsAsync(DateOnly from, DateOnly to, CourtId? court, CancellationToken cancellationToken);

    /// <summary>J5: assigned cases, newest first.</summary>
    /// <param name="visibleTo">Only cases this court takes part in; null sees the city.</param>
    Task<AssignmentPage> ListAssignmentsAsync(CourtId? unit, CourtId? visibleTo, long? after, int limit, CancellationToken cancellationToken);

    /// <summary>J1: the cases of an import, each with the unit it is listed for.</summary>
    Task<ImmutableArray<(CaseId Case, CourtId Unit)>> ListImportCasesAsync(string import, CancellationToken cancellationToken);

    /// <summary>What waits for these, the longest first.</summary>
    /// <param name="after">Position of the last line of the page before, or 0.</param>
    /// <param name="limit">1–201: one more than a page tells whether another follows.</param>
    Task<ImmutableArray<AwaitedLine>> ListAwaitedAsync(AwaitedOf whose, long after, int limit, CancellationToken cancellationToken);
}
