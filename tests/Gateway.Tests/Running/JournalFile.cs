using Microsoft.Data.Sqlite;

namespace PetitionMesh.Gateway.Tests.Running;

/// <summary>A hand in the database: what an operator, or worse, does to the file of a journal on SQLite.</summary>
internal static class JournalFile
{
    /// <returns>The first number of the first row; 0 when there is none.</returns>
    public static long Ask(string directory, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(directory, "journal.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A constant of the test.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar() as long? ?? 0;
    }
}
