using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Closings;
using PetitionMesh.Grains.Cases.Papers;

namespace PetitionMesh.Simulation.Invariants;

/// <summary>J6, J9, W14: no end without its report, its papers and all its signatures in order; no act recorded twice.</summary>
internal static class EndAudit
{
    public static void Check(string name, List<CaseEntry> entries, Findings findings)
    {
        CaseEvent.ClosingSubmitted? report = null;
        var signed = 0;
        var isEnded = false;
        var papers = new Dictionary<PaperId, PaperKind>();
        var earlier = new HashSet<PaperId>();
        foreach (var (_, @event) in entries)
        {
            switch (@event)
            {
                case CaseEvent.PaperFiled filed:
                    papers.Add(filed.Paper, filed.Kind);
                    break;
                case CaseEvent.ClosingSubmitted submitted:
                    findings.Require(report is null, $"{name} has two reports under way.");
                    (report, signed) = (submitted, 0);
                    break;
                case CaseEvent.Assigned when report is not null:
                    report = report with { Layers = SignatureLayers.Assigned(report.Layers) };
                    break;
                case CaseEvent.Signed signature:
                    findings.Require(report is not null && signed < report.Layers.Length && report.Layers[signed] == signature.Layer, $"{name} was signed out of order.");
                    signed++;
                    break;
                case CaseEvent.SentBack:
                    report = null;
                    break;
                case CaseEvent.ClosingLapsed lapsed:
                    findings.Require(report?.Number == lapsed.Closing, $"{name}: a report lapsed that was not under way.");
                    report = null;
                    break;
                case CaseEvent.OwnerRelieved or CaseEvent.OwnerSucceeded:
                    findings.Require(report is null, $"{name}: a report outlived its owner.");
                    break;
                case CaseEvent.Reopened:
                    findings.Require(isEnded, $"{name} was reopened though it had not ended.");
                    (report, isEnded) = (null, false);
                    earlier.UnionWith(papers.Keys);
                    break;
                case CaseEvent.Ended or CaseEvent.PassedOn:
                    findings.Require(isEnded == @event is CaseEvent.PassedOn, $"{name} ended twice, or was handed over before its end.");
                    findings.Require(report is not null && signed == report.Layers.Length, $"{name} ended without its signatures.");
                    findings.Require(
                        report is not null && RequiredPapers.Missing(
                            report.Ground, report.Papers.Where(p => papers[p] != PaperKind.Settlement || !earlier.Contains(p)).Select(p => papers[p])).IsEmpty,
                        $"{name} ended without its papers, or by those of a promise that was broken.");
                    (report, isEnded) = (null, true);
                    break;
            }
        }

        foreach (var twice in entries.Select(e => ActIdOf(e.Event)).Where(id => id is not null).GroupBy(id => id).Where(g => g.Count() > 1))
            findings.Add($"{name}: act {twice.Key![..8]} is recorded {twice.Count()} times.");
    }

    /// <summary>The act that an event records; every command records one.</summary>
    public static string? ActIdOf(CaseEvent @event) => @event switch
    {
        CaseEvent.Assigned e => e.Id.Value,
        CaseEvent.Entered e => e.Id.Value,
        CaseEvent.Acted e => e.Id.Value,
        CaseEvent.OutsideVisitReported e => e.Id.Value,
        CaseEvent.ClosingSubmitted e => e.Id.Value,
        CaseEvent.Signed e => e.Id.Value,
        CaseEvent.SentBack e => e.Id.Value,
        CaseEvent.ReopeningAsked e => e.Id.Value,
        CaseEvent.PaperFiled e => e.Paper.Value,
        _ => null,
    };
}
