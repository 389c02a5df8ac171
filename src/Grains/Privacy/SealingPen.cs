using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PetitionMesh.Grains.Privacy;

/// <summary>Seals the fields of one entity with one data key. Lives within one method; nothing readable stays in it.</summary>
public sealed class SealingPen : IDisposable
{
    /// <summary>Nonces drawn at once: a reception seals three fields.</summary>
    private const int NoncesAtOnce = 3;

    private readonly DataKeyId _id;
    private readonly AesGcm _aes;
    private readonly RandomFill _random;
    private readonly string _entity;
    private readonly byte[] _nonces = new byte[NoncesAtOnce * DataKey.NonceSize];
    private int _used = NoncesAtOnce;

    internal SealingPen(DataKeyId id, byte[] key, RandomFill random, string entity)
    {
        _id = id;
        _aes = new AesGcm(key, DataKey.TagSize);
        _random = random;
        _entity = entity;
    }

    /// <inheritdoc cref="DataKey.Seal"/>
    public Sealed Seal(string field, string text)
    {
        var plain = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            return Seal(field, plain.AsSpan(0, Encoding.UTF8.GetBytes(text, plain)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(plain, clearArray: true);
        }
    }

    /// <param name="plain">UTF-8.</param>
    /// <inheritdoc cref="DataKey.Seal"/>
    public Sealed Seal(string field, ReadOnlySpan<byte> plain)
    {
        var size = DataKey.NonceSize + plain.Length + DataKey.TagSize;
        var rented = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            var box = rented.AsSpan(0, size);
            Fill(box, field, plain);
            return new Sealed(string.Create(_id.Value.Length + 1 + Base64.GetMaxEncodedToUtf8Length(size), new Written(_id.Value, box), static (text, written) =>
            {
                written.Key.CopyTo(text);
                text[written.Key.Length] = '.';
                Convert.TryToBase64Chars(written.Box, text[(written.Key.Length + 1)..], out _);
            }));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>Seals the bytes of a paper: nonce, ciphertext and tag.</summary>
    public byte[] SealBytes(string field, ReadOnlySpan<byte> plain)
    {
        var box = new byte[DataKey.NonceSize + plain.Length + DataKey.TagSize];
        Fill(box, field, plain);
        return box;
    }

    public void Dispose() => _aes.Dispose();

    private void Fill(Span<byte> box, string field, ReadOnlySpan<byte> plain)
    {
        var nonce = box[..DataKey.NonceSize];
        NextNonce().CopyTo(nonce);
        Span<byte> place = stackalloc byte[256];
        _aes.Encrypt(
            nonce,
            plain,
            box.Slice(DataKey.NonceSize, plain.Length),
            box[^DataKey.TagSize..],
            DataKey.PlaceOf(_entity, field, place));
    }

    private ReadOnlySpan<byte> NextNonce()
    {
        if (_used == NoncesAtOnce)
        {
            _random(_nonces);
            _used = 0;
        }

        return _nonces.AsSpan(_used++ * DataKey.NonceSize, DataKey.NonceSize);
    }

    private readonly ref struct Written(string key, ReadOnlySpan<byte> box)
    {
        public string Key { get; } = key;

        public ReadOnlySpan<byte> Box { get; } = box;
    }
}
