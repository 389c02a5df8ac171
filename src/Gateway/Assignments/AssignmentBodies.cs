using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using PetitionMesh.Gateway.Cases.Work;
using PetitionMesh.Grains.Cases;

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

internal sealed record AssignmentView(
    CaseId CaseId,
    string? CaseNumber,
    CaseStatus Status,
    string Source,
    string DocumentNumber,
    string Unit,
    string? Division,
    DateOnly ReceivedOn,
    bool Urgent,
    string? Owner,
    string? ResponsibleLeader,
    string? Handler,
    string? Contact,
    ImmutableArray<ClockView> Clocks);
