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
        var used = Keep();
        for (var i = 0; i < 3 * Generation; i++)
        {
            Keep();
            if (i % 100 == 0)
                Assert.NotNull(await _vault.FindAsync(used));
        }

        Assert.Equal(0, _journal.Asked);
    }

    [Fact]
    public async Task A_key_long_unused_is_dropped_and_fetched_when_needed()
    {
        var unused = Keep();
        for (var i = 0; i < 2 * Generation; i++)
            Keep();

        Assert.NotNull(await _vault.FindAsync(unused));
        Assert.NotNull(await _vault.FindAsync(unused));
        Assert.Equal(1, _journal.Asked);
    }

    [Fact]
    public async Task A_forgotten_key_is_in_neither_generation()
    {
        var forgotten = Keep();
        for (var i = 0; i < Generation; i++)
            Keep();
        _journal.Rows.Remove(forgotten);
        _vault.Forget();

        Assert.Null(await _vault.FindAsync(forgotten));
    }

    private DataKeyId Keep()
    {
        var (key, row) = _keyring.NewDataKey("1-a");
        _journal.Rows.Add(key.Id, row);
        _vault.Keep(key);
        return key.Id;
    }

    private sealed class StoredKeys : IJournal
    {
        public Dictionary<DataKeyId, WrappedKey> Rows { get; } = [];

        public int Asked { get; private set; }

        public Task<WrappedKey?> FindKeyAsync(DataKeyId id, CancellationToken cancellationToken)
        {
            Asked++;
            return Task.FromResult(Rows.GetValueOrDefault(id));
        }

        public Task<ImmutableArray<RecordedEvent>> ReadAsync(StreamId stream, int afterVersion, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("A vault reads no stream.");

        public Task<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("A vault appends nothing.");

        public Task<CommandRecord?> FindCommandAsync(string caller, string key, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("A vault asks for no command.");
    }
}
