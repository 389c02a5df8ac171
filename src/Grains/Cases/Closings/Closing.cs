using System.Collections.Immutable;
using PetitionMesh.Grains.Cases.Papers;

namespace PetitionMesh.Grains.Cases.Closings;

/// <summary>A closing report on its way through the layers.</summary>
/// <param name="Signatures">How many layers have signed.</param>
/// <param name="At">When it was submitted; null in what older releases wrote.</param>
public sealed record Closing(
    int Number, EndingGround Ground, string Outcome, ImmutableArray<SignatureLayer> Layers, int Signatures, ImmutableArray<PaperId> Papers, string? To, DateOnly On,
    DateTimeOffset? At = null)
{
    /// <summary>W14(4): it says that the person has promised to give up.</summary>
    public bool IsPromise => Ground is EndingGround.OralPromise or EndingGround.WrittenUndertaking;

    /// <summary>J6: heads of the intermediate court sign it.</summary>
    public bool GoesUp => Layers.Contains(SignatureLayer.IntermediateHead);

    /// <summary>Whether a visit came after it. On its day the instants decide, where both are known.</summary>
    public bool IsBefore(DateOnly day, DateTimeOffset? at) => day > On || (day == On && at > At);

    /// <summary>The layer whose turn it is; null once all have signed.</summary>
    public SignatureLayer? Next => LayerAt(Signatures);

    /// <summary>Whose turn it is once that one has signed.</summary>
    public SignatureLayer? AfterNext => LayerAt(Signatures + 1);

    private SignatureLayer? LayerAt(int index) => index < Layers.Length ? Layers[index] : null;
}
