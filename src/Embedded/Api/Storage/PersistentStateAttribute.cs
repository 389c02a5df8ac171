namespace Orleans.Runtime;

/// <summary>Names the record of a constructor parameter and the storage it lives in (a keyed service; none: the default one).</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class PersistentStateAttribute(string stateName, string? storageName = null) : Attribute
{
    public string StateName { get; } = stateName;

    public string? StorageName { get; } = storageName;
}
