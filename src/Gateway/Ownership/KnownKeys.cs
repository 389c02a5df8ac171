using System.Collections.Concurrent;
using System.Collections.Immutable;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Gateway.Ownership;

/// <summary>
/// Keys of grains that certainly have a history. Only positive knowledge is kept, so it is never wrong; a full set is emptied and
/// learns anew. Whoever is not in it is looked for in the ledger, so that asking about strangers activates nothing.
/// </summary>
internal sealed class KnownKeys
{
    /// <summary>Most keys remembered, about 100 bytes each.</summary>
    public const int Capacity = 500_000;

    private readonly ConcurrentDictionary<string, bool> _keys = new(StringComparer.Ordinal);
    private int _count;

    public bool Contains(string key) => _keys.ContainsKey(key);

    /// <summary>Those whose reception has just been registered: the look-up that follows needs no query.</summary>
    public void Add(ImmutableArray<Person> registered)
    {
        foreach (var person in registered)
        {
            if (person.Key is { } key)
                Add(key.Value);
        }
    }

    public void Add(string key)
    {
        if (_keys.ContainsKey(key) || !_keys.TryAdd(key, true))
            return;
        if (Interlocked.Increment(ref _count) <= Capacity)
            return;
        _keys.Clear();
        Interlocked.Exchange(ref _count, 0);
    }
}
