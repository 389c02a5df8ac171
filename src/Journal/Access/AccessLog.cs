using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Journal.Access;

/// <summary>
/// Records reads through the journal's writer. Look-ups gather for at most <see cref="JournalOptions.LookUpFlush"/> and are
/// written as one packed row per reader, so that tens of thousands a second cost a few rows.
/// </summary>
internal sealed class AccessLog : IAccessLog, IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly GroupCommitJournal _journal;
    private readonly JournalOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ITimer _flush;
    private LookUpBuffer _gathering = new();
    private ImmutableArray<AccessRow> _unwritten = [];
    private int _unwrittenCount;
    private TaskCompletionSource _room = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _armed;
    private bool _writing;

    public AccessLog(GroupCommitJournal journal, JournalOptions options, TimeProvider time, ILogger logger)
    {
        _journal = journal;
        _options = options;
        _time = time;
        _logger = logger;
        _flush = time.CreateTimer(static log => _ = ((AccessLog)log!).FlushAsync(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public Task RecordAsync(AccessRecord access, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var now = _time.GetUtcNow().ToStored();
        return _journal.WriteAsync([new AccessRow(now, now, access.Actor, access.Court, access.What, access.Subject, 1, [])]);
    }

    public ValueTask NoteLookupAsync(string actor, string court, ReadOnlySpan<CaseId> cases) =>
        TryNote(actor, court, cases) ? ValueTask.CompletedTask : new ValueTask(WaitAndNoteAsync(actor, court, [.. cases]));

    /// <summary>Writes what has gathered. Never throws: what cannot be written is kept and tried again.</summary>
    public async Task FlushAsync()
    {
        ImmutableArray<AccessRow> rows;
        lock (_lock)
        {
            _armed = false;
            if (_writing)
                return;
            if (_unwritten.IsEmpty)
            {
                (_unwritten, _unwrittenCount) = (_gathering.ToRows(), _gathering.Count);
                _gathering = new LookUpBuffer();
            }

            if (_unwritten.IsEmpty)
                return;
            _writing = true;
            rows = _unwritten;
        }

        var written = await TryWriteAsync(rows);
        TaskCompletionSource? room = null;
        lock (_lock)
        {
            _writing = false;
            if (written)
            {
                _unwritten = [];
                _unwrittenCount = 0;
                room = _room;
                _room = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            if (_gathering.Count > 0 || !_unwritten.IsEmpty)
                Arm();
        }

        room?.SetResult();
    }

    public async ValueTask DisposeAsync()
    {
        await FlushAsync();
        await FlushAsync();
        await _flush.DisposeAsync();
    }

    private bool TryNote(string actor, string court, ReadOnlySpan<CaseId> cases)
    {
        var now = _time.GetUtcNow();
        lock (_lock)
        {
            if (_gathering.Count + _unwrittenCount >= _options.MaxBufferedLookUps)
                return false;
            _gathering.Add(actor, court, cases, now);
            if (!_armed && !_writing)
                Arm();
            return true;
        }
    }

    private async Task WaitAndNoteAsync(string actor, string court, CaseId[] cases)
    {
        var since = _time.GetTimestamp();
        while (true)
        {
            Task room;
            lock (_lock)
                room = _room.Task;
            if (TryNote(actor, court, cases))
                return;
            var left = _options.AppendTimeout - _time.GetElapsedTime(since);
            try
            {
                await room.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, _time);
            }
            catch (TimeoutException late)
            {
                throw new JournalUnavailableException("Look-ups cannot be recorded at the moment, so none is answered.", late);
            }
        }
    }

    private async Task<bool> TryWriteAsync(ImmutableArray<AccessRow> rows)
    {
        try
        {
            await _journal.WriteAsync(rows);
            return true;
        }
        catch (JournalException failure)
        {
            // Recorded twice (after an unknown outcome) is better than not recorded.
            JournalLog.LookUpsNotRecorded(_logger, failure);
            return false;
        }
    }

    private void Arm()
    {
        _armed = true;
        _flush.Change(_options.LookUpFlush, Timeout.InfiniteTimeSpan);
    }
}
