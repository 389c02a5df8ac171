using Microsoft.Data.Sqlite;
using Npgsql;
using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Postgres;
using PetitionMesh.Journal.Sqlite;

namespace PetitionMesh.Journal.Tests;

/// <summary>What the databases' own failures mean: a wrong entry here would acknowledge too little or, worse, retry what was written.</summary>
public sealed class StoreErrorTests
{
    [Theory]
    [InlineData("ERROR", "53100", typeof(StoreFullException))]
    [InlineData("ERROR", "23505", typeof(StoreRefusedException))]
    [InlineData("ERROR", "22021", typeof(StoreRefusedException))]
    [InlineData("ERROR", "55P03", typeof(StoreUnreachableException))]
    [InlineData("ERROR", "57014", typeof(StoreUnreachableException))]
    [InlineData("ERROR", "40P01", typeof(StoreUnreachableException))]
    [InlineData("FATAL", "57P01", typeof(StoreInDoubtException))]
    [InlineData("FATAL", "25P03", typeof(StoreInDoubtException))]
    [InlineData("PANIC", "53100", typeof(StoreInDoubtException))]
    public void An_answer_of_PostgreSQL_to_a_commit(string severity, string state, Type meaning) =>
        Assert.IsType(meaning, PostgresErrors.ToStoreException(new PostgresException("no", severity, severity, state), committing: true));

    [Fact]
    public void A_silence_of_PostgreSQL_leaves_only_a_commit_in_doubt()
    {
        Assert.IsType<StoreInDoubtException>(PostgresErrors.ToStoreException(new NpgsqlException("gone"), committing: true));
        Assert.IsType<StoreInDoubtException>(PostgresErrors.ToStoreException(new TimeoutException(), committing: true));
        Assert.IsType<StoreUnreachableException>(PostgresErrors.ToStoreException(new NpgsqlException("gone"), committing: false));
    }

    [Theory]
    [InlineData(13, 13, typeof(StoreFullException))]
    [InlineData(10, 4874, typeof(StoreFullException))]
    [InlineData(10, 1034, typeof(StoreInDoubtException))]
    [InlineData(19, 2067, typeof(StoreRefusedException))]
    [InlineData(5, 5, typeof(StoreUnreachableException))]
    public void An_answer_of_SQLite_to_a_commit(int code, int extended, Type meaning) =>
        Assert.IsType(meaning, new SqliteException("no", code, extended).ToStoreException(committing: true));
}
