using System.Collections.Concurrent;
using Npgsql;
using NpgsqlTypes;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Journal.Postgres;

/// <summary>Commands of embedded statements with typed parameters; the driver prepares them at their second use.</summary>
internal static class PostgresStatements
{
    private static readonly ConcurrentDictionary<string, string> Texts = new();

    public static string Sql(string name) => Texts.GetOrAdd(name, static n => EmbeddedSql.Read($"Postgres/statements/{n}"));

#pragma warning disable CA2100 // Embedded statements, never input.
    public static NpgsqlCommand Command(NpgsqlConnection connection, string name, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlCommand(Sql(name), connection);
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        return command;
    }
#pragma warning restore CA2100

    public static void Add(NpgsqlBatch batch, string name, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(Sql(name));
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        batch.BatchCommands.Add(command);
    }

    /// <summary>One column of many rows.</summary>
    public static NpgsqlParameter Column<TRow, T>(IReadOnlyList<TRow> rows, NpgsqlDbType type, Func<TRow, T> value)
    {
        var column = new T[rows.Count];
        for (var i = 0; i < column.Length; i++)
            column[i] = value(rows[i]);
        return new NpgsqlParameter<T[]> { TypedValue = column, NpgsqlDbType = NpgsqlDbType.Array | type };
    }

    public static NpgsqlParameter Value<T>(T value, NpgsqlDbType type) => new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type };
}
