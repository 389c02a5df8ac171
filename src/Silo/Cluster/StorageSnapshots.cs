using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Journaling.Snapshots;

namespace PetitionMesh.Silo.Cluster;

/// <summary>
/// Snapshots in the silos' grain storage: beside the journal, so that nobody holds its head while a large state is written. Asked for only
/// by long streams; state that Orleans injects would be read at every activation.
/// </summary>
internal sealed partial class StorageSnapshots(IGrainStorage storage, ILogger<StorageSnapshots> log) : ISnapshots
{
    private const string Name = "snapshot";

    /// <summary>Replaying a stream takes milliseconds: a storage that does not answer is not waited for.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    public async Task<Snapshot?> FindAsync(StreamId stream, CancellationToken cancellationToken)
    {
        try
        {
            var record = await ReadAsync(stream).WaitAsync(s_patience, cancellationToken);
            return record.RecordExists ? record.State : null;
        }
#pragma warning disable CA1031 // Whatever the provider throws: a cache that cannot be read is none.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogNotRead(failure);
            return null;
        }
    }

    public async Task KeepAsync(StreamId stream, Snapshot snapshot)
    {
        try
        {
            var record = await ReadAsync(stream);
            record.State = snapshot;
            await storage.WriteStateAsync(Name, IdOf(stream), record);
        }
#pragma warning disable CA1031 // Another silo wrote one at the same time, or the database is away: the next is due soon.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogNotKept(failure);
        }
    }

    private async Task<GrainState<Snapshot>> ReadAsync(StreamId stream)
    {
        var record = new GrainState<Snapshot>();
        await storage.ReadStateAsync(Name, IdOf(stream), record);
        return record;
    }

    private static GrainId IdOf(StreamId stream) => GrainId.Create(Name, stream.Value);

    [LoggerMessage(Level = LogLevel.Information, Message = "A snapshot could not be read; its stream is replayed")]
    private partial void LogNotRead(Exception failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "A snapshot could not be kept; its stream is replayed until the next")]
    private partial void LogNotKept(Exception failure);
}
