using System.Collections.Immutable;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Papers;

namespace PetitionMesh.Grains.Cases;

/// <content>Work on a case.</content>
public abstract partial record CaseCommand
{
    /// <summary>Do the act of a form.</summary>
    /// <param name="Said">Names of the narrative fields that are filled in; their texts are sealed in <paramref name="Narrative"/>.</param>
    public sealed record Act(
        ActId Id,
        CaseAct Kind,
        Actor Actor,
        ImmutableArray<Fact> Facts,
        ImmutableArray<string> Said,
        Sealed? Narrative,
        ImmutableArray<PaperId> Papers,
        CaseGround Ground) : CaseCommand;

    /// <summary>File a paper whose sealed content is stored.</summary>
    public sealed record File(PaperId Paper, PaperKind Kind, string MediaType, int Size, string Hash, Actor Actor, CaseGround Ground, DataKeyId? Key = null) : CaseCommand;

    /// <summary>Note what the clock alone has made true.</summary>
    public sealed record Sweep(CaseGround Ground) : CaseCommand;

    /// <summary>W14(4): somebody told us of a visit to province or capital.</summary>
    public sealed record ReportOutsideVisit(ActId Id, Level Place, DateOnly On, string ToldBy, Actor Actor, CaseGround Ground) : CaseCommand;

    /// <summary>S10: the petitioner rates the handling.</summary>
    public sealed record Rate(int Stars, CaseGround Ground) : CaseCommand;

    /// <summary>The petitioner asks for the case to be taken up again.</summary>
    public sealed record AskReopening(ActId Id, Sealed Narrative, CaseGround Ground) : CaseCommand;
}
