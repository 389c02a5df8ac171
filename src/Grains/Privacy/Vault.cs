using System.Collections.Concurrent;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.Privacy;

/// <summary>
/// Opens data keys and what they sealed. Keeps a bounded number of opened keys in memory: every repeat seals with its petitioner's
/// key, and fetching one costs a query.
/// </summary>
/// <param name="generation">Keys of one generation.</param>
public sealed class Vault(Keyring keyring, IJournal journal, int generation = Vault.Generation)
{
    /// <summary>
    /// Keys of one generation, about 200 bytes each. When the younger one is full the older one is dropped and takes its place,
    /// so that what is in use stays: between once and twice as many are kept.
    /// </summary>
    public const int Generation = 65_536;

    private readonly Lock _aging = new();
    private volatile ConcurrentDictionary<DataKeyId, DataKey> _young = new();
    private volatile ConcurrentDictionary<DataKeyId, DataKey> _old = new();
    private int _count;
    private int _forgettings;

    public Keyring Keyring => keyring;

    /// <summary>The key, or null when it has been deleted: what it sealed is unreadable for good.</summary>
    public async ValueTask<DataKey?> FindAsync(DataKeyId id, CancellationToken cancellationToken = default)
    {
        if (_young.TryGetValue(id, out var open))
            return open;
        if (Rejuvenate(id) is { } aged)
            return aged;
        var before = Volatile.Read(ref _forgettings);
        var row = await journal.FindKeyAsync(id, cancellationToken);
        if (row is null)
            return null;
        var key = keyring.Open(row);
        lock (_aging)
        {
            // Erased while it was being fetched, it must not come back.
            if (before == _forgettings)
                Keep(key);
        }
        return key;
    }

    /// <summary>The text, or null when its key has been deleted.</summary>
    public async ValueTask<string?> OpenAsync(string entity, string field, Sealed text, CancellationToken cancellationToken = default)
    {
        var key = await FindAsync(text.Key, cancellationToken);
        return key?.Open(entity, field, text);
    }

    /// <summary>A new key is kept only once its row is durable, so that nothing is sealed with a key that no one can find again.</summary>
    public void Keep(DataKey key)
    {
        if (!_young.TryAdd(key.Id, key) || Interlocked.Increment(ref _count) < generation)
            return;
        lock (_aging)
            Age();
    }

    /// <summary>
    /// Forgets every opened key, so that an erased one opens nothing here any more. Erasing is rare and fetching a key again costs a
    /// query, so none is looked for.
    /// </summary>
    public void Forget()
    {
        lock (_aging)
        {
            _old = new();
            _young = new();
            _count = 0;
            _forgettings++;
        }
    }

    private DataKey? Rejuvenate(DataKeyId id)
    {
        if (!_old.ContainsKey(id))
            return null;
        lock (_aging)
        {
            if (!_old.TryRemove(id, out var key))
                return _young.GetValueOrDefault(id);
            if (_young.TryAdd(id, key))
                Interlocked.Increment(ref _count);
            Age();
            return key;
        }
    }

    /// <summary>The caller holds the lock.</summary>
    private void Age()
    {
        if (_count < generation)
            return;
        _old = _young;
        _young = new();
        _count = 0;
    }
}
