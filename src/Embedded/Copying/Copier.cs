namespace PetitionMesh.Embedded.Copying;

/// <summary>Deep copies of values of a declared type.</summary>
internal static class Copier<T>
{
    /// <exception cref="NotSupportedException">Something in it can neither be shared nor copied.</exception>
    public static T Copy(T value) => (T)DeepCopy.Of(value)!;
}
