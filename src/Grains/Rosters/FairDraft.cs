using System.Collections.Immutable;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Rosters;

/// <summary>
/// Gives out shifts in equal turns (W16, W17, J2): first, no shift without leader that anybody could have; second, a court leader on every day; third, turns
/// as equal as leave and J2 allow; fourth, the odd turn to whom has fewer open cases of his own; last, in rotation through the month. Solved as
/// a flow of least cost, so the result is the best there is and the same for the same question.
/// </summary>
/// <remarks>Why J2 goes before equal turns is in docs/decisions/rosters.md.</remarks>
internal static class FairDraft
{
    // Each outweighs all that can add up below it: at most 62 shifts, 64 leaders.
    private const long WithoutCourtLeader = 10_000_000_000_000;
    private const long Unequal = 100_000_000;
    private const long OwnsMore = 1_000;

    /// <summary>A leader who can take shifts.</summary>
    /// <param name="Turns">Half-day shifts he has this month already.</param>
    /// <param name="Burden">Place in the order of open cases owned, 0 the fewest.</param>
    internal sealed record Candidate(LeaderId Id, bool IsCourtLeader, int Turns, int Burden, int Mornings);

    /// <summary>A day with shifts to give out.</summary>
    /// <param name="Open">Shifts without leader, in the order of the day.</param>
    /// <param name="NeedsCourtLeader">J2: nobody who has a shift on this day already is a court leader.</param>
    /// <param name="Free">Who can serve here on this day.</param>
    internal sealed record Day(DateOnly Date, ImmutableArray<ShiftKind> Open, bool NeedsCourtLeader, ImmutableHashSet<LeaderId> Free);

    public static ImmutableArray<(ShiftKey Shift, LeaderId Leader)> Of(ImmutableArray<Candidate> candidates, ImmutableArray<Day> days)
    {
        if (candidates.IsEmpty || days.IsEmpty)
            return [];
        var chosen = Choose(candidates, days);
        var mornings = candidates.ToDictionary(c => c.Id, c => c.Mornings);
        var shifts = ImmutableArray.CreateBuilder<(ShiftKey, LeaderId)>();
        for (var i = 0; i < days.Length; i++)
        {
            // Whoever had fewer mornings gets the morning, so that nobody always rises early.
            var leaders = chosen[i].OrderBy(l => mornings[l]).ThenBy(l => l.Value, StringComparer.Ordinal).ToArray();
            for (var slot = 0; slot < leaders.Length; slot++)
            {
                shifts.Add((new ShiftKey(days[i].Date, days[i].Open[slot]), leaders[slot]));
                if (days[i].Open[slot] == ShiftKind.Morning)
                    mornings[leaders[slot]]++;
            }
        }
        return shifts.DrainToImmutable();
    }

    private static List<LeaderId>[] Choose(ImmutableArray<Candidate> candidates, ImmutableArray<Day> days)
    {
        // source → each turn of a leader → leader on a day → the court leader's place or the other place of that day → sink
        var (source, sink) = (0, 1);
        int LeaderNode(int leader) => 2 + leader;
        int OnDay(int leader, int day) => 2 + candidates.Length + (leader * days.Length) + day;
        int Place(int day, bool courtLeader) => 2 + (candidates.Length * (days.Length + 1)) + (2 * day) + (courtLeader ? 0 : 1);
        var flow = new CheapestFlow(2 + (candidates.Length * (days.Length + 1)) + (2 * days.Length));
        var taken = new List<(int Edge, int Leader, int Day)>();
        for (var leader = 0; leader < candidates.Length; leader++)
        {
            var candidate = candidates[leader];
            for (var turn = candidate.Turns + 1; turn <= candidate.Turns + days.Length; turn++)
                flow.Add(source, LeaderNode(leader), (Unequal * (2 * turn - 1)) + (OwnsMore * candidate.Burden));
            for (var day = 0; day < days.Length; day++)
            {
                if (!days[day].Free.Contains(candidate.Id))
                    continue;
                taken.Add((flow.Add(LeaderNode(leader), OnDay(leader, day), Rotation(candidates, leader, day)), leader, day));
                flow.Add(OnDay(leader, day), Place(day, courtLeader: true), candidate.IsCourtLeader ? 0 : WithoutCourtLeader);
                flow.Add(OnDay(leader, day), Place(day, courtLeader: false), 0);
            }
        }
        for (var day = 0; day < days.Length; day++)
        {
            for (var place = 0; place < days[day].Open.Length; place++)
            {
                var courtLeader = place == 0 && days[day].NeedsCourtLeader;
                flow.Add(Place(day, courtLeader), sink, 0);
            }
        }
        flow.Run(source, sink);
        var chosen = days.Select(_ => new List<LeaderId>()).ToArray();
        foreach (var (edge, leader, day) in taken.Where(t => flow.IsUsed(t.Edge)))
            chosen[day].Add(candidates[leader].Id);
        return chosen;
    }

    /// <summary>How far a leader is from being next among those of his kind: court leaders rotate among themselves, the others too.</summary>
    private static long Rotation(ImmutableArray<Candidate> candidates, int leader, int day)
    {
        var kind = candidates[leader].IsCourtLeader;
        var size = candidates.Count(c => c.IsCourtLeader == kind);
        var place = candidates.Take(leader).Count(c => c.IsCourtLeader == kind);
        return ((place - day) % size + size) % size;
    }
}
