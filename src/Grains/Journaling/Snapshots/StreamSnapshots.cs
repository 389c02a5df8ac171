using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;

namespace PetitionMesh.Grains.Journaling.Snapshots;

/// <summary>
/// Snapshots of one kind of stream. Each is sealed to its stream, its version, instant and bytes of the last event it counts, and the build that
/// made it: so neither a hand in the database, nor a journal restored from a backup, nor a release that folds otherwise can pass one off as the state.
/// </summary>
public sealed partial class StreamSnapshots<TState>(ISnapshots store, Keyring keyring, SnapshotTerms terms, JsonTypeInfo<TState> json, ILogger logger)
    where TState : class
{
    private static readonly string s_build = typeof(TState).Assembly.ManifestModule.ModuleVersionId.ToString("D");

    /// <inheritdoc cref="SnapshotTerms.From"/>
    public int From => terms.From;

    /// <param name="kept">Version of the last snapshot that this activation knows of; 0 for none.</param>
    public bool IsDue(int version, int kept) => version >= terms.From && version - kept >= terms.Every;

    public Task<Snapshot?> FindAsync(StreamId stream, CancellationToken cancellationToken) => store.FindAsync(stream, cancellationToken);

    /// <summary>Never fails, as <see cref="ISnapshots.KeepAsync"/>: a state that cannot be written as JSON has no snapshot.</summary>
    /// <param name="last">The event at <paramref name="version"/>.</param>
    public async Task KeepAsync(StreamId stream, int version, StreamEnd last, TState state)
    {
        byte[] bytes;
        try
        {
            bytes = JsonSerializer.SerializeToUtf8Bytes(state, json);
        }
#pragma warning disable CA1031 // What a converter throws is not known, and whoever is served here has nothing to do with it.
        catch (Exception unwritable)
#pragma warning restore CA1031
        {
            Unwritable(logger, stream.Value, unwritable);
            return;
        }
        await store.KeepAsync(stream, new Snapshot(
            version,
            ImmutableCollectionsMarshal.AsImmutableArray(bytes),
            ImmutableCollectionsMarshal.AsImmutableArray(SealOf(stream, version, last, bytes))));
    }

    /// <summary>The state after all of <paramref name="from"/>, or null when this is not a snapshot that this build made of their stream, or nothing can follow on it.</summary>
    /// <param name="from">The event at the snapshot's version, as the journal has it, and those after it.</param>
    public TState? Read(Snapshot snapshot, ImmutableArray<RecordedEvent> from, Func<TState, RecordedEvent, TState> fold)
    {
        var (last, stream) = (from[0], from[0].Stream);
        if (last.Version != snapshot.Version
            || !CryptographicOperations.FixedTimeEquals(SealOf(stream, snapshot.Version, StreamEnd.Of(last), snapshot.State.AsSpan()), snapshot.Seal.AsSpan()))
            return null;
        try
        {
            return JsonSerializer.Deserialize(snapshot.State.AsSpan(), json) is { } state ? from.Skip(1).Aggregate(state, fold) : null;
        }
#pragma warning disable CA1031 // The seal says who wrote it, not that it can be read or followed; the events can.
        catch (Exception unreadable)
#pragma warning restore CA1031
        {
            Unreadable(logger, stream.Value, unreadable);
            return null;
        }
    }

    private byte[] SealOf(StreamId stream, int version, StreamEnd last, ReadOnlySpan<byte> state)
    {
        using var seal = keyring.BeginSnapshotSeal();
        // Of fixed length, or ended by what cannot stand in them: no two snapshots give the same text.
        seal.AppendData(Encoding.UTF8.GetBytes($"{s_build}\n{stream.Value}\n{version}\n{last.At.UtcTicks / TimeSpan.TicksPerMicrosecond}\n"));
        seal.AppendData(SHA256.HashData(last.Payload.AsSpan()));
        seal.AppendData(state);
        return seal.GetHashAndReset();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The state of {Stream} cannot be written as a snapshot; it is replayed")]
    private static partial void Unwritable(ILogger logger, string stream, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The snapshot of {Stream} cannot be read; it is replayed")]
    private static partial void Unreadable(ILogger logger, string stream, Exception failure);
}
