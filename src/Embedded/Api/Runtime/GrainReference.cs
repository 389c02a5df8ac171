using System.Runtime.CompilerServices;
using PetitionMesh.Embedded.Calls;

namespace Orleans.Runtime;

/// <summary>
/// The base of the emitted proxies. A reference is a name, not an object: any number may exist for one grain, and they are
/// equal when the identity is.
/// </summary>
public abstract class GrainReference : IAddressable, IEquatable<GrainReference>
{
    private readonly Contract _contract;
    private readonly string _key;

    internal GrainReference(Contract contract, string key)
    {
        _contract = contract;
        _key = key;
    }

    public GrainId GrainId => _contract.Class.IdOf(_key);

    public bool Equals(GrainReference? other) =>
        other is not null && ReferenceEquals(_contract.Class, other._contract.Class) && _key == other._key;

    public sealed override bool Equals(object? obj) => Equals(obj as GrainReference);

    public sealed override int GetHashCode() => HashCode.Combine(_contract.Class, _key);

    public sealed override string ToString() => GrainId.ToString();

    /// <summary>Where every emitted method ends. The emitted code passes the number and types it was emitted from, so the cast is safe.</summary>
    internal Task<TResult> Call<TArguments, TResult>(int method, TArguments arguments) where TArguments : struct =>
        Unsafe.As<GrainMethod<TArguments, TResult>>(_contract.Methods[method]).Call(_key, arguments);
}
