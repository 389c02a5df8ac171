using System.Collections.Concurrent;
using System.Collections.Immutable;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Silo.Rosters;

/// <summary>Keeps the rosters that were asked for, read from their own streams; a snapshot never goes back.</summary>
public sealed class DutyDirectory(IJournal journal, ICityDirectory city) : IDutyDirectory
{
    private readonly ConcurrentDictionary<RosterId, Held> _held = new();

    public ValueTask KnowAsync(CourtId court, DateOnly day, CancellationToken cancellationToken)
    {
        var roster = RosterId.Of(court, day);
        return _held.ContainsKey(roster) ? ValueTask.CompletedTask : new ValueTask(RefreshAsync(roster, cancellationToken));
    }

    public Duty? OnDuty(CourtId court, DateTimeOffset at)
    {
        foreach (var duty in On(court, city.Current.DayOf(at)))
        {
            // W1: who has left leads no shift, also where the roster has not been put right yet.
            if (duty.Kind != ShiftKind.ReceptionDay && duty.From <= at && at < duty.To && city.Current.Leader(duty.Leader) is { Active: true })
                return duty;
        }
        return null;
    }

    public ImmutableArray<Duty> Between(CourtId court, DateOnly from, DateOnly to)
    {
        var duties = ImmutableArray.CreateBuilder<Duty>();
        for (var day = from; day <= to; day = day.AddDays(1))
            duties.AddRange(On(court, day));
        return duties.DrainToImmutable();
    }

    public bool Serves(LeaderId leader, CourtId court, DateOnly day) => On(court, day).Any(d => d.Leader == leader);

    public int VersionOf(CourtId court, DateOnly day) => _held.GetValueOrDefault(RosterId.Of(court, day))?.State.Version ?? 0;

    /// <summary>Whether anybody here has asked for this roster, so that news of it matter.</summary>
    public bool Holds(RosterId roster) => _held.ContainsKey(roster);

    /// <summary>Reads what the roster's stream has gained.</summary>
    /// <exception cref="JournalUnavailableException">The store does not answer; what is known stays.</exception>
    public async Task RefreshAsync(RosterId roster, CancellationToken cancellationToken)
    {
        var known = _held.GetValueOrDefault(roster, Held.Nothing);
        var gained = await journal.ReadAsync(StreamId.Of(roster), known.Revision, cancellationToken);
        var state = gained
            .Select(e => Codecs.Roster.Decode(e.Kind, e.Payload.AsSpan()))
            .Aggregate(known.State, RosterEvolution.Evolve);
        var fresh = new Held(known.Revision + gained.Length, state);
        _held.AddOrUpdate(roster, fresh, (_, other) => other.Revision > fresh.Revision ? other : fresh);
    }

    private IEnumerable<Duty> On(CourtId court, DateOnly day) =>
        _held.GetValueOrDefault(RosterId.Of(court, day)) is { State: { IsPublished: true } state } ? state.On(day) : [];

    private sealed record Held(int Revision, RosterState State)
    {
        public static Held Nothing { get; } = new(0, RosterState.Empty);
    }
}
