using System.Globalization;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;
using PetitionMesh.Embedded.Copying;

namespace PetitionMesh.Embedded.State;

/// <summary>Records in memory, for tests and as the default: gone with the process, isolated from the grains by copies.</summary>
public sealed class MemoryGrainStorage : IGrainStorage
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(GrainId Grain, string Name), (object? State, long Version)> _records = [];
    private long _version;

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ArgumentNullException.ThrowIfNull(grainState);
        lock (_gate)
        {
            var exists = _records.TryGetValue((grainId, stateName), out var record);
            grainState.State = exists ? Copier<T>.Copy((T)record.State!) : default;
            grainState.ETag = exists ? Etag(record.Version) : null;
            grainState.RecordExists = exists;
        }
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ArgumentNullException.ThrowIfNull(grainState);
        lock (_gate)
        {
            if (Conflict(stateName, grainId, grainState.ETag) is { } conflict) return Task.FromException(conflict);
            _records[(grainId, stateName)] = (Copier<T>.Copy(grainState.State!), ++_version);
            grainState.ETag = Etag(_version);
            grainState.RecordExists = true;
        }
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ArgumentNullException.ThrowIfNull(grainState);
        lock (_gate)
        {
            if (Conflict(stateName, grainId, grainState.ETag) is { } conflict) return Task.FromException(conflict);
            _records.Remove((grainId, stateName));
            grainState.State = default;
            grainState.ETag = null;
            grainState.RecordExists = false;
        }
        return Task.CompletedTask;
    }

    private InconsistentStateException? Conflict(string name, GrainId grain, string? expected)
    {
        var stored = _records.TryGetValue((grain, name), out var record) ? Etag(record.Version) : null;
        return stored == expected
            ? null
            : new InconsistentStateException($"The record {name} of {grain} was written by someone else.", stored, expected);
    }

    private static string Etag(long version) => version.ToString(CultureInfo.InvariantCulture);
}
