using Npgsql;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Journal.Postgres;

/// <summary>Reads through the pool. A read may be asked twice without harm, so a connection that died in the pool is not the reader's worry.</summary>
internal static class PostgresReading
{
    /// <exception cref="StoreException">What PostgreSQL's failure means.</exception>
    public static async Task<T> RunAsync<T>(NpgsqlDataSource readers, Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception failure) when (IsLostConnection(failure))
        {
            // After a restart of the server every idle connection is dead; a fresh one tells whether it is back.
            readers.Clear();
        }
        catch (Exception failure) when (IsStoreFailure(failure))
        {
            throw PostgresErrors.ToStoreException(failure, committing: false);
        }

        try
        {
            return await read();
        }
        catch (Exception failure) when (IsStoreFailure(failure))
        {
            throw PostgresErrors.ToStoreException(failure, committing: false);
        }
    }

    public static bool IsLostConnection(Exception failure) =>
        failure is NpgsqlException and not PostgresException { InvariantSeverity: "ERROR" } and not { InnerException: TimeoutException } or IOException;

    private static bool IsStoreFailure(Exception failure) => failure is NpgsqlException or IOException or TimeoutException or ObjectDisposedException;
}
