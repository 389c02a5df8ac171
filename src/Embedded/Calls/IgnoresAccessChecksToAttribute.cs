#pragma warning disable IDE0130 // The runtime looks for it under this name.
namespace System.Runtime.CompilerServices;

/// <summary>Known to the runtime by name: the assembly that carries it sees the internals of the named one.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
internal sealed class IgnoresAccessChecksToAttribute(string assemblyName) : Attribute
{
    public string AssemblyName { get; } = assemblyName;
}
