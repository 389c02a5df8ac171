namespace Orleans;

/// <summary>Hands out references to grains. A grain always exists, so this neither activates nor asks anything.</summary>
public interface IGrainFactory
{
    /// <exception cref="ArgumentException">No class, or more than one, implements the contract.</exception>
    /// <exception cref="NotSupportedException">The contract cannot be called: a method does not return a task, or an argument cannot be isolated.</exception>
    TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey;

    IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey);
}
