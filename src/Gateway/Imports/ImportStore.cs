using System.Text.Json;
using System.Text.Json.Serialization;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Gateway.Settings;

namespace PetitionMesh.Gateway.Imports;

/// <summary>
/// Keeps imports in <c>imports/</c> of the data directory: the uploaded file, sealed with a data key of its own, and a manifest.
/// Both are on disk before the upload is acknowledged; the manifest comes last, so that none is without its file before all rows are through.
/// From then on only the manifest, with the outcome, is kept.
/// </summary>
internal sealed class ImportStore(DataDirectory data, Keyring keyring)
{
    private const string FileField = "import-file";
    private readonly string _folder = Path.Combine(data.Path, "imports");

    public void Save(ImportManifest manifest, byte[] sheet)
    {
        Directory.CreateDirectory(_folder);
        var (key, row) = keyring.NewDataKey($"import/{manifest.Id}");
        var file = new SealedFile(row, key.Seal(manifest.Id, FileField, Convert.ToBase64String(sheet)));
        Write(FileOf(manifest.Id), JsonSerializer.SerializeToUtf8Bytes(file, ImportJson.Default.SealedFile));
        Save(manifest);
    }

    public void Save(ImportManifest manifest) =>
        Write(ManifestOf(manifest.Id), JsonSerializer.SerializeToUtf8Bytes(manifest, ImportJson.Default.ImportManifest));

    /// <exception cref="InvalidDataException">The sealed file is gone or not ours.</exception>
    public byte[] OpenSheet(string id)
    {
        var file = JsonSerializer.Deserialize(File.ReadAllBytes(FileOf(id)), ImportJson.Default.SealedFile)
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

    private static void Write(string path, byte[] bytes)
    {
        var draft = $"{path}.draft";
        using (var stream = new FileStream(draft, FileMode.Create, FileAccess.Write))
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }
        File.Move(draft, path, overwrite: true);
    }
}

/// <summary>An uploaded file at rest, with the wrapped key that opens it.</summary>
internal sealed record SealedFile(WrappedKey Key, Sealed Content);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SealedFile))]
[JsonSerializable(typeof(ImportManifest))]
internal sealed partial class ImportJson : JsonSerializerContext;
