using System.Collections.Immutable;
using PetitionMesh.Grains.Campaigns;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Journal.Ledger.Memory;

/// <content>Campaigns (L1 to L7).</content>
internal sealed partial class MemoryFigures
{
    public Task<ImmutableArray<CampaignLine>> CampaignsAsync() => AskAsync<ImmutableArray<CampaignLine>>(rows =>
    [
        .. rows.Campaigns.Rows.OrderByDescending(c => c.Position)
            .Select(c => new CampaignLine(new(c.Campaign), c.Title!, c.FirstDay!.Value, c.LastDay!.Value, Marked.Read(c.Courts))),
    ]);

    public Task<ImmutableArray<CampaignCaseLine>> CampaignCasesAsync(CampaignFilter filter) =>
        AskAsync<ImmutableArray<CampaignCaseLine>>(rows =>
        [
            .. rows.CampaignCases.Rows
                .Where(c => c.Campaign == filter.Campaign.Guid && c.Position > filter.After)
                .Where(c => (filter.Court is null || c.Court == filter.Court.Value.Value) && (filter.Unit is null || c.Unit == filter.Unit.Value.Value))
                .OrderBy(c => c.Position)
                .Select(c => (Row: c, Files: Matter(rows, c.Case).ToArray()))
                .Where(c => filter.SeenBy is not { } court || c.Row.Court == court.Value || c.Files[^1].OwnerCourt == court.Value || Marked.Holds(c.Row.SharedWith, court.Value))
                .Select(c => Line(rows, c.Row, c.Files, filter))
                .Where(l => (filter.Level is null || l.Level == filter.Level) && (filter.Batch is null || l.Batches.Any(b => b.Batch == filter.Batch)))
                .Where(l => (!filter.OnlyKey || l.IsKey) && (filter.Progress is null || l.Progress == filter.Progress))
                .Take(filter.Limit),
        ]);

    /// <summary>A case and those it has been joined into, the one that stands last.</summary>
    private static IEnumerable<CaseFileRow> Matter(LedgerChanges rows, Guid @case)
    {
        for (var file = rows.CaseFiles.Find(@case); file is not null; file = file.JoinedInto is { } older ? rows.CaseFiles.Find(older) : null)
            yield return file;
    }

    private static CampaignCaseLine Line(LedgerChanges rows, CampaignCaseRow c, CaseFileRow[] files, CampaignFilter filter)
    {
        var stands = files[^1];
        int Acts(string act, DateOnly from, DateOnly to) => rows.Acts.Rows.Count(a => a.Act == act && files.Any(f => f.Case == a.Case) && from <= a.Day && a.Day <= to);
        return new CampaignCaseLine(
            new(c.Case),
            new(stands.Case),
            c.Position!.Value,
            UnitId.Parse(c.Unit!),
            c.Judge!,
            c.Responsible is { Length: > 0 } responsible ? new LeaderId(responsible) : null,
            c.LimitOn,
            c.GatheredOn!.Value,
            c.IsKey == true,
            CampaignReading.Team(c.Team),
            CampaignReading.Level(c.Level),
            c.LevelOn,
            CampaignReading.Batches(c.ReviewedOn, c.EnteredOn, c.ResolvedOn, c.AssistedOn, c.TerminatedOn),
            Marked.Read(c.SharedWith),
            c.StruckOn,
            stands.Number is { } number ? CaseNumber.OfStored(number) : null,
            Word<CaseStatus>.Parse(stands.Status!),
            stands.Owner is { } owner ? new LeaderId(owner) : null,
            c.IsStruck != true ? CampaignProgress.Open : IsRunning(stands) ? CampaignProgress.Reopened : CampaignProgress.StruckOff,
            Acts("hearing", filter.FirstDay, filter.LastDay),
            Acts("plan", DateOnly.MinValue, DateOnly.MaxValue) > 0);
    }
}
