using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using PetitionMesh.Bench.InProcess;
using PetitionMesh.Bench.Journal;
using PetitionMesh.Bench.Postgres;
using PetitionMesh.Bench.Report;
using PetitionMesh.Bench.Servers;
using PetitionMesh.Journal;

namespace PetitionMesh.Bench.Commands;

/// <summary><c>recovery</c>: how fast the ledger is built anew from the journal.</summary>
internal static class RecoveryCommand
{
    private const int Waiting = 512;

    /// <summary>Receptions that are captured and held in memory at once.</summary>
    private const int SetOf = 100_000;

    public static Command Create()
    {
        var receptions = new Option<int>("--receptions") { Description = "Receptions in the journal that is replayed.", DefaultValueFactory = _ => 200_000 };
        return new Command("recovery", "Events a second that `journal rebuild` replays on PostgreSQL, indexes, comparison and switch included.") { receptions }
            .Measures("recovery", (parsed, cancel) => MeasureAsync(parsed.GetValue(receptions), cancel));
    }

    private static async Task<string> MeasureAsync(int receptions, CancellationToken cancel)
    {
        using var own = new RunDirectory();
        var machine = Machine.Look(own.Path);
        await using var postgres = await PrivatePostgres.StartAsync(own.Path).ConfigureAwait(false);
        const string Database = "recovery";
        await using var journal = await JournalAlone.OpenAsync(postgres, Database).ConfigureAwait(false);
        for (var made = 0; made < receptions; made += SetOf)
            await journal.AppendAsync(await CapturedReceptions.MakeAsync(Math.Min(SetOf, receptions - made), $"recovery-{made}").ConfigureAwait(false), Waiting).ConfigureAwait(false);
        await postgres.SettleAsync(Database).ConfigureAwait(false);
        await Console.Error.WriteLineAsync($"{receptions} receptions appended").ConfigureAwait(false);

        var before = postgres.Cpu();
        var ownBefore = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        var reported = new List<TimeSpan>();
        var report = await JournalUpkeep.RebuildAsync(
            journal.Store,
            _ => reported.Add(Stopwatch.GetElapsedTime(start)),
            cancel).ConfigureAwait(false);
        var replayed = reported[^2]; // The last report but one comes when the last row is written, the last one after the switch.
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        if (!report.Differences.IsEmpty)
            throw new InvalidOperationException($"The ledger was wrong: {report.Differences[0]}");
        own.Remove = true;
        return string.Create(CultureInfo.InvariantCulture,
            $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC. {machine}. {report.Events:#,0} events replayed into fresh tables in {replayed.TotalSeconds:0.0} s: **{report.Events / replayed.TotalSeconds:#,0} events/s**; with indexes, comparison and switch {seconds:0.0} s, {report.Events / seconds:#,0} events/s. Processor seconds: this process {(Environment.CpuUsage.TotalTime - ownBefore).TotalSeconds:0.0}, PostgreSQL {(postgres.Cpu() - before).TotalSeconds:0.0}.");
    }
}
