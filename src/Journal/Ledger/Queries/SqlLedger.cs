using System.Collections.Immutable;
using System.Data.Common;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Journal.Ledger;

/// <summary>The ledger of a SQL store: one statement for every question.</summary>
internal sealed partial class SqlLedger(ILedgerReader reader) : ILedger
{
    public async Task<Counts> CountReceptionsAsync(
        DateOnly from, DateOnly to, CountsBy by, CourtId? court, CancellationToken cancellationToken)
    {
        var counts = new Counts(0, null, []);
        var rows = ImmutableArray.CreateBuilder<CountRow>();
        await reader.ReadAsync(
            "count_receptions",
            [
                Parameter.Flag(by.HasFlag(CountsBy.Court)),
                Parameter.Flag(by.HasFlag(CountsBy.Channel)),
                Parameter.Flag(by.HasFlag(CountsBy.Day)),
                Parameter.Text(court?.Value),
                .. Days(DayRanges.Of(from, to, by.HasFlag(CountsBy.Day))),
            ],
            row =>
            {
                counts = new Counts(row.GetInt64(0), row.InstantAt(1), []);
                // No reception in the range: the head stands alone.
                if (!row.IsDBNull(5))
                    rows.Add(LineReading.Count(row));
            },
            cancellationToken);
        return counts with { Rows = rows.ToImmutable() };
    }

    public Task<ImmutableArray<ResolutionCount>> CountResolutionsAsync(
        DateOnly from, DateOnly to, CourtId? court, CancellationToken cancellationToken) =>
        AllAsync(
            "count_resolutions",
            [Parameter.Text(court?.Value), .. Days(DayRanges.Of(from, to, singleDays: false))],
            LineReading.Resolution,
            cancellationToken);

    public async Task<CasePage> ListCasesAsync(CaseFilter filter, CancellationToken cancellationToken)
    {
        var (statement, parameters) = QuestionOf(filter, filter.Bound + 1);
        var rows = await AllAsync(
            statement, parameters, static row => (Case: LineReading.Case(row), Place: row.GetInt64(LineReading.Place)), cancellationToken);
        var page = rows.Take(filter.Bound).ToList();
        return new CasePage([.. page.Select(r => r.Case)], rows.Length > page.Count ? page[^1].Place : null);
    }

    /// <summary>Every case that fits, newest first, as the store reads them.</summary>
    public Task EachCaseAsync(CaseFilter filter, Action<CaseLine> take, CancellationToken cancellationToken)
    {
        var (statement, parameters) = QuestionOf(filter with { After = null }, int.MaxValue);
        return reader.ReadAsync(statement, parameters, row => take(LineReading.Case(row)), cancellationToken);
    }

    private static (string Statement, Parameter[] Parameters) QuestionOf(CaseFilter filter, int limit)
    {
        if (filter.Due is { } due)
            return ("list_due_cases", DueParameters(filter, due, limit));

        // Each question is led by the index that fits it; what remains is filtered on the way.
        var (statement, leading) = filter switch
        {
            { Number: { } number } => ("list_cases_of_number", Parameter.Text(number.Value)),
            { Owner: { } owner } => ("list_cases_of_owner", Parameter.Text(owner.Value)),
            { VisibleTo: { } court } => ("list_cases_of_court", Parameter.Text(court.Value)),
            { Court: { } court } => ("list_cases_of_court", Parameter.Text(court.Value)),
            _ => ("list_cases_of_city", default),
        };
        Parameter[] shared =
        [
            Parameter.Long(filter.After ?? long.MaxValue),
            Parameter.Text(filter.Status is { } status ? Word<CaseStatus>.Of(status) : null),
            Parameter.Int(limit),
        ];
        return (statement, statement switch
        {
            "list_cases_of_city" => shared,
            "list_cases_of_court" => [.. shared, leading, Parameter.Text(filter.VisibleTo is null ? null : filter.Court?.Value)],
            "list_cases_of_number" =>
                [.. shared, leading, Parameter.Text(filter.VisibleTo?.Value), Parameter.Text(filter.Court?.Value), Parameter.Text(filter.Owner?.Value)],
            _ => [.. shared, leading, Parameter.Text(filter.VisibleTo?.Value), Parameter.Text(filter.Court?.Value)],
        });
    }

    public async Task<CaseLine?> FindCaseAsync(CaseId id, CancellationToken cancellationToken) =>
        (await AllAsync("find_case", [Parameter.Id(id.Guid)], LineReading.Case, cancellationToken)).FirstOrDefault();

    public Task<ImmutableArray<CaseLine>> FindCasesAsync(CaseNumber number, CancellationToken cancellationToken) =>
        AllAsync("find_cases_by_number", [Parameter.Text(number.Value)], LineReading.Case, cancellationToken);

    public Task<ImmutableArray<CaseLine>> FindCasesAsync(PetitionerKey petitioner, CancellationToken cancellationToken) =>
        AllAsync("find_cases_by_petitioner", [Parameter.Text(petitioner.Value)], LineReading.Case, cancellationToken);

    public async Task<bool> IsKnownAsync(PetitionerKey petitioner, CancellationToken cancellationToken) =>
        (await AllAsync("is_known", [Parameter.Text(petitioner.Value)], static row => row.GetBoolean(0), cancellationToken))[0];

    public async Task<CaseLine?> FindCaseByQueryCodeAsync(string queryCodeHash, CancellationToken cancellationToken) =>
        (await AllAsync("find_case_by_query_code", [Parameter.Text(queryCodeHash)], LineReading.Case, cancellationToken)).FirstOrDefault();

    public Task<ImmutableArray<CourtId>> CourtsOfAsync(CaseId id, CancellationToken cancellationToken) =>
        AllAsync("courts_of_case", [Parameter.Id(id.Guid)], static row => new CourtId(row.GetString(0)), cancellationToken);

    public async Task<OwnedCases> CountOwnedAsync(LeaderId owner, CancellationToken cancellationToken) =>
        (await AllAsync(
            "count_owned",
            [Parameter.Text(owner.Value)],
            static row => new OwnedCases(checked((int)row.GetInt64(0)), checked((int)row.GetInt64(1))),
            cancellationToken))[0];

    public Task<ImmutableArray<NoticeLine>> ListNoticesAsync(LeaderId leader, int limit, CancellationToken cancellationToken) =>
        AllAsync("list_notices", [Parameter.Text(leader.Value), Limit(limit)], LineReading.Notice, cancellationToken);

    public Task<ImmutableArray<ImportedLine>> ListImportRowsAsync(CaseId id, CancellationToken cancellationToken) =>
        AllAsync("list_import_rows", [Parameter.Id(id.Guid)], LineReading.ImportRow, cancellationToken);

    public async Task<CaseId?> FindImportRowAsync(string import, int row, CancellationToken cancellationToken)
    {
        var found = await AllAsync(
            "find_import_row",
            [Parameter.Text(import), Parameter.Int(row)],
            static r => new CaseId(r.GetFieldValue<Guid>(0)),
            cancellationToken);
        return found.IsEmpty ? null : found[0];
    }

    private static Parameter Limit(int limit) => Parameter.Int(Math.Clamp(limit, 1, CaseFilter.MaxLimit));

    private static IEnumerable<Parameter> Days(DayRanges ranges) =>
    [
        .. ranges.InOrder().SelectMany(static r => (Parameter[])[Parameter.Day(r.From), Parameter.Day(r.To)]),
        Parameter.Int(ranges.HeadSign),
        Parameter.Int(ranges.TailSign),
    ];

    private async Task<ImmutableArray<T>> AllAsync<T>(
        string statement, Parameter[] parameters, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = ImmutableArray.CreateBuilder<T>();
        await reader.ReadAsync(statement, parameters, row => rows.Add(read(row)), cancellationToken);
        return rows.ToImmutable();
    }
}
