using Microsoft.Data.Sqlite;
using PetitionMesh.Cluster.Load;
using PetitionMesh.Cluster.Running;
using Xunit.Abstractions;

namespace PetitionMesh.Cluster;

/// <summary>The record cannot be changed without showing: whoever edits the file, <c>journal verify</c> names it and ends with 1.</summary>
[Collection(ProcessTests.Name)]
public sealed class TamperTests(ITestOutputHelper output)
{
    /// <summary>What is done to the file, and what the command must then say.</summary>
    private static readonly (string Deed, string Sql, string Said)[] Deeds =
    [
        ("one byte flipped", "update event set payload = cast(replace(cast(payload as text), '\"headcount\":1', '\"headcount\":2') as blob) where position = (select min(position) from event where kind = 'case.received.v1')", "被修改或调换"),
        ("one row deleted", "delete from event where position = 20", "位置 20 的记录缺失"),
        ("two rows swapped", "update event set position = -1 where position = 20; update event set position = 20 where position = 21; update event set position = 21 where position = -1", "被修改或调换"),
        ("the tail cut", "delete from event where position > 20; delete from batch where last > 20; update journal_head set position = (select max(last) from batch), hash = (select hash from batch where first <= last order by last desc limit 1); delete from event where position > (select position from journal_head)", "末尾被截断"),
        ("a figure of the ledger changed", "update tally_reception set receptions = receptions + 1 where span = (select min(span) from tally_reception)", "台账与日志不一致"),
    ];

    [Fact]
    public async Task The_command_verify_names_every_tampering_with_the_file()
    {
        var directory = Workplace.NewDirectory();
        try
        {
            var kept = await JournalOfADayAsync(Path.Combine(directory, "kept"), receptions: 25);
            var (code, said) = await GatewayProcess.RunAsync(kept, "journal", "verify");
            Assert.True(code == 0, said);
            output.WriteLine(said);
            foreach (var (deed, sql, expected) in Deeds)
            {
                var tampered = Copy(kept, Path.Combine(directory, deed));
                await RunAsync(tampered, sql);
                var (exit, sentence) = await GatewayProcess.RunAsync(tampered, "journal", "verify");
                output.WriteLine($"{deed}: {sentence}");
                Assert.True(exit == 1 && sentence.Contains(expected, StringComparison.Ordinal), $"{deed}: {exit} {sentence}");
            }

            // A chain that is right in itself, but is not the one whose head was carried outside.
            var rewritten = await JournalOfADayAsync(Path.Combine(directory, "rewritten"), receptions: 30);
            var against = Path.Combine(kept.Directory, "heads.log");
            var (differs, found) = await GatewayProcess.RunAsync(rewritten, "journal", "verify", "--heads", against);
            output.WriteLine($"the whole chain rewritten: {found}");
            Assert.True(differs == 1 && found.Contains("改写", StringComparison.Ordinal), found);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    /// <summary>A gateway that is asked to stop carries its last head outside.</summary>
    private static async Task<StoreUnderTest> JournalOfADayAsync(string directory, int receptions)
    {
        Directory.CreateDirectory(directory);
        var store = new StoreUnderTest.Sqlite(directory);
        await using var workplace = await Workplace.OnAsync(store, ownsDirectory: false);
        for (var n = 0; n < receptions; n++)
        {
            var courts = workplace.Courts;
            var answer = await courts.RegisterAsync(Registration.Of($"day-{n}", courts.All[n % courts.All.Count], n, Invented.CaseNumber(n), "visit"));
            Assert.True((int)answer.Status == 201, answer.Body);
        }

        ProcessSignal.Send(workplace.Gateway.Id, "TERM");
        await workplace.Gateway.GoneAsync();
        return store;
    }

    private static StoreUnderTest.Sqlite Copy(StoreUnderTest from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from.Directory))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        return new StoreUnderTest.Sqlite(to);
    }

    private static async Task RunAsync(StoreUnderTest store, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(store.Directory, "journal.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this test.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
