using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.Privacy;

/// <summary>An opened data key: seals and opens the texts of one petitioner. Lives in memory only.</summary>
public sealed class DataKey
{
    internal const int NonceSize = 12;
    internal const int TagSize = 16;
    private readonly byte[] _key;
    private readonly RandomFill _random;

    internal DataKey(DataKeyId id, byte[] key, RandomFill random)
    {
        Id = id;
        _key = key;
        _random = random;
    }

    public DataKeyId Id { get; }

    /// <summary>How many erasures there had been when the key was last known to be there; null for one that nobody has looked up.</summary>
    internal int? Era { get; private init; }

    /// <summary>A part of every append that this key sealed something for: it conflicts where keys have been erased since.</summary>
    /// <exception cref="InvalidOperationException">It came from no vault, so nobody can tell.</exception>
    internal Slice Guard => new(StreamId.Erasures, Era ?? throw new InvalidOperationException("A key that no vault has looked up has no guard."), []);

    internal DataKey At(int era) => new(Id, _key, _random) { Era = era };

    /// <summary>Seals <paramref name="text"/> for one place: it opens only as that field of that entity.</summary>
    /// <param name="entity">What it belongs to: a reception or a petitioner.</param>
    public Sealed Seal(string entity, string field, string text)
    {
        using var pen = Begin(entity);
        return pen.Seal(field, text);
    }

    /// <summary>For several fields of one entity: setting the cipher up costs more than sealing a field.</summary>
    public SealingPen Begin(string entity) => new(Id, _key, _random, entity);

    /// <exception cref="CryptographicException">The text was altered, or sealed for another place or with another key.</exception>
    public string Open(string entity, string field, Sealed text)
    {
        var box = Convert.FromBase64String(text.Value[(text.Value.IndexOf('.', StringComparison.Ordinal) + 1)..]);
        return Encoding.UTF8.GetString(OpenBytes(entity, field, box));
    }

    /// <exception cref="CryptographicException">The bytes were altered, or sealed for another place or with another key.</exception>
    public byte[] OpenBytes(string entity, string field, ReadOnlySpan<byte> box)
    {
        if (box.Length < NonceSize + TagSize)
            throw new CryptographicException("Sealed bytes are too short.");
        var plain = new byte[box.Length - NonceSize - TagSize];
        using var aes = new AesGcm(_key, TagSize);
        aes.Decrypt(box[..NonceSize], box[NonceSize..^TagSize], box[^TagSize..], plain, AssociatedData(entity, field));
        return plain;
    }

    internal byte[] Wrap(byte[] cityKey)
    {
        var box = new byte[NonceSize + _key.Length + TagSize];
        _random(box.AsSpan(0, NonceSize));
        using var aes = new AesGcm(cityKey, TagSize);
        aes.Encrypt(
            box.AsSpan(0, NonceSize),
            _key,
            box.AsSpan(NonceSize, _key.Length),
            box.AsSpan(NonceSize + _key.Length),
            Encoding.UTF8.GetBytes(Id.Value));
        return box;
    }

    internal static DataKey Unwrap(DataKeyId id, ReadOnlySpan<byte> box, byte[] cityKey, RandomFill random)
    {
        var key = new byte[box.Length - NonceSize - TagSize];
        using var aes = new AesGcm(cityKey, TagSize);
        aes.Decrypt(box[..NonceSize], box[NonceSize..^TagSize], box[^TagSize..], key, Encoding.UTF8.GetBytes(id.Value));
        return new DataKey(id, key, random);
    }

    /// <summary>The bytes a sealed text is bound to; in <paramref name="room"/> if they fit.</summary>
    internal static ReadOnlySpan<byte> PlaceOf(string entity, string field, Span<byte> room) =>
        Utf8.TryWrite(room, $"{entity}|{field}", out var length) ? room[..length] : AssociatedData(entity, field);

    private static byte[] AssociatedData(string entity, string field) => Encoding.UTF8.GetBytes($"{entity}|{field}");
}

/// <summary>Fills with random bytes. The composition root names the system's generator, a simulation a seeded one.</summary>
public delegate void RandomFill(Span<byte> bytes);
