using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Silo.Keys;

/// <summary>Opens the city's keys (<c>Keys:File</c>). Without them nothing personal can be read or written, so nothing starts.</summary>
public static class KeyOpening
{
    /// <param name="path">The key file.</param>
    /// <param name="development">In Development a missing file is made; a file made so refuses to be used anywhere else.</param>
    /// <exception cref="InvalidDataException">Missing, unreadable, or a development key outside Development.</exception>
    public static KeyFile Open(string path, bool development)
    {
        if (!File.Exists(path))
        {
            if (!development)
                throw new InvalidDataException($"找不到密钥文件 {path}：请用 keys new 生成并妥善保管，再以 Keys:File 指定。");
            Write(path, KeyFile.Create(development: true));
        }
        var file = Read(path);
        return file.Development && !development
            ? throw new InvalidDataException($"密钥文件 {path} 由开发环境生成，不能用于正式环境：请用 keys new 生成新的密钥。")
            : file;
    }

    private static KeyFile Read(string path)
    {
        try
        {
            return KeyFile.Parse(File.ReadAllText(path));
        }
        catch (InvalidDataException unusable)
        {
            throw new InvalidDataException($"密钥文件 {path} 不能使用：{unusable.Message}。请从备份恢复该文件；不要另行生成，新的密钥读不出已有的个人信息。", unusable);
        }
    }

    /// <summary>
    /// Writes a key file that only its owner may read; never over an existing one. Written beside and moved into place: a process
    /// killed at its first start must not leave half a key file, which no later start could open.
    /// </summary>
    public static void Write(string path, KeyFile file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var draft = $"{path}.{Guid.NewGuid():N}";
        try
        {
            using (var stream = new FileStream(draft, options))
            using (var writer = new StreamWriter(stream))
            {
                writer.Write(file.ToJson());
                writer.Flush();
                stream.Flush(flushToDisk: true);
            }
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException)
        {
            File.Delete(draft);
            throw;
        }
    }
}
