using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Gateway.Cases;

/// <summary>在办天数: a case counts its days up to its end, as long as that end holds.</summary>
internal static class CaseDays
{
    public static bool IsRunning(this CaseStatus status) => status is CaseStatus.Pending or CaseStatus.Open or CaseStatus.Reopened;

    public static DateOnly Until(CaseStatus status, DateOnly? endedOn, DateOnly today) => !status.IsRunning() && endedOn is { } end ? end : today;
}
