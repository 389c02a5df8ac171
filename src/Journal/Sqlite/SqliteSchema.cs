using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Journal.Sqlite;

/// <summary>Brings the schema of a file up to this release, in one transaction.</summary>
internal static class SqliteSchema
{
    public static void Upgrade(SqliteSession session)
    {
        SqliteSession.Run(session, "begin immediate;");
        try
        {
            SqliteSession.Run(session, EmbeddedSql.Read("Sqlite/statements/schema_step_table"));
            foreach (var step in EmbeddedSql.ReadSteps("Sqlite/schema"))
            {
                if (session.Prepared("find_schema_step", ("$name", step.Name)).ExecuteScalar() is not null)
                    continue;
                SqliteSession.Run(session, step.Sql);
                session.Prepared("insert_schema_step", ("$name", step.Name)).ExecuteNonQuery();
            }

            foreach (var statement in LedgerSchema.Sqlite)
                SqliteSession.Run(session, statement);
            SqliteSession.Run(session, "commit;");
        }
        catch
        {
            SqliteBatch.RollBack(session);
            throw;
        }
    }
}
