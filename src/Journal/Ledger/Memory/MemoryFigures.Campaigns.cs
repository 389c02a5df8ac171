using System.Collections.Immutable;
using PetitionMesh.Grains.Campaigns;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Journal.Ledger.Memory;

/// <content>Campaigns (L1 to L7).</content>
internal sealed partial class MemoryFigures
{
    public Task<ImmutableArray<CampaignLine>> CampaignsAsync() => AskAsync<ImmutableArray<CampaignLine>>(rows =>
    [
        .. rows.Campaigns.Rows.OrderByDescending(c => c.Position)
            .Select(c => new CampaignLine(new(c.Campaign), c.Position!.Value, c.Title!, c.FirstDay!.Value, c.LastDay!.Value, Marked.Read(c.Courts))),
    ]);

    public Task<ImmutableArray<CampaignCaseLine>> CampaignCasesAsync(CampaignId campaign, DateOnly from, DateOnly to, CaseId? of) =>
        AskAsync<ImmutableArray<CampaignCaseLine>>(rows =>
        [
            .. rows.CampaignCases.Rows.Where(c => c.Campaign == campaign.Guid && c.IsRemoved == false)
                .Select(c => (Row: c, Matter: Matter(rows, c.Case)))
                .Where(c => of is null || c.Matter.Case == Matter(rows, of.Value.Guid).Case)
                .OrderBy(c => c.Row.Position)
                .Select(c => CampaignReading.Case(
                    c.Row, c.Matter.Case, c.Matter.Number, c.Matter.Status!, c.Matter.Owner, c.Matter.OwnerCourt, c.Matter.EndedOn,
                    Acts(rows, c.Matter.Case, "hearing", from, to), Acts(rows, c.Matter.Case, "plan", DateOnly.MinValue, DateOnly.MaxValue))),
        ]);

    /// <summary>The case that goes on.</summary>
    private static CaseFileRow Matter(LedgerChanges rows, Guid @case)
    {
        var file = rows.CaseFiles.Find(@case)!;
        while (file.JoinedInto is { } older)
            file = rows.CaseFiles.Find(older)!;
        return file;
    }

    private static int Acts(LedgerChanges rows, Guid matter, string act, DateOnly from, DateOnly to) =>
        rows.Acts.Rows.Count(a => a.Act == act && from <= a.Day && a.Day <= to && Matter(rows, a.Case).Case == matter);
}
