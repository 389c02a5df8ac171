using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Journal.Ledger.Memory;

/// <summary>The ledger as the same rows in memory, for tests and simulation. Answers what the SQL stores answer, by plain scans.</summary>
internal sealed partial class MemoryLedger : ILedger
{
    private readonly Lock _lock = new();
    private readonly LedgerChanges _rows = new();
    private readonly Dictionary<string, List<Guid>> _casesOf = [];

    /// <summary>Takes up a batch, wholly and at once for every reader.</summary>
    public void Apply(LedgerChanges changes)
    {
        lock (_lock)
        {
            foreach (var link in changes.PetitionerCases.Rows)
            {
                if (_rows.PetitionerCases.Find(link.Key) is not null)
                    continue;
                if (!_casesOf.TryGetValue(link.Petitioner, out var cases))
                    _casesOf.Add(link.Petitioner, cases = []);
                cases.Add(link.Case);
            }

            _rows.Add(changes);
        }
    }

    /// <summary>Reads under one lock: what it sees is one state between two batches.</summary>
    public T Read<T>(Func<LedgerChanges, T> read)
    {
        lock (_lock)
            return read(_rows);
    }

    public Task<Counts> CountReceptionsAsync(
        DateOnly from, DateOnly to, CountsBy by, CourtId? court, CancellationToken cancellationToken) =>
        AnswerAsync(rows => MemoryCounts.Receptions(rows, from, to, by, court), cancellationToken);

    public Task<ImmutableArray<ResolutionCount>> CountResolutionsAsync(
        DateOnly from, DateOnly to, CourtId? court, CancellationToken cancellationToken) =>
        AnswerAsync(rows => MemoryCounts.Resolutions(rows, from, to, court), cancellationToken);

    public Task<CasePage> ListCasesAsync(CaseFilter filter, CancellationToken cancellationToken) =>
        AnswerAsync(rows => MemoryCases.List(rows, filter), cancellationToken);

    public Task<CaseLine?> FindCaseAsync(CaseId id, CancellationToken cancellationToken) =>
        AnswerAsync(rows => MemoryCases.Follow(rows, [id.Guid]).FirstOrDefault(), cancellationToken);

    public Task<ImmutableArray<CaseLine>> FindCasesAsync(CaseNumber number, CancellationToken cancellationToken) =>
        AnswerAsync(
            rows => MemoryCases.Follow(rows, rows.CaseFiles.Rows.Where(c => c.Number == number.Value).OrderBy(c => c.Opened).Select(c => c.Case)),
            cancellationToken);

    public Task<ImmutableArray<CaseLine>> FindCasesAsync(PetitionerKey petitioner, CancellationToken cancellationToken) =>
        AnswerAsync(rows => MemoryCases.Follow(rows, _casesOf.GetValueOrDefault(petitioner.Value) ?? []), cancellationToken);

    public Task<bool> IsKnownAsync(PetitionerKey petitioner, CancellationToken cancellationToken) =>
        AnswerAsync(_ => _casesOf.ContainsKey(petitioner.Value), cancellationToken);

    public Task<CaseLine?> FindCaseByQueryCodeAsync(string queryCodeHash, CancellationToken cancellationToken) =>
        AnswerAsync(
            rows => MemoryCases.Follow(rows, rows.CaseFiles.Rows.Where(c => c.QueryCodeHash == queryCodeHash).Select(c => c.Case)).FirstOrDefault(),
            cancellationToken);

    public Task<ImmutableArray<CourtId>> CourtsOfAsync(CaseId id, CancellationToken cancellationToken) =>
        AnswerAsync(rows => MemoryCases.CourtsOf(rows, id.Guid), cancellationToken);

    public Task<OwnedCases> CountOwnedAsync(LeaderId owner, CancellationToken cancellationToken) =>
        AnswerAsync(rows => MemoryCases.CountOwned(rows, owner.Value), cancellationToken);

    public Task<ImmutableArray<NoticeLine>> ListNoticesAsync(LeaderId leader, int limit, CancellationToken cancellationToken) =>
        AnswerAsync<ImmutableArray<NoticeLine>>(
            rows =>
            [
                .. rows.Notices.Rows.Where(n => OwnerNow(rows, n.Case) == leader.Value).OrderByDescending(n => n.Position).Take(Bound(limit))
                    .Select(n => new NoticeLine(new(n.Case), new(n.Reception), Word<Channel>.Parse(n.Channel), n.Position)),
            ],
            cancellationToken);

    private static string? OwnerNow(LedgerChanges rows, Guid id) => MemoryCases.Follow(rows, [id]).FirstOrDefault()?.Owner?.Leader.Value;

    public Task<ImmutableArray<ImportedLine>> ListImportRowsAsync(CaseId id, CancellationToken cancellationToken) =>
        AnswerAsync<ImmutableArray<ImportedLine>>(
            rows =>
            [
                .. rows.ImportRows.Rows.Where(r => r.Case == id.Guid).OrderBy(r => r.Position).ThenBy(r => r.Row)
                    .Select(r => new ImportedLine(
                        r.Import, r.Row, new(r.Unit), r.Owner, r.ResponsibleLeader, r.Handler, r.Source, r.AssignedOn, r.FirstVisitOn)),
            ],
            cancellationToken);

    public Task<CaseId?> FindImportRowAsync(string import, int row, CancellationToken cancellationToken) =>
        AnswerAsync(rows => rows.ImportRows.Find((import, row)) is { } found ? new CaseId(found.Case) : (CaseId?)null, cancellationToken);

    private Task<T> AnswerAsync<T>(Func<LedgerChanges, T> answer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Read(answer));
    }

    private static int Bound(int limit) => Math.Clamp(limit, 1, CaseFilter.MaxLimit);
}
