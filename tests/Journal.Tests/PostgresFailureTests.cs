using Npgsql;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Postgres;
using PetitionMesh.Tests;

namespace PetitionMesh.Journal.Tests;

/// <summary>What PostgreSQL does to the journal and what the journal makes of it.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PostgresFailureTests(PostgresServer server) : IAsyncLifetime
{
    private readonly JournalOptions _options = new() { TakeOverAttempts = 0, Provider = JournalProvider.Postgres };
    private readonly List<IAsyncDisposable> _opened = [];
    private GroupCommitJournal _journal = null!;

    public async Task InitializeAsync()
    {
        _options.ConnectionString = await server.CreateDatabaseAsync();
        _journal = await OpenAsync(_options);
    }

    public async Task DisposeAsync()
    {
        foreach (var opened in Enumerable.Reverse(_opened))
            await opened.DisposeAsync();
    }

    [SkippableFact]
    public async Task A_second_process_is_refused_with_a_clear_message()
    {
        var refused = await Assert.ThrowsAsync<JournalInUseException>(() => OpenAsync(_options));

        Assert.Contains("另一个进程", refused.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Several_silos_share_one_journal_in_one_order()
    {
        var shared = new JournalOptions { ConnectionString = await server.CreateDatabaseAsync(), SingleProcess = false };
        var silos = new[] { await OpenAsync(shared), await OpenAsync(shared), await OpenAsync(shared) };

        var answers = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => silos[i % 3].AppendAsync(Some.Append($"s{i / 3}"), CancellationToken.None)));

        Assert.Equal(100, answers.OfType<AppendResult.Appended>().Count());
        Assert.Equal(Enumerable.Range(1, 100).Select(p => (long)p), answers.OfType<AppendResult.Appended>().Select(a => a.LastPosition).Order());
        Assert.Equal(200, answers.OfType<AppendResult.Conflict>().Count());
    }

    [SkippableFact]
    public async Task A_frozen_holder_of_the_head_lock_is_ended_by_the_server()
    {
        await using var frozen = new NpgsqlConnection(PostgresConnections.ForWriter(_options.ConnectionString!, _options.SingleProcess));
        await frozen.OpenAsync();
        await using var hold = new NpgsqlCommand("begin; select position from journal_head for update", frozen);
        await hold.ExecuteNonQueryAsync();

        // Nobody releases it: only idle_in_transaction_session_timeout (3 s) does, well inside the append's 8 s.
        Assert.IsType<AppendResult.Appended>(await _journal.AppendAsync(Some.Append("a"), CancellationToken.None));
    }

    [SkippableFact]
    public async Task A_cut_connection_is_opened_again_without_help()
    {
        Assert.IsType<AppendResult.Appended>(await _journal.AppendAsync(Some.Append("a"), CancellationToken.None));
        await RunAsync("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'petitionmesh-journal' and datname = current_database()");

        Assert.IsType<AppendResult.Appended>(await _journal.AppendAsync(Some.Append("a", 1), CancellationToken.None));
    }

    [SkippableFact]
    public async Task The_writers_session_is_set_so_that_it_can_stop_nobody()
    {
        await using var writer = new NpgsqlConnection(PostgresConnections.ForWriter(_options.ConnectionString!, _options.SingleProcess));
        await writer.OpenAsync();
        await using var ask = new NpgsqlCommand(
            """
            select current_setting('synchronous_commit') || ' ' || current_setting('idle_in_transaction_session_timeout') || ' '
                || current_setting('lock_timeout') || ' ' || current_setting('statement_timeout') || ' ' || current_setting('tcp_user_timeout')
            """,
            writer);

        Assert.StartsWith("on 3s 5s 10s ", (string)(await ask.ExecuteScalarAsync())!, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_restarted_database_is_served_again_and_nothing_acknowledged_is_lost()
    {
        await using var cluster = await StartClusterAsync();
        var options = new JournalOptions { ConnectionString = cluster.ConnectionString };
        var journal = await OpenAsync(options);
        using var stop = new CancellationTokenSource();
        var writing = Enumerable.Range(0, 8).Select(i => WriteUntilAsync(journal, $"w{i}", stop.Token)).ToArray();
        for (var i = 0; i < 3; i++)
        {
            Assert.IsType<AppendResult.Appended>(await journal.AppendAsync(Some.Append($"before-{i}"), CancellationToken.None));
            await cluster.RestartAsync();
            Assert.IsType<AppendResult.Appended>(await journal.AppendAsync(Some.Append($"after-{i}"), CancellationToken.None));
        }

        await stop.CancelAsync();
        foreach (var (stream, acknowledged) in await Task.WhenAll(writing))
        {
            var versions = (await journal.ReadAsync(Some.Stream(stream), 0, CancellationToken.None)).Select(e => e.Version).ToHashSet();
            Assert.Superset(acknowledged, versions);
        }
    }

    /// <summary>Appends version after version; after an unknown outcome reads where the stream stands, as a grain does.</summary>
    private static async Task<(string Stream, HashSet<int> Acknowledged)> WriteUntilAsync(GroupCommitJournal journal, string stream, CancellationToken stop)
    {
        var acknowledged = new HashSet<int>();
        var version = 0;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (await journal.AppendAsync(Some.Append(stream, version), CancellationToken.None) is AppendResult.Appended)
                    acknowledged.Add(++version);
                else
                    version = (await journal.ReadAsync(Some.Stream(stream), 0, CancellationToken.None)).Length;
            }
            catch (JournalException)
            {
                // The next append finds out by its conflict.
            }
        }

        return (stream, acknowledged);
    }

    private static async Task<PostgresCluster> StartClusterAsync()
    {
        try
        {
            return await PostgresCluster.StartAsync();
        }
        catch (PostgresMissingException missing)
        {
            throw new SkipException($"No PostgreSQL of our own to restart: {missing.Message}");
        }
    }

    private async Task<GroupCommitJournal> OpenAsync(JournalOptions options)
    {
        var store = new PostgresStore(options);
        _opened.Add(store);
        var journal = new GroupCommitJournal(store, options, TimeProvider.System);
        _opened.Add(journal);
        await journal.StartAsync(TaskScheduler.Default, CancellationToken.None);
        return journal;
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_options.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
