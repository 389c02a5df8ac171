using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Journal.Sqlite;

/// <summary>An exclusive lock of the operating system on a file beside the database; it goes with the process, however that ends.</summary>
internal sealed class SqliteProcessLock : IDisposable
{
    private readonly FileStream _file;

    private SqliteProcessLock(FileStream file) => _file = file;

    /// <exception cref="JournalInUseException">Another process holds it.</exception>
    public static SqliteProcessLock Take(string path)
    {
        try
        {
            return new SqliteProcessLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException held) when (held is not (DirectoryNotFoundException or FileNotFoundException))
        {
            throw new JournalInUseException(
                $"另一个进程正在使用这份日志（{path}）。请先停止它，或把 Data:Directory 指向别处。 Another process serves this journal.", held);
        }
    }

    public void Dispose() => _file.Dispose();
}
