using Orleans.Runtime;
using PetitionMesh.Embedded.Activations;

namespace PetitionMesh.Embedded.Calls;

/// <summary>A grain contract bound to the class that keeps it in one host.</summary>
internal sealed class Contract
{
    private readonly ProxyType _proxy;

    /// <exception cref="NotSupportedException">The contract cannot be called; the message says which member and why.</exception>
    public Contract(Type grainInterface, GrainClass grainClass)
    {
        _proxy = ProxyType.For(grainInterface);
        Class = grainClass;
        Methods = [.. _proxy.Methods.Select(shape => GrainMethod.Create(shape, grainClass))];
    }

    public GrainClass Class { get; }

    /// <summary>By the number the emitted proxy uses.</summary>
    public GrainMethod[] Methods { get; }

    public GrainReference Reference(string key) => _proxy.Create(this, key);
}
