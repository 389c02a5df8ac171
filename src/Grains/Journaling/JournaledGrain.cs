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
        var rest = await AfterSnapshotAsync(snapshots, beginning.Length, cancellationToken);
        if (rest.IsEmpty)
        {
            Replay(beginning);
            rest = await journal.ReadAsync(Stream, Version - 1, cancellationToken);
        }
        Replay(rest.AsSpan()[1..]);
        KeepIfDue(rest[^1].Payload);
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
    protected async Task<ActReply> ReplyAsync(CommandId id, Actor actor, DateTimeOffset now, ImmutableArray<TEvent> events, ReadOnlyMemory<byte> json)
    {
        var answer = new CommandRecord(id.Caller, id.Key, id.BodyHash, 200, [.. json.Span]);
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
                if (!own.IsEmpty && Snapshots?.IsDue(Version, _kept) == true)
                    KeepIfDue(codec.Encode(own[^1]).Payload);
            }
            else
            {
                DeactivateOnIdle();
                if (result is AppendResult.Conflict)
                    await OnBeatenAsync();
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
    protected virtual ValueTask OnBeatenAsync() => ValueTask.CompletedTask;

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

    /// <summary>Takes up the snapshot, if there is one beyond what has been read.</summary>
    /// <returns>The event at its version and all after it; empty when there is none to be believed.</returns>
    private async Task<ImmutableArray<RecordedEvent>> AfterSnapshotAsync(StreamSnapshots<TState> snapshots, int read, CancellationToken cancellationToken)
    {
        if (await snapshots.FindAsync(Stream, cancellationToken) is not { } snapshot || snapshot.Version < read)
            return [];
        var rest = await journal.ReadAsync(Stream, snapshot.Version - 1, cancellationToken);
        if (rest.IsEmpty || snapshots.Read(Stream, snapshot, rest[0]) is not { } state)
            return [];
        (State, Version, _kept) = (state, snapshot.Version, snapshot.Version);
        return rest;
    }

    private void Replay(ReadOnlySpan<RecordedEvent> events)
    {
        foreach (var recorded in events)
            TakeUp(codec.Decode(recorded.Kind, recorded.Payload.AsSpan()), recorded.Version);
    }

    private void Replay(ImmutableArray<RecordedEvent> events) => Replay(events.AsSpan());

    /// <param name="last">Stored bytes of this stream's last event.</param>
    private void KeepIfDue(ImmutableArray<byte> last)
    {
        if (Snapshots is not { } snapshots || !snapshots.IsDue(Version, _kept))
            return;
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
