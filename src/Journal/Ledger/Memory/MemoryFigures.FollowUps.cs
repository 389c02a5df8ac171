using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Journal.Ledger.Memory;

/// <content>What the weekly meeting follows up (S1).</content>
internal sealed partial class MemoryFigures
{
    private static readonly string[] ToBeMet = ["running", "overdue"];
    private static readonly string[] Answered = ["letter", "congress"];

    public IVacancies Vacancies => ledger;

    public Task<ImmutableArray<FollowUpLine>> FollowUpsAsync(DateOnly from, DateOnly until, CourtId? court, int limit) => AskAsync<ImmutableArray<FollowUpLine>>(rows =>
    [
        .. rows.Clocks.Rows.Concat(FoldedAtTheirCourt(rows))
            .Where(c => c.Kind != "final" && (court is null || c.Court == court.Value.Value) && IsFollowedUp(c, from, until))
            .Select(c => (Clock: c, File: rows.CaseFiles.Find(c.Case)!))
            .Where(l => l.File.JoinedInto is null)
            .OrderBy(l => l.Clock.DueOn).ThenBy(l => l.Clock.Case.ToString(), StringComparer.Ordinal).ThenBy(l => l.Clock.Clock, StringComparer.Ordinal)
            .Take(limit)
            .Select(l => new FollowUpLine(
                new(l.Clock.Case), new(l.Clock.Clock), Word<ClockKind>.Parse(l.Clock.Kind!), l.Clock.Rule!, new(l.Clock.Court!), Word<ClockStanding>.Parse(l.Clock.State),
                l.Clock.StartedOn!.Value, l.Clock.DueOn!.Value, l.Clock.ChangedOn, l.File.Number is { } number ? CaseNumber.Parse(number) : null,
                l.File.Owner is { } owner ? new LeaderId(owner) : null)),
    ]);

    public Task<ImmutableArray<UnansweredLine>> UnansweredAsync(CourtId place, int limit) => AskAsync<ImmutableArray<UnansweredLine>>(rows =>
    [
        .. rows.Summonses.Rows
            .Where(s => s.Watched == DutyProjection.Watch(place, SummonsStatus.Escalated) || s.Watched == DutyProjection.Watch(place, SummonsStatus.Missed))
            .Select(s => (Summons: s, File: rows.CaseFiles.Find(s.Case!.Value)!))
            .Where(l => IsRunning(l.File) && l.File.JoinedInto is null)
            .OrderByDescending(l => l.Summons.Position).Take(limit)
            .Select(l => new UnansweredLine(
                new(l.Summons.Summons), new(l.File.Case), l.File.Number is { } number ? CaseNumber.Parse(number) : null, new(l.Summons.Court!), new(l.Summons.Leader!),
                Word<SummonsStatus>.Parse(l.Summons.Status!), l.Summons.SentAt!.Value, l.Summons.MeetingAt)),
    ]);

    private static bool IsFollowedUp(ClockRow c, DateOnly from, DateOnly until)
    {
        var inTime = c.DueOn <= until || Answered.Contains(c.Kind);
        return ToBeMet.Contains(c.State) ? inTime : (inTime && c.ChangedOn >= from) || (c.State == "paused" && Answered.Contains(c.Kind));
    }

    /// <summary>First answers without a clock of their own count where the matter is handled.</summary>
    private static IEnumerable<ClockRow> FoldedAtTheirCourt(LedgerChanges rows) => MemoryClocks.Folded(rows)
        .Select(c => c with
        {
            Court = rows.Assignments.Rows.Where(a => a.Case == c.Case).MaxBy(a => a.Number)?.Unit ?? rows.CaseFiles.Find(c.Case)!.OwnerCourt ?? c.Court,
        });
}
