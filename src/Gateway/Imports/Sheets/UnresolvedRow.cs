using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>One row of a ledger of unresolved cases, every field in its normal form; null is what the sheet doesn't say.</summary>
internal sealed record UnresolvedRow
{
    /// <summary>Position below the header, from 1, counted on over further worksheets: no two rows of a file have the same.</summary>
    public required int Row { get; init; }

    /// <summary>The court as the sheet names it.</summary>
    public required string Unit { get; init; }

    public required string Claim { get; init; }

    public string? Petitioner { get; init; }

    /// <summary>Null where the sheet has no number: the row then stands by itself until somebody identifies the person.</summary>
    public IdentityDocument? Identity { get; init; }

    public string? Phone { get; init; }

    public CaseNumber? CaseNumber { get; init; }

    public string? Cause { get; init; }

    public string? CaseType { get; init; }

    public DateOnly? FirstVisit { get; init; }

    public int? Visits { get; init; }

    public bool IsLongStanding { get; init; }

    public string? Owner { get; init; }

    public string? ResponsibleLeader { get; init; }

    public string? Handler { get; init; }

    public string? HandlerPhone { get; init; }

    public string? Source { get; init; }

    public DateOnly? AssignedOn { get; init; }

    /// <summary>When the person went to the province, as the sheet says it (2021年1-2月).</summary>
    public string? ProvinceVisit { get; init; }

    /// <summary>S6: assigned by the people's congress.</summary>
    public bool IsAssignedByCongress => Source is not null && SheetWords.Hold(Source, "人大");

    /// <summary>The sheet's own word decides (非执行 is none, 非诉执行 is); only where it has none, the case number.</summary>
    public bool IsEnforcement => CaseType is null
        ? CaseNumber?.IsEnforcement ?? false
        : SheetWords.Hold(CaseType, "执行") && !SheetWords.Hold(CaseType, "非执行");

    /// <summary>The row's place only: everything else may be personal data.</summary>
    public override string ToString() => $"row {Row}";
}
