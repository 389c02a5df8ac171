using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PetitionMesh.Grains.Journaling.Snapshots;

/// <summary>
/// Snapshots of one kind of stream. Each is sealed to its stream, its version, the bytes of the last event it counts and the build that
/// made it: so neither a hand in the database, nor a journal restored from a backup, nor a release that folds otherwise can pass one off as the state.
/// </summary>
public sealed class StreamSnapshots<TState>(ISnapshots store, Keyring keyring, SnapshotTerms terms, JsonTypeInfo<TState> json)
    where TState : class
{
    private static readonly string s_build = typeof(TState).Assembly.ManifestModule.ModuleVersionId.ToString("D");

    /// <inheritdoc cref="SnapshotTerms.From"/>
    public int From => terms.From;

    /// <param name="kept">Version of the last snapshot that this activation knows of; 0 for none.</param>
    public bool IsDue(int version, int kept) => version >= terms.From && version - kept >= terms.Every;

    public Task<Snapshot?> FindAsync(StreamId stream, CancellationToken cancellationToken) => store.FindAsync(stream, cancellationToken);

    /// <param name="last">Stored bytes of the event at <paramref name="version"/>.</param>
    public Task KeepAsync(StreamId stream, int version, ImmutableArray<byte> last, TState state)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(state, json);
        return store.KeepAsync(stream, new Snapshot(
            version,
            ImmutableCollectionsMarshal.AsImmutableArray(bytes),
            ImmutableCollectionsMarshal.AsImmutableArray(SealOf(stream, version, last, bytes))));
    }

    /// <summary>The state, or null when this is not a snapshot that this build made of this stream.</summary>
    /// <param name="last">The event at the snapshot's version, as the journal has it.</param>
    public TState? Read(StreamId stream, Snapshot snapshot, RecordedEvent last)
    {
        if (last.Version != snapshot.Version
            || !CryptographicOperations.FixedTimeEquals(SealOf(stream, snapshot.Version, last.Payload, snapshot.State.AsSpan()), snapshot.Seal.AsSpan()))
            return null;
        return JsonSerializer.Deserialize(snapshot.State.AsSpan(), json);
    }

    private byte[] SealOf(StreamId stream, int version, ImmutableArray<byte> last, ReadOnlySpan<byte> state)
    {
        using var seal = keyring.BeginSnapshotSeal();
        // Of fixed length, or ended by what cannot stand in them: no two snapshots give the same text.
        seal.AppendData(Encoding.UTF8.GetBytes($"{s_build}\n{stream.Value}\n{version}\n"));
        seal.AppendData(SHA256.HashData(last.AsSpan()));
        seal.AppendData(state);
        return seal.GetHashAndReset();
    }
}
