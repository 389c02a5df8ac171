using System.Collections.Immutable;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.Cases;

/// <summary>How a reception ended, on its way back through the grains that hold their turns for it.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.reception-outcome")]
public abstract record ReceptionOutcome
{
    /// <param name="Written">The slices of the petitioners, which each of them now takes up.</param>
    [GenerateSerializer, Immutable, Alias("petition-mesh.reception-outcome.registered")]
    public sealed record Registered([property: Id(0)] ReceptionAnswer Answer, [property: Id(1)] ImmutableArray<Slice> Written) : ReceptionOutcome;

    [GenerateSerializer, Immutable, Alias("petition-mesh.reception-outcome.refused")]
    public sealed record Refused([property: Id(0)] Refusal Refusal) : ReceptionOutcome;

    /// <summary>Answered before: give the first answer again.</summary>
    [GenerateSerializer, Immutable, Alias("petition-mesh.reception-outcome.repeated")]
    public sealed record Repeated([property: Id(0)] CommandRecord First) : ReceptionOutcome;

    /// <summary>The key was used for another body.</summary>
    [GenerateSerializer, Immutable, Alias("petition-mesh.reception-outcome.key-reused")]
    public sealed record KeyReused : ReceptionOutcome;

    /// <summary>Another activation of one of the streams was faster; nothing was written. Ask again with the same command.</summary>
    [GenerateSerializer, Immutable, Alias("petition-mesh.reception-outcome.contended")]
    public sealed record Contended : ReceptionOutcome;

    /// <summary>This case was joined into another: go there.</summary>
    [GenerateSerializer, Immutable, Alias("petition-mesh.reception-outcome.moved")]
    public sealed record Moved([property: Id(0)] CaseId To) : ReceptionOutcome;

    private ReceptionOutcome()
    {
    }
}
