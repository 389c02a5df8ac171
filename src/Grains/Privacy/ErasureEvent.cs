using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Privacy;

/// <summary>
/// One stream for the whole city. Its version is how often keys of persons and cases have been deleted (an appointment's key seals only
/// once). Who seals with a key that is there already appends only while that is still what it was, so that nothing is ever sealed with a
/// key that another process has just deleted.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(KeysErased), "privacy.keys-erased.v1")]
public abstract record ErasureEvent
{
    /// <summary>Data keys were deleted; whose, and why, says the event beside it.</summary>
    /// <param name="Subjects">How many persons' and cases' keys.</param>
    public sealed record KeysErased(int Subjects) : ErasureEvent;

    private ErasureEvent()
    {
    }
}
