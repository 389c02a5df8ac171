using System.ComponentModel.DataAnnotations;
using PetitionMesh.Grains.LawsuitScreenings;

namespace PetitionMesh.Gateway.LawsuitScreenings;

/// <summary>Body of <c>POST /api/lawsuit-screenings/{unit}/{month}</c> (诉讼案件排查, S2).</summary>
internal record LawsuitScreeningBody
{
    /// <summary>在办案件: how many open lawsuits were screened, 0 to 100,000.</summary>
    [Required] public int? OpenLawsuits { get; init; }

    /// <summary>已结案件: how many closed lawsuits were screened, 0 to 100,000.</summary>
    [Required] public int? ClosedLawsuits { get; init; }

    /// <summary>Lawsuits that may be petitioned about, at most 200; left out where there are none.</summary>
    public ScreenedLawsuitBody[]? Found { get; init; }
}

/// <summary>Body of <c>POST /api/lawsuit-screenings/{unit}/{month}/corrections</c>: all of it anew.</summary>
internal sealed record ScreeningCorrectionBody : LawsuitScreeningBody
{
    /// <summary>1 to 500 characters. Recorded for good, so it names no party.</summary>
    [Required] public string? Reason { get; init; }
}

/// <summary>A lawsuit that may be petitioned about.</summary>
internal sealed record ScreenedLawsuitBody
{
    /// <summary>In any writing.</summary>
    [Required] public string? CaseNumber { get; init; }

    [Required] public LawsuitStage? Stage { get; init; }

    [Required] public RiskGround? Ground { get; init; }

    /// <summary>风险情况, 1 to 500 characters. Recorded for good, so it names no party.</summary>
    [Required] public string? Risk { get; init; }

    /// <summary>化解措施, 1 to 500 characters. Recorded for good, so it names no party.</summary>
    [Required] public string? Measures { get; init; }

    /// <summary>责任人, an official by name, 1 to 100 characters.</summary>
    [Required] public string? Responsible { get; init; }

    /// <summary>Last day of the measures, until 24:00.</summary>
    public DateOnly? DueOn { get; init; }
}

/// <summary>Body of <c>POST /api/lawsuit-screenings/{unit}/{month}/settle</c>: the measures for a lawsuit are done.</summary>
internal sealed record SettleLawsuitBody
{
    /// <summary>In any writing.</summary>
    [Required] public string? CaseNumber { get; init; }

    /// <summary>落实情况, 1 to 500 characters. Recorded for good, so it names no party.</summary>
    [Required] public string? Outcome { get; init; }
}
