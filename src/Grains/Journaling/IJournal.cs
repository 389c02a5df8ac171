using System.Collections.Immutable;

namespace PetitionMesh.Grains.Journaling;

/// <summary>
/// The record of everything that happened: streams of events in one total order without gaps. What is not in the journal did
/// not happen; what it has acknowledged stays.
/// </summary>
public interface IJournal
{
    /// <summary>All events of <paramref name="stream"/> after <paramref name="afterVersion"/>, oldest first, as one consistent read.</summary>
    /// <exception cref="JournalUnavailableException">The store does not answer; read again later.</exception>
    Task<ImmutableArray<RecordedEvent>> ReadAsync(StreamId stream, int afterVersion, CancellationToken cancellationToken);

    /// <summary>The same, but at most <paramref name="limit"/> events.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    Task<ImmutableArray<RecordedEvent>> ReadPageAsync(StreamId stream, int afterVersion, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Writes all slices or none. Completes only when the events are durable and visible in the ledger, or certainly not written.
    /// Appends are written in the order of arrival unless they conflict; a neighbour's conflict or poison never touches this append.
    /// </summary>
    /// <exception cref="JournalBusyException">The queue is full; nothing was written, try again later.</exception>
    /// <exception cref="JournalUnavailableException">Certainly nothing was written; try again later.</exception>
    /// <exception cref="OutcomeUnknownException">Nobody could find out in time whether it was written; repeat with the same key.</exception>
    /// <exception cref="AppendRefusedException">The store refuses these very events (a bug); nothing of this append was written.</exception>
    Task<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken);

    /// <summary>What the command table holds for a caller's key, or null.</summary>
    Task<CommandRecord?> FindCommandAsync(string caller, string key, CancellationToken cancellationToken);

    /// <summary>A data key as it is stored, or null when it was never written or has been deleted.</summary>
    Task<WrappedKey?> FindKeyAsync(DataKeyId id, CancellationToken cancellationToken);
}

/// <summary>An event as the journal gives it back.</summary>
/// <param name="Position">Its place in the one order of all events, from 1, without gaps.</param>
/// <param name="Version">Its place in its stream, from 1, without gaps.</param>
public sealed record RecordedEvent(
    long Position,
    StreamId Stream,
    int Version,
    string Kind,
    DateTimeOffset At,
    string Actor,
    string Court,
    ImmutableArray<byte> Payload)
{
    /// <inheritdoc cref="StoredEvent.Event"/>
    public object? Event { get; init; }
}
