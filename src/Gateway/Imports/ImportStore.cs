using System.Text.Json;
using System.Text.Json.Serialization;
using PetitionMesh.Gateway.Settings;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Gateway.Imports;

/// <summary>
/// Keeps imports in <c>imports/</c> of the data directory: the uploaded file, sealed with a data key of its own, and a manifest.
/// Both are on disk before the upload is acknowledged; the manifest comes last, so that none is without its file before all rows are through.
/// From then on only the manifest, with the outcome, is kept.
/// </summary>
internal sealed class ImportStore(DataDirectory data, Keyring keyring)
{
    private const string FileField = "import-file";

    /// <summary>Ends the line of JSON with the wrapped key; the sealed bytes follow.</summary>
    private const byte KeyEnd = (byte)'\n';

    private readonly string _folder = Path.Combine(data.Path, "imports");

    public void Save(ImportManifest manifest, byte[] sheet)
    {
        Directory.CreateDirectory(_folder);
        var (key, row) = keyring.NewDataKey($"import/{manifest.Id}");
        using var pen = key.Begin(manifest.Id);
        // The bytes themselves: as text in JSON a sheet of 20 MiB takes gigabytes.
        Write(FileOf(manifest.Id), JsonSerializer.SerializeToUtf8Bytes(row, ImportJson.Default.WrappedKey), [KeyEnd], pen.SealBytes(FileField, sheet));
        Save(manifest);
    }

    public void Save(ImportManifest manifest) =>
        Write(ManifestOf(manifest.Id), JsonSerializer.SerializeToUtf8Bytes(manifest, ImportJson.Default.ImportManifest));

    /// <exception cref="InvalidDataException">The sealed file is not ours.</exception>
    public byte[] OpenSheet(string id)
    {
        var file = File.ReadAllBytes(FileOf(id)).AsSpan();
        var end = file.IndexOf(KeyEnd);
        if (end < 0)
            return OpenEarlier(id, file);
        var row = JsonSerializer.Deserialize(file[..end], ImportJson.Default.WrappedKey)
            ?? throw new InvalidDataException($"The sealed file of import {id} has no key.");
        return keyring.Open(row).OpenBytes(id, FileField, file[(end + 1)..]);
    }

    /// <summary>As the releases before 2026-11-22 kept it, all of it JSON: an upload that was acknowledged then is taken in now.</summary>
    private byte[] OpenEarlier(string id, ReadOnlySpan<byte> json)
    {
        var file = JsonSerializer.Deserialize(json, ImportJson.Default.SealedFile)
            ?? throw new InvalidDataException($"The sealed file of import {id} is empty.");
        return Convert.FromBase64String(keyring.Open(file.Key).Open(id, FileField, file.Content));
    }

    /// <summary>What is through stands in the journal; the sheet's copy of it would outlive every erasure.</summary>
    public void ForgetSheet(string id) => File.Delete(FileOf(id));

    /// <summary>All imports that were acknowledged, oldest first.</summary>
    public IEnumerable<ImportManifest> Load()
    {
        if (!Directory.Exists(_folder))
            return [];
        return Directory.EnumerateFiles(_folder, "*.json")
            .Select(f => JsonSerializer.Deserialize(File.ReadAllBytes(f), ImportJson.Default.ImportManifest)
                ?? throw new InvalidDataException($"The manifest {f} is empty."))
            .OrderBy(m => m.At);
    }

    private string FileOf(string id) => Path.Combine(_folder, $"{id}.sealed");

    private string ManifestOf(string id) => Path.Combine(_folder, $"{id}.json");

    private static void Write(string path, params ReadOnlySpan<byte[]> parts)
    {
        var draft = $"{path}.draft";
        using (var stream = new FileStream(draft, FileMode.Create, FileAccess.Write))
        {
            foreach (var part in parts)
                stream.Write(part);
            stream.Flush(flushToDisk: true);
        }
        File.Move(draft, path, overwrite: true);
    }
}

/// <summary>An uploaded file at rest, with the wrapped key that opens it, as earlier releases wrote it.</summary>
internal sealed record SealedFile(WrappedKey Key, Sealed Content);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SealedFile))]
[JsonSerializable(typeof(WrappedKey))]
[JsonSerializable(typeof(ImportManifest))]
internal sealed partial class ImportJson : JsonSerializerContext;
