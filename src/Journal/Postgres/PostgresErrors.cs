using System.Text;
using Npgsql;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Journal.Postgres;

/// <summary>What PostgreSQL's failures mean for group commit.</summary>
internal static class PostgresErrors
{
    /// <param name="committing">Statements and commit were sent; only an answer of the server says that they are not there.</param>
    public static StoreException ToStoreException(Exception failure, bool committing)
    {
        if (failure is PostgresException answer && !EndsSession(answer))
            return Answered(answer);
        if (failure is EncoderFallbackException)
            return new StoreRefusedException("A text cannot be written as UTF-8.", failure);
        return committing
            ? new StoreInDoubtException("The answer to the commit was lost.", failure)
            : new StoreUnreachableException("PostgreSQL does not answer.", failure);
    }

    /// <summary>The server said no and rolled back: certainly nothing is written.</summary>
    private static StoreException Answered(PostgresException answer) => answer.SqlState[..2] switch
    {
        _ when answer.SqlState == PostgresErrorCodes.DiskFull => new StoreFullException("The disk of PostgreSQL is full.", answer),
        "0A" or "21" or "22" or "23" or "42" or "44" or "54" => new StoreRefusedException("PostgreSQL refuses the rows.", answer),
        _ => new StoreUnreachableException($"PostgreSQL cannot do it now ({answer.SqlState}).", answer),
    };

    /// <summary>The session died with this message, perhaps after the commit.</summary>
    private static bool EndsSession(PostgresException answer) => answer.InvariantSeverity is "FATAL" or "PANIC";
}
