using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace PetitionMesh.Embedded.State;

/// <summary>One record of one grain, kept between it and the storage.</summary>
internal sealed class PersistentState<T>(string name, GrainId id, IGrainStorage storage) : IPersistentState<T>, IGrainState<T>
{
    private T? _state;

    /// <summary>A record that does not exist reads as a new one.</summary>
    public T State
    {
        get => _state ??= Activator.CreateInstance<T>();
        set => _state = value;
    }

    public string? Etag { get; private set; }

    public bool RecordExists { get; private set; }

    T? IGrainState<T>.State
    {
        get => State;
        set => _state = value;
    }

    string? IGrainState<T>.ETag
    {
        get => Etag;
        set => Etag = value;
    }

    bool IGrainState<T>.RecordExists
    {
        get => RecordExists;
        set => RecordExists = value;
    }

    public Task ReadStateAsync() => storage.ReadStateAsync(name, id, this);

    public Task WriteStateAsync() => storage.WriteStateAsync(name, id, this);

    public Task ClearStateAsync() => storage.ClearStateAsync(name, id, this);
}
