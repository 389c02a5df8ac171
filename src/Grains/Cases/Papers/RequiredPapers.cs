using System.Collections.Immutable;

namespace PetitionMesh.Grains.Cases.Papers;

/// <summary>J9: the papers without which a case cannot be reported as ended.</summary>
public static class RequiredPapers
{
    private static readonly ImmutableArray<ImmutableArray<PaperKind>> Settled =
        [[PaperKind.ReviewReport], [PaperKind.Settlement], [PaperKind.ResolutionPlan]];

    private static readonly ImmutableArray<ImmutableArray<PaperKind>> NotSettled =
        [[PaperKind.ReviewReport], [PaperKind.SelfExamination], [PaperKind.ResolutionPlan]];

    private static readonly ImmutableArray<ImmutableArray<PaperKind>> Terminated =
        [[PaperKind.ReviewReport], [PaperKind.TerminationDecision, PaperKind.SuperiorOpinion]];

    /// <summary>One of each group must be attached.</summary>
    public static ImmutableArray<ImmutableArray<PaperKind>> For(EndingGround ground) => ground switch
    {
        EndingGround.OralPromise or EndingGround.WrittenUndertaking => Settled,
        EndingGround.Terminated => Terminated,
        EndingGround.HandedOver => Terminated.Add([PaperKind.Handover]),
        EndingGround.Rejected or EndingGround.Retrial => NotSettled.Add([PaperKind.Ruling]),
        EndingGround.Other => NotSettled,
        _ => throw new ArgumentOutOfRangeException(nameof(ground), ground, "No list for this ground."),
    };

    /// <summary>Names of what is missing, in the order of the list; alternatives joined by 或.</summary>
    public static ImmutableArray<string> Missing(EndingGround ground, IEnumerable<PaperKind> attached)
    {
        var have = attached.ToHashSet();
        return [.. For(ground).Where(one => !one.Any(have.Contains)).Select(one => string.Join('或', one.Select(PaperNames.Of)))];
    }
}
