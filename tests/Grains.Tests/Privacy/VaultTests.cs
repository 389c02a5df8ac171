using System.Collections.Immutable;
using System.Security.Cryptography;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Grains.Tests.Privacy;

public sealed class VaultTests
{
    private const int Generation = 2_000;

    private readonly Keyring _keyring = new(KeyFile.Create(development: true), RandomNumberGenerator.Fill);
    private readonly StoredKeys _journal = new();
    private readonly Vault _vault;

    public VaultTests() => _vault = new Vault(_keyring, _journal, Generation);

    [Fact]
    public async Task A_key_in_use_is_never_fetched_again_however_many_others_come()
    {
        var used = await KeepAsync();
        for (var i = 0; i < 3 * Generation; i++)
        {
            await KeepAsync();
            if (i % 100 == 0)
                Assert.NotNull(await _vault.FindAsync(used));
        }

        Assert.Equal(0, _journal.Asked);
    }

    [Fact]
    public async Task A_key_long_unused_is_dropped_and_fetched_when_needed()
    {
        var unused = await KeepAsync();
        for (var i = 0; i < 2 * Generation; i++)
            await KeepAsync();

        Assert.NotNull(await _vault.FindAsync(unused));
        Assert.NotNull(await _vault.FindAsync(unused));
        Assert.Equal(1, _journal.Asked);
    }

    [Fact]
    public async Task A_forgotten_key_is_in_neither_generation()
    {
        var forgotten = await KeepAsync();
        for (var i = 0; i < Generation; i++)
            await KeepAsync();
        _journal.Rows.Remove(forgotten);
        _vault.Forget();

        Assert.Null(await _vault.FindAsync(forgotten));
    }

    [Fact]
    public async Task A_key_that_was_kept_before_an_erasure_elsewhere_is_forgotten_at_the_first_conflict()
    {
        var kept = await KeepAsync();
        _journal.Rows.Remove(kept);
        _journal.Erasures++;
        Assert.NotNull(await _vault.FindAsync(kept));
        await _vault.CatchUpAsync();
        Assert.Null(await _vault.FindAsync(kept));
    }

    [Fact]
    public async Task A_key_made_before_an_erasure_is_not_kept_after_it()
    {
        var (key, row) = await _vault.NewAsync("1-a");
        _journal.Erasures++;
        await _vault.CatchUpAsync();
        await KeepAsync();
        _journal.Rows.Add(key.Id, row!);
        _vault.Keep(key);
        Assert.NotNull(await _vault.FindAsync(key.Id));
        Assert.Equal(1, _journal.Asked);
    }

    [Fact]
    public async Task Of_two_who_ask_at_once_how_many_erasures_there_have_been_the_one_who_answered_first_is_believed_until_a_conflict()
    {
        _journal.Gate = new TaskCompletionSource();
        var late = _vault.EraAsync(CancellationToken.None);
        _journal.Gate = null;
        var kept = await KeepAsync();
        _journal.Erasures++;
        _journal.OpenLate();
        await late;

        _journal.Rows.Remove(kept);
        await _vault.CatchUpAsync();
        Assert.Null(await _vault.FindAsync(kept));
        Assert.Equal(1, await _vault.EraAsync(CancellationToken.None));
    }

    private async Task<DataKeyId> KeepAsync()
    {
        var (key, row) = await _vault.NewAsync("1-a");
        _journal.Rows.Add(key.Id, row!);
        _vault.Keep(key);
        return key.Id;
    }

    private sealed class StoredKeys : IJournal
    {
        public Dictionary<DataKeyId, WrappedKey> Rows { get; } = [];

        public int Asked { get; private set; }

        public int Erasures { get; set; }

        /// <summary>Holds up who reads a stream from now on.</summary>
        public TaskCompletionSource? Gate { get; set; }

        private TaskCompletionSource? _late;

        public void OpenLate() => _late!.SetResult();

        public Task<WrappedKey?> FindKeyAsync(DataKeyId id, CancellationToken cancellationToken)
        {
            Asked++;
            return Task.FromResult(Rows.GetValueOrDefault(id));
        }

        public async Task<ImmutableArray<RecordedEvent>> ReadAsync(StreamId stream, int afterVersion, CancellationToken cancellationToken)
        {
            if (Gate is { } gate)
            {
                _late = gate;
                await gate.Task;
            }
            return
                [.. Enumerable.Range(afterVersion + 1, Erasures - afterVersion).Select(v => new RecordedEvent(v, stream, v, "privacy.keys-erased.v1", default, "", "", []))];
        }

        public Task<ImmutableArray<RecordedEvent>> ReadPageAsync(StreamId stream, int afterVersion, int limit, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("A vault reads no pages.");

        public Task<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("A vault appends nothing.");

        public Task<CommandRecord?> FindCommandAsync(string caller, string key, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("A vault asks for no command.");
    }
}
