using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Journal.Papers;

/// <summary>Keeps papers in <c>papers/</c> of the data directory, beside the SQLite journal, which only one process ever opens.</summary>
internal sealed class FilePapers(string dataDirectory) : IPaperStore
{
    private readonly string _folder = Path.Combine(dataDirectory, "papers");

    public async Task PutAsync(Guid id, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var path = PathOf(id);
        if (File.Exists(path))
            return;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var draft = $"{path}.{Guid.NewGuid():N}.draft";
            await using (var stream = new FileStream(draft, FileMode.CreateNew, FileAccess.Write))
            {
                await stream.WriteAsync(content, cancellationToken);
                stream.Flush(flushToDisk: true);
            }
            File.Move(draft, path, overwrite: true);
        }
        catch (IOException full)
        {
            throw new JournalUnavailableException("A paper could not be kept.", full);
        }
    }

    public async Task<byte[]?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var path = PathOf(id);
        try
        {
            return File.Exists(path) ? await File.ReadAllBytesAsync(path, cancellationToken) : null;
        }
        catch (IOException unreadable)
        {
            throw new JournalUnavailableException("A paper could not be read.", unreadable);
        }
    }

    /// <summary>Two levels, so that no folder holds more than a few thousand files.</summary>
    private string PathOf(Guid id)
    {
        var name = id.ToString("N");
        return Path.Combine(_folder, name[..2], $"{name}.sealed");
    }
}
