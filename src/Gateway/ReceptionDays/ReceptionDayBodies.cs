using System.ComponentModel.DataAnnotations;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Gateway.ReceptionDays;

/// <summary>Body of <c>POST /api/reception-days/{court}/{date}</c> (公告领导接待日, S7).</summary>
internal sealed record AnnounceBody
{
    [Required] public string? Leader { get; init; }

    /// <summary><c>morning</c> or <c>afternoon</c>.</summary>
    [Required] public ShiftKind? Shift { get; init; }

    /// <summary>Where, at most 100 characters; shown on the screen.</summary>
    [Required] public string? Place { get; init; }

    /// <summary>Most appointments; each gets at least five minutes.</summary>
    [Required] public int? Capacity { get; init; }

    /// <summary>What the day is for, at most 100 characters; shown on the screen.</summary>
    public string? Topic { get; init; }
}

/// <summary>Body of <c>…/close</c>, <c>…/withdraw</c> and <c>POST /api/appointments/{number}/cancel</c>.</summary>
internal sealed record ReasonBody
{
    /// <summary>Kept for good, so it names no person; 1 to 200 characters.</summary>
    [Required] public string? Reason { get; init; }
}

/// <summary>Body of <c>POST /api/reception-days/{court}/{date}/appointments</c>. Sealed, and deleted when the half-day is over.</summary>
internal sealed record BookBody
{
    public string? Name { get; init; }
    public string? Phone { get; init; }

    /// <summary>What it is about, at most 500 characters.</summary>
    public string? Matter { get; init; }

    public override string ToString() => "•••";
}
