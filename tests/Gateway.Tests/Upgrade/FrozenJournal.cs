using System.IO.Compression;
using Npgsql;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Upgrade;

/// <summary>A copy of a frozen journal in a directory of its own, with its development keys and the head it ended with.</summary>
internal sealed class FrozenJournal : IDisposable
{
    private readonly DirectoryInfo _directory;

    private FrozenJournal(DirectoryInfo directory, FrozenAnswers expected, params string[] store) =>
        (_directory, Expected, Settings) = (directory, expected, [$"--Data:Directory={directory.FullName}", .. store]);

    public string Directory => _directory.FullName;

    public string[] Settings { get; }

    public FrozenAnswers Expected { get; }

    /// <param name="release">A folder of <c>Upgrade/Journals</c>.</param>
    public static FrozenJournal Sqlite(string release)
    {
        var directory = Unpack(release, "sqlite", out var expected);
        Inflate(Frozen(release, "sqlite", "journal.db.gz"), Path.Combine(directory.FullName, "journal.db"));
        return new FrozenJournal(directory, expected, "--Journal:Provider=Sqlite");
    }

    /// <param name="connectionString">Of an empty database.</param>
    public static async Task<FrozenJournal> PostgresAsync(string release, string connectionString)
    {
        var directory = Unpack(release, "postgres", out var expected);
        await using var dump = new GZipStream(File.OpenRead(Frozen(release, "postgres", "dump.sql.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(dump);
        // The dump sets the session's search path, so the session is nobody else's.
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
#pragma warning disable CA2100 // A file of the tests.
        await using var command = new NpgsqlCommand(await reader.ReadToEndAsync(), connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
        return new FrozenJournal(directory, expected, "--Journal:Provider=Postgres", $"--Journal:ConnectionString={connectionString}");
    }

    /// <summary>Changes the file behind the product's back.</summary>
    public void Execute(string sql) => JournalFile.Ask(Directory, sql);

    public void Dispose() => _directory.Delete(recursive: true);

    private static DirectoryInfo Unpack(string release, string store, out FrozenAnswers expected)
    {
        var directory = System.IO.Directory.CreateTempSubdirectory("petition-mesh-test-");
        foreach (var name in new[] { "keys.json", "heads.log" })
            File.Copy(Frozen(release, store, name), Path.Combine(directory.FullName, name));
        using var answers = new GZipStream(File.OpenRead(Frozen(release, store, "expected.json.gz")), CompressionMode.Decompress);
        expected = FrozenAnswers.Read(answers);
        return directory;
    }

    private static void Inflate(string from, string to)
    {
        using var packed = new GZipStream(File.OpenRead(from), CompressionMode.Decompress);
        using var file = File.Create(to);
        packed.CopyTo(file);
    }

    private static string Frozen(string release, string store, string name) =>
        Path.Combine(AppContext.BaseDirectory, "Upgrade", "Journals", release, store, name);
}
