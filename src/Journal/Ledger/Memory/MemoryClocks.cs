using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Journal.Ledger.Memory;

/// <summary>The clocks of the memory ledger: rows of their own, and first answers that stand on their case's row alone.</summary>
internal static class MemoryClocks
{
    private static readonly string[] OpenStates = ["running", "overdue"];

    /// <summary>All that is still to be done.</summary>
    public static IEnumerable<ClockRow> Open(LedgerChanges rows) =>
        rows.Clocks.Rows.Where(c => OpenStates.Contains(c.State)).Concat(Folded(rows));

    public static IEnumerable<Guid> Cases(LedgerChanges rows, DueFilter due)
    {
        var (one, other, from, to, folded) = due.Range;
        string[] states = [Word<ClockStanding>.Of(one), Word<ClockStanding>.Of(other)];
        return rows.Clocks.Rows.Concat(folded ? Folded(rows) : [])
            .Where(c => states.Contains(c.State) && c.Kind != "final" && from <= c.DueOn && c.DueOn <= to)
            .Select(c => c.Case);
    }

    public static AssignmentLine Line(AssignmentRow row, CaseFileRow file) => new(
        new(row.Case),
        row.Number,
        row.Source!,
        row.DocumentNumber!,
        new(row.Unit!),
        row.Division,
        row.ReceivedOn!.Value,
        row.Urgent!.Value,
        row.ResponsibleLeader is { } leader ? new LeaderId(leader) : null,
        row.Handler,
        row.Contact,
        row.Position,
        file.Number is { } number ? CaseNumber.Parse(number) : null,
        Word<CaseStatus>.Parse(file.Status!),
        file.Owner is { } owner ? new LeaderId(owner) : null,
        file.OpenedOn!.Value,
        file.EndedOn,
        file.HeldSince);

    /// <summary>First answers without a row of their own.</summary>
    public static IEnumerable<ClockRow> Folded(LedgerChanges rows) => rows.CaseFiles.Rows
        .Where(f => f.AnswerDue is { } due && due != CaseFileRow.OwnClock)
        .Select(f => new ClockRow(f.Case, "answer-1", "running", f.OpenedOn!.Value, "answer", "G1", f.Court, "owner", f.OpenedOn, f.AnswerDue));
}
