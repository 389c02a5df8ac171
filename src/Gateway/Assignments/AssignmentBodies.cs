using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using PetitionMesh.Gateway.Cases;
using PetitionMesh.Gateway.Cases.Work;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Assignments;

/// <summary>One act that assigns many cases to their units (J1, J5).</summary>
internal sealed record AssignmentBody
{
    [Required] public string? Source { get; init; }
    [Required] public string? DocumentNumber { get; init; }
    [Required] public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>All cases of this import, each to the unit its ledger lists it for.</summary>
    public string? Import { get; init; }

    /// <summary>These cases, to <see cref="Unit"/>.</summary>
    public IReadOnlyList<string>? CaseIds { get; init; }
    public string? Unit { get; init; }

    /// <summary>Days per clock that were specially ordered.</summary>
    public IReadOnlyDictionary<string, int>? Limits { get; init; }
}

/// <summary>What came of it.</summary>
/// <param name="Assigned">Cases that are assigned now, also those that were before by the same document.</param>
internal sealed record AssignedView(int Assigned, ImmutableArray<AssignedUnitView> Units, ImmutableArray<NotAssignedView> Refused);

internal sealed record AssignedUnitView(string Unit, int Cases);

internal sealed record NotAssignedView(CaseId CaseId, string Reason);

/// <summary>The ledger of assigned cases (交办案件台账), newest first.</summary>
internal sealed record AssignmentListView(ImmutableArray<AssignmentView> Items, string? Next);

/// <param name="Petitioner">Masked; null for who may not know, and where no name is known.</param>
/// <param name="State">当前状态, in the words of the forms.</param>
/// <param name="AgeDays">Days since the case was opened, up to its end.</param>
/// <param name="HeldDays">Days in the hands that hold it now, up to its end.</param>
internal sealed record AssignmentView(
    CaseId CaseId,
    string? CaseNumber,
    string? Petitioner,
    CaseStatus Status,
    string State,
    string Source,
    string SourceName,
    string DocumentNumber,
    string Unit,
    string? Division,
    DateOnly ReceivedOn,
    bool Urgent,
    string? Owner,
    string? OwnerName,
    string? ResponsibleLeader,
    string? ResponsibleLeaderName,
    string? Handler,
    string? Contact,
    int AgeDays,
    int HeldDays,
    ImmutableArray<ClockView> Clocks)
{
    public static AssignmentView Of(AssignmentLine line, string? petitioner, ImmutableArray<ClockLine> clocks, CitySnapshot city, DateOnly today)
    {
        var shown = ClockView.Of(clocks, null, today);
        var until = CaseDays.Until(line.Status, line.EndedOn, today);
        return new AssignmentView(
            line.Case,
            line.CaseNumber?.Value,
            petitioner,
            line.Status,
            StateOf(line.Status, shown),
            line.Source,
            SourceNames.Of(line.Source),
            line.DocumentNumber,
            line.Unit.Value,
            line.Division,
            line.ReceivedOn,
            line.Urgent,
            line.Owner?.Value,
            NameOf(line.Owner, city),
            line.ResponsibleLeader?.Value,
            NameOf(line.ResponsibleLeader, city),
            line.Handler,
            line.Contact,
            CaseDays.Age(line.OpenedOn, until),
            CaseDays.Held(line.HeldSince, line.OpenedOn, city, until),
            shown);
    }

    /// <summary>What presses most: a limit that ran out or is about to, then what the assignment asks for next (J5).</summary>
    private static string StateOf(CaseStatus status, ImmutableArray<ClockView> clocks)
    {
        if (!status.IsRunning() || status == CaseStatus.Pending)
            return status.Chinese();
        var open = clocks.Where(c => c.Rule == "J5" && c.State is ClockState.Running or ClockState.DueSoon or ClockState.Due or ClockState.Overdue).ToArray();
        return open.Any(c => c.State == ClockState.Overdue) ? "逾期"
            : open.Any(c => c.State is ClockState.DueSoon or ClockState.Due) ? "临期"
            : open.Any(c => c.Kind == ClockKind.Meet) ? "待约见"
            : open.Any(c => c.Kind == ClockKind.Progress) ? "待报告"
            : status.Chinese();
    }

    private static string? NameOf(LeaderId? leader, CitySnapshot city) => leader is { } id ? city.Leader(id)?.Name ?? id.Value : null;
}
