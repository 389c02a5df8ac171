using Microsoft.Extensions.Logging.Abstractions;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.Access;
using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Memory;
using PetitionMesh.Journal.Tests.Conformance;
using PetitionMesh.Tests;

namespace PetitionMesh.Journal.Tests.Access;

public sealed class AccessLogTests : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private readonly MemoryStore _memory = new();
    private readonly JournalOptions _options = new();
    private readonly GatedStore _store;
    private readonly GroupCommitJournal _journal;
    private readonly AccessLog _log;

    public AccessLogTests()
    {
        _store = new GatedStore(_memory);
        _journal = new GroupCommitJournal(_store, _options, _time);
        _log = new AccessLog(_journal, _options, _time, NullLogger.Instance);
    }

    public Task InitializeAsync() => _journal.StartAsync(TaskScheduler.Default, CancellationToken.None);

    public async Task DisposeAsync()
    {
        _store.Open();
        await _journal.AbandonAsync();
    }

    [Fact]
    public async Task A_recorded_read_is_durable_before_it_returns()
    {
        var recording = _log.RecordAsync(new AccessRecord("judge-1", "zy", "case.history", "case-7"), CancellationToken.None);
        await _store.Reached;
        Assert.False(recording.IsCompleted);

        _store.Open();
        await recording;

        var row = Assert.Single(_memory.Tables.Accesses);
        Assert.Equal(("judge-1", "zy", "case.history", "case-7", 1, _time.GetUtcNow()), (row.Actor, row.Court, row.What, row.Subject, row.Count, row.First));
        Assert.Equal(0, _memory.Tables.Head.Position);
    }

    [Fact]
    public async Task Look_ups_are_packed_one_row_per_reader_and_written_within_a_second()
    {
        _store.Open();
        var cases = Enumerable.Range(1, 3).Select(i => new CaseId(new Guid(i, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11))).ToArray();
        var began = _time.GetUtcNow();
        await _log.NoteLookupAsync("clerk-1", "zy", [cases[0]]);
        _time.Advance(TimeSpan.FromMilliseconds(200));
        await _log.NoteLookupAsync("clerk-1", "zy", [cases[1], cases[2]]);
        await _log.NoteLookupAsync("clerk-2", "zy", []);
        Assert.Empty(_memory.Tables.Accesses);

        await FlushedAsync(rows: 2);

        var packed = _memory.Tables.Accesses.Single(a => a.Actor == "clerk-1");
        Assert.Equal((AccessRow.LookUp, 2, began, began.AddMilliseconds(200)), (packed.What, packed.Count, packed.First, packed.Last));
        var read = PackedLookUps.Read(packed).ToArray();
        Assert.Equal([began, began.AddMilliseconds(200)], read.Select(r => r.At));
        Assert.Equal(cases, read.SelectMany(r => r.Cases));
        Assert.Equal(1, _memory.Tables.Accesses.Single(a => a.Actor == "clerk-2").Count);
        Assert.True(_time.GetUtcNow() - began <= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_full_buffer_makes_the_caller_wait_and_loses_nothing()
    {
        _options.MaxBufferedLookUps = 2;
        await _log.NoteLookupAsync("clerk-1", "zy", []);
        await _log.NoteLookupAsync("clerk-1", "zy", []);
        var waiting = _log.NoteLookupAsync("clerk-1", "zy", []).AsTask();
        Assert.False(waiting.IsCompleted);

        _store.Open();
        _time.Advance(_options.LookUpFlush);
        await waiting;
        await _log.DisposeAsync();

        Assert.Equal(3, _memory.Tables.Accesses.Sum(a => a.Count));
    }

    [Fact]
    public async Task A_buffer_that_stays_full_refuses_the_look_up()
    {
        _options.MaxBufferedLookUps = 1;
        await _log.NoteLookupAsync("clerk-1", "zy", []);
        var waiting = _log.NoteLookupAsync("clerk-1", "zy", []).AsTask();

        while (!waiting.IsCompleted)
        {
            _time.Advance(_options.LookUpFlush);
            await Task.Yield();
        }

        await Assert.ThrowsAsync<JournalUnavailableException>(() => waiting);
    }

    [Fact]
    public async Task Look_ups_that_could_not_be_written_are_tried_again()
    {
        _store.Open();
        var full = true;
        _store.OnCommit = commit => full ? throw new StoreFullException("No space left on device.") : commit();
        await _log.NoteLookupAsync("clerk-1", "zy", []);
        await _log.FlushAsync();
        Assert.Empty(_memory.Tables.Accesses);

        full = false;
        await _log.NoteLookupAsync("clerk-1", "zy", []);
        await _log.DisposeAsync();

        Assert.Equal(2, _memory.Tables.Accesses.Sum(a => a.Count));
    }

    private async Task FlushedAsync(int rows)
    {
        _time.Advance(_options.LookUpFlush);
        while (_memory.Tables.Accesses.Count < rows)
            await Task.Yield();
    }
}
