using System.ComponentModel.DataAnnotations;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Gateway.Rosters;

/// <summary>Body of <c>POST /api/rosters/drafts</c>.</summary>
internal sealed record DraftBody
{
    /// <summary>For example <c>2026-11</c>.</summary>
    [Required] public string? Month { get; init; }

    /// <summary>Court ids; absent is every court the caller may roster: all for the supervisor, his own for an office.</summary>
    public IReadOnlyList<string>? Courts { get; init; }

    /// <summary>Publish what was drafted, default false.</summary>
    public bool? Publish { get; init; }
}

/// <summary>Body of <c>POST /api/rosters/{court}/publish</c>.</summary>
internal sealed record PublishBody
{
    [Required] public string? Month { get; init; }
}

/// <summary>Body of <c>PUT /api/rosters/{court}/{date}</c>: the whole day; what is not named is vacant.</summary>
internal sealed record DayBody
{
    [Required] public IReadOnlyList<ShiftBody>? Shifts { get; init; }

    /// <summary>Needed to correct a published shift that has begun.</summary>
    public string? Reason { get; init; }
}

/// <summary>One shift of a day and who has it.</summary>
internal sealed record ShiftBody
{
    [Required] public ShiftKind? Shift { get; init; }
    [Required] public string? Leader { get; init; }

    /// <summary>City time, <c>17:00</c>; only for the desk outside working hours and reception days.</summary>
    public string? From { get; init; }

    public string? To { get; init; }

    /// <summary>Petition staff on duty (W13).</summary>
    public string? Staff { get; init; }

    /// <summary>What a reception day is for (S7).</summary>
    public string? Topic { get; init; }
}

/// <summary>Body of <c>POST /api/rosters/{court}/leaves</c> and <c>…/leaves/end</c>: days, both included.</summary>
internal sealed record LeaveBody
{
    [Required] public string? Leader { get; init; }
    [Required] public DateOnly? From { get; init; }
    [Required] public DateOnly? To { get; init; }
}

/// <summary>Body of <c>POST /api/rosters/sensitive-periods</c> and <c>…/withdraw</c>.</summary>
internal sealed record SensitivePeriodBody
{
    [Required] public string? Name { get; init; }
    [Required] public DateOnly? From { get; init; }
    [Required] public DateOnly? To { get; init; }
}

/// <summary>Body of <c>POST /api/rosters/{court}/swaps</c>: the caller's shift for another leader's.</summary>
internal sealed record SwapBody
{
    [Required] public ShiftReferenceBody? Mine { get; init; }
    [Required] public ShiftReferenceBody? Theirs { get; init; }

    /// <summary>Whom the caller believes to have the other shift; absent takes whoever has it.</summary>
    public string? With { get; init; }
}

/// <summary>Names a shift.</summary>
internal sealed record ShiftReferenceBody
{
    [Required] public DateOnly? Date { get; init; }
    [Required] public ShiftKind? Shift { get; init; }
}
