using System.Reflection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace PetitionMesh.Silo.Cluster;

/// <summary>
/// Makes the tables and statements that Orleans' ADO.NET providers read from PostgreSQL, before the silo needs them. Every start
/// writes the statements of its own release, under a lock, so that silos that start together do it one after the other.
/// </summary>
internal sealed partial class OrleansTables(string connectionString, bool migrate, ILogger<OrleansTables> log) : IHostedService
{
    private const string Folder = "PetitionMesh.Silo.Cluster.Sql.";
    private const string Queries = Folder + "Queries.";
    private const string UndefinedTable = "42P01";
    private const string MayNot = "42501";

    /// <exception cref="InvalidDataException">The tables can't be made or something is missing; the message says what, in Chinese.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            if (migrate)
                await MigrateAsync(connection, cancellationToken);
            else
                await CheckAsync(connection, cancellationToken);
        }
        catch (PostgresException refused) when (refused.SqlState == MayNot)
        {
            throw new InvalidDataException(
                $"集群数据库不允许当前用户建表（{refused.MessageText}）。请授予建表权限，或由管理员先运行一次 Cluster:Migrate=true 的启动，之后设为 false。", refused);
        }
        catch (NpgsqlException unreachable) when (unreachable is not PostgresException)
        {
            throw new InvalidDataException(
                $"连接不上集群数据库（{unreachable.Message}）。请核对 Cluster:ConnectionString（默认取 Journal:ConnectionString）并确认 PostgreSQL 已启动。", unreachable);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The statements by the key under which the providers look for them.</summary>
    internal static IReadOnlyDictionary<string, string> Statements() =>
        typeof(OrleansTables).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Queries, StringComparison.Ordinal))
            .ToDictionary(name => name[Queries.Length..^".sql".Length], Read);

    private async Task MigrateAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection, transaction);
        // The number is this product's own ("petm" as bytes); nobody else locks it.
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT pg_advisory_xact_lock(1885697133)"));
        foreach (var table in Read(Folder + "Tables.sql").Split(";\n", StringSplitOptions.RemoveEmptyEntries))
            batch.BatchCommands.Add(new NpgsqlBatchCommand(table));
        var statements = Statements();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            """
            INSERT INTO OrleansQuery (QueryKey, QueryText)
            SELECT * FROM unnest($1, $2)
            ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText
            """)
        {
            Parameters = { new() { Value = statements.Keys.ToArray() }, new() { Value = statements.Values.ToArray() } },
        });
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        LogMigrated(statements.Count);
    }

    private static async Task CheckAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = new NpgsqlCommand("SELECT QueryKey FROM OrleansQuery", connection);
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            var missing = Statements().Keys.ToHashSet();
            while (await rows.ReadAsync(cancellationToken))
                missing.Remove(rows.GetString(0));
            if (missing.Count > 0)
                throw new InvalidDataException(
                    $"集群数据库的 OrleansQuery 表缺少：{string.Join("、", missing.Order(StringComparer.Ordinal))}。请用 Cluster:Migrate=true 启动一次。");
        }
        catch (PostgresException absent) when (absent.SqlState == UndefinedTable)
        {
            throw new InvalidDataException("集群数据库里没有 OrleansQuery 表。请用 Cluster:Migrate=true 启动一次。", absent);
        }
    }

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The cluster's tables and {Statements} statements are in place")]
    private partial void LogMigrated(int statements);
}
