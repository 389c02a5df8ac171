using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Grains.Privacy;

/// <summary>
/// The city's keys: they wrap data keys, turn identity documents into petitioner keys and case ids into query codes. The last
/// city key wraps new data keys, the earlier ones still open theirs.
/// </summary>
public sealed class Keyring
{
    private const int KeySize = 32;
    private const string CodeAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private readonly ImmutableArray<CityKey> _cityKeys;
    private readonly byte[] _petitionerKey;
    private readonly int _petitionerKeyVersion;
    private readonly byte[] _queryCodeKey;
    private readonly RandomFill _random;

    public Keyring(KeyFile file, RandomFill random)
    {
        _cityKeys = file.CityKeys;
        _petitionerKey = file.PetitionerKey;
        _petitionerKeyVersion = file.PetitionerKeyVersion;
        _queryCodeKey = file.QueryCodeKey;
        _random = random;
    }

    /// <summary>Tells whether a key file fits a journal without revealing a key: stored with the first city, compared at every start.</summary>
    public string Fingerprint
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(HMACSHA256.HashData(_cityKeys[0].Bytes, "petition-mesh city key"u8));
            hash.AppendData(HMACSHA256.HashData(_petitionerKey, "petition-mesh petitioner key"u8));
            hash.AppendData(HMACSHA256.HashData(_queryCodeKey, "petition-mesh query code key"u8));
            return Convert.ToHexStringLower(hash.GetHashAndReset()[..16]);
        }
    }

    /// <summary>The city-wide key of the person this document identifies.</summary>
    public PetitionerKey KeyOf(IdentityDocument document)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_petitionerKey, Encoding.UTF8.GetBytes(document.Canonical), hash);
        return new PetitionerKey($"{_petitionerKeyVersion}-{Convert.ToHexStringLower(hash[..20])}");
    }

    /// <summary>The code on a petitioner's receipt: 12 characters (60 bits) that nobody can guess from the case's id.</summary>
    public string QueryCodeOf(CaseId id)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_queryCodeKey, Encoding.UTF8.GetBytes(id.Value), hash);
        return string.Create(12, Convert.ToHexString(hash), static (code, hex) =>
        {
            var bits = Convert.FromHexString(hex);
            for (var i = 0; i < code.Length; i++)
                code[i] = CodeAlphabet[bits[i] & 31];
        });
    }

    /// <summary>What the ledger keeps of a query code, so that a copy of the ledger gives no code away.</summary>
    public string QueryCodeHash(string code) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_queryCodeKey, Encoding.UTF8.GetBytes(code))[..16]);

    /// <summary>Proves that a snapshot was made by this system: begins a keyed hash of it.</summary>
    public IncrementalHash BeginSnapshotSeal() =>
        IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, HMACSHA256.HashData(_cityKeys[^1].Bytes, "petition-mesh snapshot key"u8));

    /// <summary>A new data key, and the row that keeps it.</summary>
    /// <param name="subject">Whose it is: a petitioner key, or the stream of a case without identified petitioner.</param>
    public (DataKey Key, WrappedKey Row) NewDataKey(string subject)
    {
        var bytes = new byte[KeySize];
        var idBytes = new byte[12];
        _random(bytes);
        _random(idBytes);
        var key = new DataKey(new DataKeyId(Convert.ToHexStringLower(idBytes)), bytes, _random);
        var city = _cityKeys[^1];
        return (key, new WrappedKey(key.Id, subject, city.Id, [.. key.Wrap(city.Bytes)]));
    }

    /// <exception cref="InvalidOperationException">This key file lacks the city key that wrapped the row.</exception>
    public DataKey Open(WrappedKey row)
    {
        var city = _cityKeys.FirstOrDefault(k => k.Id == row.CityKey)
            ?? throw new InvalidOperationException($"The key file has no city key '{row.CityKey}', which wrapped a data key of this journal.");
        return DataKey.Unwrap(row.Id, row.Bytes.AsSpan(), city.Bytes, _random);
    }
}

/// <summary>A city key by its id.</summary>
public sealed record CityKey(string Id, byte[] Bytes);
