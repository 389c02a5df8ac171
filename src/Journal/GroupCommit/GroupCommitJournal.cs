using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Journal.Access;
using PetitionMesh.Journal.Feed;
using PetitionMesh.Journal.Snapshots;

namespace PetitionMesh.Journal.GroupCommit;

/// <summary>
/// The journal of a process: a bounded queue, one writer, one store. It starts no thread and reads no clock of its own, so that
/// the simulation can run it turn by turn.
/// </summary>
public sealed class GroupCommitJournal : IJournal, IAsyncDisposable
{
    private readonly IJournalStore _store;
    private readonly JournalOptions _options;
    private readonly TimeProvider _time;
    private readonly WriteQueue _queue;
    private readonly BatchWriter _writer;
    private readonly CommitNotice _notice = new();
    private readonly BatchCounters _counters = new();
    private readonly CancellationTokenSource _stopping = new();
    private Task _loop = Task.CompletedTask;
    private bool _disposed;

    /// <param name="newBatchId">Where batch ids come from; the simulation gives a seeded source.</param>
    public GroupCommitJournal(IJournalStore store, JournalOptions options, TimeProvider time, ILogger? logger = null, Func<Guid>? newBatchId = null)
    {
        _store = store;
        _options = options;
        _time = time;
        _queue = new WriteQueue(options, time);
        _writer = new BatchWriter(store, _queue, options, time, newBatchId ?? Guid.NewGuid, Committed, logger ?? NullLogger.Instance);
    }

    /// <summary>Whether writes are accepted and committed at the moment.</summary>
    public JournalState State => _writer.State;

    /// <summary>Writes that wait for their batch.</summary>
    public int Waiting => _queue.Count;

    public JournalFigures Figures => _counters.Read(State, Waiting);

    /// <summary>Wakes whoever follows the journal in this process.</summary>
    internal CommitNotice Notice => _notice;

    /// <summary>Opens the store and starts the writer on <paramref name="scheduler"/>.</summary>
    /// <exception cref="JournalInUseException">Another process serves this journal.</exception>
    /// <exception cref="JournalUnavailableException">The database does not answer.</exception>
    public async Task StartAsync(TaskScheduler scheduler, CancellationToken cancellationToken)
    {
        await Reading(_store.StartAsync(cancellationToken));
        StartWriter(scheduler);
    }

    /// <summary>Starts the writer alone, over a store that is open.</summary>
    internal void StartWriter(TaskScheduler scheduler) =>
        _loop = Task.Factory.StartNew(() => _writer.RunAsync(_stopping.Token), CancellationToken.None, TaskCreationOptions.DenyChildAttach, scheduler).Unwrap();

    public async Task<ImmutableArray<RecordedEvent>> ReadAsync(StreamId stream, int afterVersion, CancellationToken cancellationToken)
    {
        // A stream only grows, so pages by version add up to one consistent read.
        var page = await Reading(_store.ReadStreamAsync(stream, afterVersion, _options.PageSize, cancellationToken));
        if (page.Length < _options.PageSize)
            return page;
        var all = page.ToBuilder();
        while (page.Length == _options.PageSize)
        {
            page = await Reading(_store.ReadStreamAsync(stream, page[^1].Version, _options.PageSize, cancellationToken));
            all.AddRange(page);
        }

        return all.ToImmutable();
    }

    public Task<ImmutableArray<RecordedEvent>> ReadPageAsync(StreamId stream, int afterVersion, int limit, CancellationToken cancellationToken) =>
        Reading(_store.ReadStreamAsync(stream, afterVersion, limit, cancellationToken));

    public Task<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        Check(append);
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<AppendResult>(cancellationToken);
        var queued = new QueuedAppend(append);
        _queue.Enqueue(queued);
        return cancellationToken.CanBeCanceled ? CancellableAsync(queued, cancellationToken) : queued.Result;
    }

    public Task<CommandRecord?> FindCommandAsync(string caller, string key, CancellationToken cancellationToken) =>
        Reading(_store.FindCommandAsync(new CommandName(caller, key), cancellationToken));

    public Task<WrappedKey?> FindKeyAsync(DataKeyId id, CancellationToken cancellationToken) => Reading(_store.FindKeyAsync(id, cancellationToken));

    /// <summary>Writes rows of the access table with the next batch; completes when they are durable.</summary>
    internal Task WriteAsync(ImmutableArray<AccessRow> rows)
    {
        var queued = new QueuedRows(rows);
        _queue.Enqueue(queued);
        return queued.Done;
    }

    /// <summary>Writes a snapshot with the next batch; completes when it is durable.</summary>
    internal Task WriteAsync(SnapshotRow snapshot)
    {
        var queued = new QueuedRows(snapshot);
        _queue.Enqueue(queued);
        return queued.Done;
    }

    /// <summary>One bounded act of cleaning: forgets the oldest commands beyond <see cref="JournalOptions.KeepCommands"/>.</summary>
    public Task ForgetOldCommandsAsync()
    {
        var queued = new QueuedRows([], new ForgetCommands(_time.GetUtcNow() - _options.KeepCommands, _options.MaxForgottenCommands));
        _queue.Enqueue(queued);
        return queued.Done;
    }

    /// <summary>Stops at once, as a crash would: whoever waits is told what is known.</summary>
    public async Task AbandonAsync()
    {
        if (_disposed)
            return;
        await _stopping.CancelAsync();
        _queue.Abandon();
        await _loop;
    }

    /// <summary>Takes no more, writes what waits, at most for one append timeout. The store stays open; it is its owner's.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _queue.Close();
        try
        {
            await _loop.WaitAsync(_options.AppendTimeout, _time);
        }
        catch (TimeoutException)
        {
            // The store is stuck; what is left is told that nobody knows.
        }

        await AbandonAsync();
        _disposed = true;
        _queue.Dispose();
        _stopping.Dispose();
    }

    private void Committed(BatchWrites writes)
    {
        _counters.Committed(writes.Events.Length);
        _notice.Publish(writes);
    }

    private static async Task<AppendResult> CancellableAsync(QueuedAppend queued, CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.UnsafeRegister(
            static (queued, cancelled) => ((QueuedAppend)queued!).TryCancel(cancelled), queued);
        return await queued.Result;
    }

    /// <exception cref="ArgumentException">The append contradicts its contract.</exception>
    /// <exception cref="AppendRefusedException">A text that no store can keep as it is.</exception>
    private static void Check(Append append)
    {
        StorableText.Check(append);
        if (append.Slices.IsEmpty && append.Command is null)
            throw new ArgumentException("An append without events must at least record a command.", nameof(append));
        for (var i = 1; i < append.Slices.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (append.Slices[i].Stream == append.Slices[j].Stream)
                    throw new ArgumentException($"Stream {append.Slices[i].Stream} has two slices in one append.", nameof(append));
            }
        }
    }

    private static async Task Reading(Task reading)
    {
        try
        {
            await reading;
        }
        catch (StoreException failure)
        {
            throw new JournalUnavailableException("The journal does not answer.", failure);
        }
    }

    private static async Task<T> Reading<T>(Task<T> reading)
    {
        try
        {
            return await reading;
        }
        catch (StoreException failure)
        {
            throw new JournalUnavailableException("The journal does not answer.", failure);
        }
    }
}
