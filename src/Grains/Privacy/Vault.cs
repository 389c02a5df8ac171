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
    private int _era;
    private bool _knowsEra;

    public Keyring Keyring => keyring;

    /// <summary>The key, or null when it has been deleted: what it sealed is unreadable for good.</summary>
    public async ValueTask<DataKey?> FindAsync(DataKeyId id, CancellationToken cancellationToken = default)
    {
        if (_young.TryGetValue(id, out var open))
            return open;
        if (Rejuvenate(id) is { } aged)
            return aged;
        var before = Volatile.Read(ref _forgettings);
        // Asked before the key: what is deleted between the two counts as later.
        var era = await EraAsync(cancellationToken);
        var row = await journal.FindKeyAsync(id, cancellationToken);
        if (row is null)
            return null;
        var key = keyring.Open(row).At(era);
        lock (_aging)
        {
            // Erased while it was being fetched, it must not come back.
            if (before == _forgettings)
                Keep(key);
        }
        return key;
    }

    /// <summary>A key of its own for <paramref name="subject"/>, with the row that must go with what it seals first.</summary>
    public async ValueTask<SealingKey> NewAsync(string subject)
    {
        var era = await EraAsync(CancellationToken.None);
        var (key, row) = keyring.NewDataKey(subject);
        return new SealingKey(key.At(era), row);
    }

    /// <summary>A key that is there, to seal with; null when it has been deleted.</summary>
    public async ValueTask<SealingKey?> FindToSealAsync(DataKeyId id) => await FindAsync(id) is { } key ? new SealingKey(key, null) : null;

    /// <summary>How many erasures there have been, as far as this vault knows: the version of <see cref="StreamId.Erasures"/>.</summary>
    public async ValueTask<int> EraAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _knowsEra))
            return Volatile.Read(ref _era);
        var (before, known) = (Volatile.Read(ref _forgettings), Volatile.Read(ref _era));
        var era = known + (await journal.ReadAsync(StreamId.Erasures, known, cancellationToken)).Length;
        lock (_aging)
        {
            // Who asked at the same time may have kept keys of an earlier era already: the earlier one stays, and the next conflict tells.
            if (before == _forgettings && !_knowsEra)
            {
                _era = era;
                Volatile.Write(ref _knowsEra, true);
            }
        }
        return era;
    }

    /// <summary>Forgets every key if some have been erased without this process having heard of it.</summary>
    public async ValueTask CatchUpAsync()
    {
        if (!(await journal.ReadAsync(StreamId.Erasures, await EraAsync(CancellationToken.None), CancellationToken.None)).IsEmpty)
            Forget();
    }

    /// <summary>The same after a conflict, which itself may tell that keys have been erased.</summary>
    internal void TakeUp(AppendResult.Conflict conflict)
    {
        if (conflict.Stream == StreamId.Erasures)
            Forget();
    }

    /// <summary>The text, or null when its key has been deleted.</summary>
    public async ValueTask<string?> OpenAsync(string entity, string field, Sealed text, CancellationToken cancellationToken = default)
    {
        var key = await FindAsync(text.Key, cancellationToken);
        return key?.Open(entity, field, text);
    }

    /// <summary>
    /// A new key is kept only once its row is durable, so that nothing is sealed with a key that no one can find again. One of an earlier era
    /// must not come back: it may have been erased since.
    /// </summary>
    public void Keep(DataKey key)
    {
        lock (_aging)
        {
            if (!_knowsEra || key.Era != _era || !_young.TryAdd(key.Id, key))
                return;
            _count++;
            Age();
        }
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
            _knowsEra = false;
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
                _count++;
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
