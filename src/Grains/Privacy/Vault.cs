using System.Collections.Concurrent;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.Privacy;

/// <summary>Opens data keys and what they sealed. Keeps a bounded number of opened keys in memory.</summary>
public sealed class Vault(Keyring keyring, IJournal journal)
{
    /// <summary>Opened keys that are kept; beyond it all are dropped and opened again when needed.</summary>
    private const int MostOpenKeys = 20_000;
    private readonly ConcurrentDictionary<DataKeyId, DataKey> _open = new();

    public Keyring Keyring => keyring;

    /// <summary>The key, or null when it has been deleted: what it sealed is unreadable for good.</summary>
    public async ValueTask<DataKey?> FindAsync(DataKeyId id, CancellationToken cancellationToken = default)
    {
        if (_open.TryGetValue(id, out var open))
            return open;
        var row = await journal.FindKeyAsync(id, cancellationToken);
        if (row is null)
            return null;
        var key = keyring.Open(row);
        Keep(key);
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
        if (_open.Count >= MostOpenKeys)
            _open.Clear();
        _open[key.Id] = key;
    }

    public void Forget(DataKeyId id) => _open.TryRemove(id, out _);
}
