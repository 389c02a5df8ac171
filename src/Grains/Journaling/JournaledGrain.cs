using System.Collections.Immutable;
using PetitionMesh.Grains.Journaling.Snapshots;

namespace PetitionMesh.Grains.Journaling;

/// <summary>
/// A grain whose state is its stream: it replays on activation, decides, appends, and only then changes its state. After any
/// append that did not certainly succeed it gives up its activation, and the next one replays what really is there.
/// </summary>
public abstract class JournaledGrain<TState, TEvent>(IJournal journal, EventCodec<TEvent> codec, TState initial) : Grain
    where TState : class
    where TEvent : class
{
    private int _kept;

    protected IJournal Journal => journal;
    protected TState State { get; private set; } = initial;

    /// <summary>Version of the stream that <see cref="State"/> shows; 0 before the first event.</summary>
    protected int Version { get; private set; }

    protected abstract StreamId Stream { get; }

    protected abstract TState Evolve(TState state, TEvent @event);

    /// <summary>Null where streams stay short.</summary>
    protected virtual StreamSnapshots<TState>? Snapshots => null;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (Snapshots is not { } snapshots)
        {
            Replay(await journal.ReadAsync(Stream, 0, cancellationToken));
            return;
        }
        var beginning = await journal.ReadPageAsync(Stream, 0, snapshots.From, cancellationToken);
        if (beginning.Length < snapshots.From)
        {
            Replay(beginning);
            return;
        }
        if (await BeginFromSnapshotAsync(snapshots, beginning.Length, cancellationToken) is not { } last)
        {
            Replay(beginning);
            var rest = await journal.ReadAsync(Stream, Version, cancellationToken);
            Replay(rest);
            last = (rest.IsEmpty ? beginning : rest)[^1];
        }
        if (snapshots.IsDue(Version, _kept))
            Keep(snapshots, StreamEnd.Of(last));
    }

    protected Slice SliceOf(IEnumerable<TEvent> events) => new(Stream, Version, [.. events.Select(codec.Encode)]);

    /// <summary>
    /// This grain's events and the answer that a repeat of the command will get. What is so already has no event, but its answer is kept too: otherwise
    /// its key could come again with another body and nobody would notice.
    /// </summary>
    /// <param name="answer">Null where the caller gave no key; then there must be events.</param>
    protected Append AppendOf(ImmutableArray<TEvent> events, Actor actor, DateTimeOffset now, CommandRecord? answer, params ImmutableArray<WrappedKey> keys) =>
        new(events.IsEmpty ? [] : [SliceOf(events)], now, actor.Subject, actor.Court.Value, answer, keys);

    /// <summary>Appends an act's events with the answer that this grain has written; what is so already and has no key is answered at once.</summary>
    protected async Task<ActReply> ReplyAsync(CommandId id, Actor actor, DateTimeOffset now, ImmutableArray<TEvent> events, ReadOnlyMemory<byte> json, int status = 200)
    {
        var answer = new CommandRecord(id.Caller, id.Key, id.BodyHash, status, [.. json.Span]);
        return events.IsEmpty && !id.Recorded
            ? ActReply.Done(answer)
            : ActReply.Of(answer, await AppendAsync(AppendOf(events, actor, now, id.Recorded ? answer : null), events));
    }

    /// <summary>Appends; on success takes up <paramref name="own"/>, the events of this grain's own slice.</summary>
    protected async Task<AppendResult> AppendAsync(Append append, ImmutableArray<TEvent> own)
    {
        try
        {
            var result = await journal.AppendAsync(append, CancellationToken.None);
            if (result is AppendResult.Appended)
            {
                foreach (var @event in own)
                    TakeUp(@event, Version + 1);
                if (!own.IsEmpty && Snapshots is { } snapshots && snapshots.IsDue(Version, _kept))
                    Keep(snapshots, new StreamEnd(append.At, codec.Encode(own[^1]).Payload));
            }
            else
            {
                DeactivateOnIdle();
                if (result is AppendResult.Conflict conflict)
                    OnBeaten(conflict);
            }
            return result;
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }

    /// <summary>After an append that another one came before: what else of this process may be outdated.</summary>
    protected virtual void OnBeaten(AppendResult.Conflict conflict)
    {
    }

    /// <summary>
    /// Whether the stream has grown past this activation, as another one may write it during a split. An append finds out by its
    /// version; a refusal appends nothing, so who refuses asks first.
    /// </summary>
    protected async Task<bool> IsOutdatedAsync() => !(await journal.ReadAsync(Stream, Version, CancellationToken.None)).IsEmpty;

    /// <summary>Takes up this grain's slice of an append that another grain made in this grain's turn.</summary>
    protected void TakeUp(ImmutableArray<Slice> written)
    {
        foreach (var slice in written)
        {
            if (slice.Stream != Stream)
                continue;
            foreach (var stored in slice.Events)
                TakeUp(codec.Decode(stored), Version + 1);
        }
    }

    /// <summary>Takes up the snapshot and what follows it, if there is one beyond what has been read.</summary>
    /// <returns>The last event; null when there is no snapshot to be believed, and then nothing was taken up.</returns>
    private async Task<RecordedEvent?> BeginFromSnapshotAsync(StreamSnapshots<TState> snapshots, int read, CancellationToken cancellationToken)
    {
        if (await snapshots.FindAsync(Stream, cancellationToken) is not { } snapshot || snapshot.Version < read)
            return null;
        var rest = await journal.ReadAsync(Stream, snapshot.Version - 1, cancellationToken);
        if (rest.IsEmpty || snapshots.Read(snapshot, rest, (state, next) => Evolve(state, codec.Decode(next.Kind, next.Payload.AsSpan()))) is not { } state)
            return null;
        (State, Version, _kept) = (state, rest[^1].Version, snapshot.Version);
        return rest[^1];
    }

    private void Replay(ImmutableArray<RecordedEvent> events)
    {
        foreach (var recorded in events)
            TakeUp(codec.Decode(recorded.Kind, recorded.Payload.AsSpan()), recorded.Version);
    }

    /// <param name="last">This stream's last event.</param>
    private void Keep(StreamSnapshots<TState> snapshots, StreamEnd last)
    {
        _kept = Version;
        // Nobody waits for it: it never fails, and without it the events are replayed.
        _ = snapshots.KeepAsync(Stream, Version, last, State);
    }

    private void TakeUp(TEvent @event, int version)
    {
        if (version != Version + 1)
            throw new InvalidOperationException($"Version {version} of {Stream} cannot follow {Version}.");
        State = Evolve(State, @event);
        Version = version;
    }
}
