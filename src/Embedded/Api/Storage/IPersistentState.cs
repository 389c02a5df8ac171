using Orleans.Core;

namespace Orleans.Runtime;

/// <summary>A record of a grain, given to its constructor and read before OnActivateAsync.</summary>
public interface IPersistentState<TState> : IStorage<TState>;
