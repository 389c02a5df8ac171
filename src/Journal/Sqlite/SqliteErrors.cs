using Microsoft.Data.Sqlite;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Journal.Sqlite;

/// <summary>What SQLite's result codes mean for group commit (sqlite.org/rescode.html).</summary>
internal static class SqliteErrors
{
    /// <summary>The statement does not fit the tables.</summary>
    public const int Error = 1;

    public const int Busy = 5;
    public const int Corrupt = 11;
    public const int NotADatabase = 26;

    private const int InputOutput = 10;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int TooBig = 18;
    private const int Constraint = 19;
    private const int Mismatch = 20;
    private const int Range = 25;
    private const int SharedMemorySize = InputOutput | (19 << 8);

    /// <summary>Whether the same read may succeed later.</summary>
    public static bool IsUnavailable(this SqliteException failure) => failure.SqliteErrorCode is Busy or CannotOpen or InputOutput;

    /// <param name="committing">The failure came from the commit itself, whose effect an I/O error leaves open.</param>
    public static StoreException ToStoreException(this SqliteException failure, bool committing = false) => failure switch
    {
        { SqliteErrorCode: Full } or { SqliteExtendedErrorCode: SharedMemorySize } => new StoreFullException("The disk of the journal is full.", failure),
        { SqliteErrorCode: Error or TooBig or Constraint or Mismatch or Range } => new StoreRefusedException("SQLite refuses the rows.", failure),
        { SqliteErrorCode: InputOutput } when committing => new StoreInDoubtException("The commit met an I/O error.", failure),
        _ => new StoreUnreachableException("SQLite cannot serve.", failure),
    };
}
