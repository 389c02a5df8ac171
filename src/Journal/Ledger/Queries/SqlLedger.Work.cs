using System.Collections.Immutable;
using System.Data.Common;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Journal.Ledger;

/// <content>Clocks, assignments and what is counted of work.</content>
internal sealed partial class SqlLedger
{
    public Task<ImmutableArray<ClockLine>> ListClocksAsync(CaseId id, CancellationToken cancellationToken) =>
        AllAsync("list_clocks", [Parameter.Id(id.Guid)], WorkLineReading.Clock, cancellationToken);

    public Task<ImmutableArray<DueLine>> ListDueAsync(LeaderId owner, DateOnly until, int limit, CancellationToken cancellationToken) =>
        AllAsync("list_due_of_owner", [Parameter.Text(owner.Value), Parameter.Day(until), Limit(limit)], WorkLineReading.Due, cancellationToken);

    public Task<ImmutableArray<DueCase>> FindDueCasesAsync(
        CourtId court, DateOnly today, DueCase? after, int limit, CancellationToken cancellationToken) =>
        AllAsync(
            "find_due_cases",
            [
                Parameter.Text(court.Value),
                Parameter.Day(today),
                Parameter.Day(after?.DueOn ?? DateOnly.MinValue),
                Parameter.Id(after?.Case.Guid ?? Guid.Empty),
                Limit(limit),
            ],
            static row => new DueCase(new CaseId(row.GetFieldValue<Guid>(0)), row.DayAt(1)),
            cancellationToken);

    public Task<ImmutableArray<ClockCount>> CountClocksAsync(DateOnly from, DateOnly to, CourtId? court, CancellationToken cancellationToken) =>
        AllAsync(
            "count_clocks",
            [Parameter.Text(court?.Value), .. Days(DayRanges.Of(from, to, singleDays: false))],
            static row => new ClockCount(
                new CourtId(row.GetString(0)), Word<ClockKind>.Parse(row.GetString(1)), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4)),
            cancellationToken);

    public Task<ImmutableArray<RatingCount>> CountRatingsAsync(DateOnly from, DateOnly to, CourtId? court, CancellationToken cancellationToken) =>
        AllAsync(
            "count_ratings",
            [Parameter.Text(court?.Value), .. Days(DayRanges.Of(from, to, singleDays: false))],
            static row => new RatingCount(new CourtId(row.GetString(0)), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)),
            cancellationToken);

    public Task<ImmutableArray<ActCount>> CountActsAsync(DateOnly from, DateOnly to, CourtId? court, CancellationToken cancellationToken) =>
        AllAsync(
            "count_acts",
            [Parameter.Text(court?.Value), Parameter.Day(from), Parameter.Day(to)],
            static row => new ActCount(
                new CourtId(row.GetString(0)), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetInt64(3), Convert.ToInt64(row.GetValue(4), System.Globalization.CultureInfo.InvariantCulture)),
            cancellationToken);

    public async Task<AssignmentPage> ListAssignmentsAsync(
        CourtId? unit, CourtId? visibleTo, long? after, int limit, CancellationToken cancellationToken)
    {
        var bound = Math.Clamp(limit, 1, CaseFilter.MaxLimit);
        var rows = await AllAsync(
            "list_assignments",
            [Parameter.Text(unit?.Value), Parameter.Long(after ?? long.MaxValue), Parameter.Int(bound + 1), Parameter.Text(visibleTo?.Value)],
            WorkLineReading.Assignment,
            cancellationToken);
        return new AssignmentPage([.. rows.Take(bound)], rows.Length > bound ? rows[bound - 1].Position : null);
    }

    public Task<ImmutableArray<(CaseId Case, CourtId Unit)>> ListImportCasesAsync(string import, CancellationToken cancellationToken) =>
        AllAsync(
            "list_import_cases",
            [Parameter.Text(import)],
            static row => (new CaseId(row.GetFieldValue<Guid>(0)), new CourtId(row.GetString(1))),
            cancellationToken);

    public Task<ImmutableArray<AwaitedLine>> ListAwaitedAsync(AwaitedOf whose, long after, int limit, CancellationToken cancellationToken) =>
        AllAsync("list_awaited", AwaitedParameters(whose, after, limit), WorkLineReading.Awaited, cancellationToken);

    private static Parameter[] AwaitedParameters(AwaitedOf whose, long after, int limit) =>
    [
        Parameter.Text(whose.Owner?.Value), Parameter.Text(whose.PresidentOf?.Value), Parameter.Flag(whose.IntermediateHead),
        Parameter.Flag(whose.Office), Parameter.Flag(whose.LeadingGroup), Parameter.Long(after), Parameter.Int(limit),
    ];

    private static Parameter[] DueParameters(CaseFilter filter, DueFilter due, int limit)
    {
        var (one, other, from, to, folded) = due.Range;
        return
        [
            Parameter.Long(filter.After ?? long.MaxValue),
            Parameter.Text(filter.Status is { } status ? Word<CaseStatus>.Of(status) : null),
            Parameter.Int(limit),
            Parameter.Text(Word<ClockStanding>.Of(one)),
            Parameter.Text(Word<ClockStanding>.Of(other)),
            Parameter.Day(from),
            Parameter.Day(to),
            Parameter.Flag(folded),
            Parameter.Text(filter.VisibleTo?.Value),
            Parameter.Text(filter.Court?.Value),
            Parameter.Text(filter.Owner?.Value),
            Parameter.Text(filter.Number?.Value),
        ];
    }
}

/// <summary>Turns rows of the statements about work into lines. Columns are in the order of the statements.</summary>
internal static class WorkLineReading
{
    public static AwaitedLine Awaited(DbDataReader row) => new(
        new CaseId(row.GetFieldValue<Guid>(0)),
        row.IsDBNull(1) ? null : CaseNumber.Parse(row.GetString(1)),
        Word<CaseStatus>.Parse(row.GetString(2)),
        row.GetString(3),
        row.GetString(4),
        row.IsDBNull(5) ? null : new CourtId(row.GetString(5)),
        row.DayAt(6),
        row.GetInt64(7));

    public static ClockLine Clock(DbDataReader row) => new(
        new ClockId(row.GetString(0)),
        Word<ClockKind>.Parse(row.GetString(1)),
        row.GetString(2),
        new CourtId(row.GetString(3)),
        Word<DutyHolder>.Parse(row.GetString(4)),
        Word<ClockStanding>.Parse(row.GetString(5)),
        row.DayAt(6),
        row.DayAt(7),
        row.DayAt(8));

    public static DueLine Due(DbDataReader row) => new(
        new CaseId(row.GetFieldValue<Guid>(0)),
        new ClockId(row.GetString(1)),
        Word<ClockKind>.Parse(row.GetString(2)),
        row.GetString(3),
        row.DayAt(4));

    public static AssignmentLine Assignment(DbDataReader row) => new(
        new CaseId(row.GetFieldValue<Guid>(0)),
        row.GetInt32(1),
        row.GetString(2),
        row.GetString(3),
        new CourtId(row.GetString(4)),
        LineReading.Text(row, 5),
        row.DayAt(6),
        row.GetBoolean(7),
        LineReading.Text(row, 8) is { } leader ? new LeaderId(leader) : null,
        LineReading.Text(row, 9),
        LineReading.Text(row, 10),
        row.GetInt64(11),
        LineReading.Text(row, 12) is { } number ? CaseNumber.Parse(number) : null,
        Word<CaseStatus>.Parse(row.GetString(13)),
        LineReading.Text(row, 14) is { } owner ? new LeaderId(owner) : null,
        row.DayAt(15),
        LineReading.Day(row, 16),
        LineReading.Instant(row, 17));
}
