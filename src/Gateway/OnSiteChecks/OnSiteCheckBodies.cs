using System.ComponentModel.DataAnnotations;
using PetitionMesh.Grains.OnSiteChecks;

namespace PetitionMesh.Gateway.OnSiteChecks;

/// <summary>Body of <c>POST /api/on-site-checks</c> (现场检查, Y5).</summary>
internal sealed record OnSiteCheckBody
{
    /// <summary>Whose ledger was checked; default the caller's. Only the supervisor names another.</summary>
    public string? Court { get; init; }

    /// <summary>Of that court; left out where the whole court was checked.</summary>
    public string? Division { get; init; }

    /// <summary>检查日期; default today.</summary>
    public DateOnly? On { get; init; }

    /// <summary>检查人 by name, 1 to 10, each at most 100 characters.</summary>
    [Required] public string[]? Inspectors { get; init; }

    [Required] public CheckedRegister? Register { get; init; }

    /// <summary>First day of the entries that were checked.</summary>
    [Required] public DateOnly? From { get; init; }

    /// <summary>Last day of the entries that were checked.</summary>
    [Required] public DateOnly? To { get; init; }

    /// <summary>抽查: how many entries were looked at, 1 to 100,000.</summary>
    [Required] public int? Sampled { get; init; }

    /// <summary>相符: how many of them agree with the papers.</summary>
    [Required] public int? Agreeing { get; init; }

    /// <summary>What does not agree, at most 50.</summary>
    public FindingBody[]? Findings { get; init; }

    /// <summary>检查意见, at most 2,000 characters. Recorded for good, so it names no petitioner.</summary>
    public string? Opinion { get; init; }

    /// <summary>整改期限, until 24:00; needed where something was found, left out where nothing was.</summary>
    public DateOnly? DueOn { get; init; }
}

/// <summary>One entry or paper that does not agree.</summary>
internal sealed record FindingBody
{
    [Required] public FindingKind? Kind { get; init; }

    /// <summary>Number or id of the entry, at most 100 characters.</summary>
    public string? Entry { get; init; }

    /// <summary>What is wrong, 1 to 500 characters. Recorded for good, so it names no petitioner.</summary>
    [Required] public string? Text { get; init; }
}

/// <summary>Body of <c>POST /api/on-site-checks/{checkId}/rectify</c> (整改, Y5).</summary>
internal sealed record RectifyBody
{
    /// <summary>What was put right, 1 to 2,000 characters. Recorded for good, so it names no petitioner.</summary>
    [Required] public string? Measures { get; init; }
}

/// <summary>Body of <c>POST /api/on-site-checks/{checkId}/verify</c> (复核, Y5).</summary>
internal sealed record VerifyBody
{
    /// <summary>Whether it is right now.</summary>
    [Required] public bool? Passed { get; init; }

    /// <summary>Why not, 1 to 2,000 characters; needed where it did not pass. Recorded for good, so it names no petitioner.</summary>
    public string? Reason { get; init; }

    /// <summary>The new last day; needed where it did not pass.</summary>
    public DateOnly? DueOn { get; init; }
}
