using Orleans.Runtime;

namespace Orleans;

/// <summary>Reading the identity of a grain or of a reference to one.</summary>
public static class GrainExtensions
{
    public static GrainId GetGrainId(this IAddressable grain) => grain switch
    {
        GrainReference reference => reference.GrainId,
        IGrainBase self => self.GrainContext.GrainId,
        _ => throw new ArgumentException($"{grain?.GetType().FullName ?? "null"} is neither a grain nor a reference to one.", nameof(grain)),
    };

    public static string GetPrimaryKeyString(this IAddressable grain) => grain.GetGrainId().Key.ToString();

    /// <summary>A reference to the given grain, fit to be handed to another one.</summary>
    public static TGrainInterface AsReference<TGrainInterface>(this IAddressable grain) where TGrainInterface : class, IGrain => grain switch
    {
        GrainReference reference => (TGrainInterface)(object)reference.As(typeof(TGrainInterface)),
        Grain self => (TGrainInterface)(object)((PetitionMesh.Embedded.Activations.Activation)self.GrainContext).ReferenceAs(typeof(TGrainInterface)),
        _ => throw new ArgumentException($"{grain?.GetType().FullName ?? "null"} is neither a grain nor a reference to one.", nameof(grain)),
    };
}
