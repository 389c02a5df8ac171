using System.Collections.Immutable;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Rosters;

/// <summary>Who is on duty, as this process knows it: published rosters in memory, so that a reception asks no grain and no database.</summary>
public interface IDutyDirectory
{
    /// <summary>Makes sure that a court's roster of this city day is known. Done at once unless nobody has asked for that month yet.</summary>
    /// <exception cref="Journaling.JournalUnavailableException">The roster could not be read.</exception>
    ValueTask KnowAsync(CourtId court, DateOnly day, CancellationToken cancellationToken);

    /// <summary>The shift that holds at an instant; null when nobody is on duty. A reception day by appointment (S7) is no such shift.</summary>
    Duty? OnDuty(CourtId court, DateTimeOffset at);

    /// <summary>All published shifts of these city days, both included, in order.</summary>
    ImmutableArray<Duty> Between(CourtId court, DateOnly from, DateOnly to);

    /// <summary>W17: whether the roster sends this leader to that court on that day.</summary>
    bool Serves(LeaderId leader, CourtId court, DateOnly day);

    /// <summary>Version in force of the roster that holds the day; 0 when none is published.</summary>
    int VersionOf(CourtId court, DateOnly day);
}
