using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Privacy;

/// <summary>The keys of a city as the key file holds them. Whoever has it and the journal can read everything: keep them apart.</summary>
/// <param name="Development">Made by a development start; refuses to be used anywhere else.</param>
/// <param name="CityKeys">Oldest first; the last one wraps new data keys.</param>
public sealed record KeyFile(
    bool Development,
    ImmutableArray<CityKey> CityKeys,
    int PetitionerKeyVersion,
    byte[] PetitionerKey,
    byte[] QueryCodeKey)
{
    private const int KeySize = 32;

    /// <summary>Fresh keys for a new city.</summary>
    public static KeyFile Create(bool development, RandomFill random)
    {
        byte[] Fresh()
        {
            var bytes = new byte[KeySize];
            random(bytes);
            return bytes;
        }

        return new KeyFile(development, [new CityKey("c1", Fresh())], 1, Fresh(), Fresh());
    }

    /// <exception cref="InvalidDataException">The text is no key file; the message says in Chinese what is wrong with it, as a clause.</exception>
    public static KeyFile Parse(string json)
    {
        KeyFile? file;
        try
        {
            file = JsonSerializer.Deserialize(json, KeyFileJson.Default.KeyFile);
        }
        catch (JsonException malformed)
        {
            throw new InvalidDataException("内容不是有效的 JSON", malformed);
        }
        if (file is not { CityKeys: { IsDefaultOrEmpty: false } keys, PetitionerKey.Length: KeySize, QueryCodeKey.Length: KeySize }
            || keys.Any(k => k.Bytes.Length != KeySize))
        {
            throw new InvalidDataException("须有 cityKeys、petitionerKey 和 queryCodeKey，且各为 32 字节（base64）");
        }
        return file;
    }

    public string ToJson() => JsonSerializer.Serialize(this, KeyFileJson.Default.KeyFile);

    /// <summary>Fresh keys from the system's generator.</summary>
    public static KeyFile Create(bool development) => Create(development, RandomNumberGenerator.Fill);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(KeyFile))]
internal sealed partial class KeyFileJson : JsonSerializerContext;
