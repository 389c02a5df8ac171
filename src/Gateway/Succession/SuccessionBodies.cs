using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using PetitionMesh.Gateway.Rosters;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Gateway.Succession;

/// <summary>Body of <c>POST /api/cases/{caseId}/succeed</c> (更换包案领导, W3).</summary>
internal sealed record SucceedBody
{
    /// <summary>Leader id of the successor.</summary>
    [Required] public string? To { get; init; }
    [Required] public SuccessionGround? Ground { get; init; }

    /// <summary>1 to 500 characters; no personal data of petitioners.</summary>
    [Required] public string? Reason { get; init; }

    /// <summary>Leader id of the president or vice-president who approved.</summary>
    [Required] public string? ApprovedBy { get; init; }

    /// <summary>Day of the approval, default today.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>Body of <c>POST /api/cases/{caseId}/recuse</c> (包案领导回避, W3).</summary>
internal sealed record RecuseBody
{
    /// <summary>He decided the original lawsuit, enforced it, is named in the matter, or as the reason says.</summary>
    [Required] public RecusalGround? Ground { get; init; }

    /// <summary>1 to 500 characters; no personal data of petitioners.</summary>
    [Required] public string? Reason { get; init; }

    /// <summary>Leader id of the president or vice-president who approved.</summary>
    [Required] public string? ApprovedBy { get; init; }

    /// <summary>Day of the approval, default today.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Who takes the case over at once; absent leaves it on the list of those without an active owner.</summary>
    public string? To { get; init; }
}

/// <summary>An open case without an active owner (无在岗包案领导).</summary>
/// <param name="Owner">Who owns it and cannot act, or null when nobody has received it yet.</param>
/// <param name="Since">City day on which it began; null when the leader had left before the system began.</param>
/// <param name="DueOn">City day by whose end an owner must have been named: one working day.</param>
/// <param name="Provisional">W17: the year of the due day has no official calendar yet.</param>
internal sealed record OwnerlessView(
    CaseId CaseId,
    string? CaseNumber,
    string Office,
    CaseStatus Status,
    DutyLeaderView? Owner,
    string? FirstReceiver,
    VacancyGround Ground,
    DateOnly? Since,
    DateOnly? DueOn,
    bool Provisional,
    bool Overdue,
    DateTimeOffset? RemindedAt);

/// <summary>The longest without owner first.</summary>
/// <param name="Next">What to ask for after this page; null on the last one.</param>
internal sealed record OwnerlessListView(ImmutableArray<OwnerlessView> Items, string? Next);
