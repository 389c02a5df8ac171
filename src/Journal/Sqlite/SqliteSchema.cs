using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Journal.Sqlite;

/// <summary>Brings the schema of a file up to this release, in one transaction. A ledger of another release is left for a rebuild.</summary>
internal static class SqliteSchema
{
    public static void Upgrade(SqliteSession session) => InTransaction(session, () =>
    {
        SqliteSession.Run(session, EmbeddedSql.Read("Sqlite/statements/schema_step_table"));
        foreach (var step in EmbeddedSql.ReadSteps("Sqlite/schema").Where(s => !Knows(session, s.Name)))
        {
            SqliteSession.Run(session, step.Sql);
            Remember(session, step.Name);
        }

        if (session.Prepared("find_ledger").ExecuteScalar() is not null)
            return;
        MakeLedger(session);
        Remember(session, LedgerSchema.SqliteShape);
    });

    public static void CompleteLedger(SqliteSession session) => InTransaction(session, () => MakeLedger(session));

    public static bool Knows(SqliteSession session, string step) => session.Prepared("find_schema_step", ("$name", step)).ExecuteScalar() is not null;

    public static void Remember(SqliteSession session, string step) => session.Prepared("insert_schema_step", ("$name", step)).ExecuteNonQuery();

    private static void MakeLedger(SqliteSession session)
    {
        foreach (var statement in LedgerSchema.Sqlite)
            SqliteSession.Run(session, statement);
    }

    private static void InTransaction(SqliteSession session, Action body)
    {
        SqliteSession.Run(session, "begin immediate;");
        try
        {
            body();
            SqliteSession.Run(session, "commit;");
        }
        catch
        {
            SqliteBatch.RollBack(session);
            throw;
        }
    }
}
