using System.Collections.Immutable;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Journal.Ledger;

/// <content>What the weekly meeting follows up (S1).</content>
public partial interface IFigures
{
    /// <summary>W3: who has no owner who acts.</summary>
    IVacancies Vacancies { get; }

    /// <summary>
    /// Limits due until <paramref name="until"/> that are still to be met, or that were met, stopped or paused on <paramref name="from"/> or later; of
    /// supervision letters (S8) and cases of the people's congress (S6) whatever their last day is. The earliest first.
    /// </summary>
    Task<ImmutableArray<FollowUpLine>> FollowUpsAsync(DateOnly from, DateOnly until, CourtId? court, int limit);

    /// <summary>W8: summonses of one reception place that are unanswered beyond their time, or whose meeting was missed, of running matters; the latest first.</summary>
    Task<ImmutableArray<UnansweredLine>> UnansweredAsync(CourtId place, int limit);
}
