using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using PetitionMesh.Bench.InProcess;
using PetitionMesh.Bench.Journal;
using PetitionMesh.Bench.Postgres;
using PetitionMesh.Bench.Report;
using PetitionMesh.Bench.Servers;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Bench.Commands;

/// <summary><c>loading</c>: how long the first question to a case with a long life waits, from the call to the answer.</summary>
internal static class LoadingCommand
{
    /// <summary>Cases loaded before the first is measured: a server that has run for a while has compiled what it uses often.</summary>
    private const int Warming = 200;

    /// <summary>Acts at once while the cases are made.</summary>
    private const int AtOnce = 64;

    public static Command Create()
    {
        var events = new Option<int>("--events") { Description = "Events of each case.", DefaultValueFactory = _ => 500 };
        var cases = new Option<int>("--cases") { Description = "Cases that are loaded and measured, one after the other.", DefaultValueFactory = _ => 400 };
        return new Command("loading", "Milliseconds to activate a case of many events and answer, on SQLite and PostgreSQL.") { events, cases }
            .Measures("loading", (parsed, _) => MeasureAsync(parsed.GetValue(events), parsed.GetValue(cases)));
    }

    private static async Task<string> MeasureAsync(int events, int cases)
    {
        using var own = new RunDirectory();
        var machine = Machine.Look(own.Path);
        await using var postgres = await PrivatePostgres.StartAsync(own.Path).ConfigureAwait(false);
        var onPostgres = await MeasureAsync(await JournalAlone.OpenAsync(postgres, "loading").ConfigureAwait(false), "PostgreSQL", events, cases).ConfigureAwait(false);
        var onSqlite = await MeasureAsync(await JournalAlone.OpenSqliteAsync().ConfigureAwait(false), "SQLite", events, cases).ConfigureAwait(false);
        own.Remove = true;
        return string.Create(CultureInfo.InvariantCulture,
            $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC. {machine}. {cases} cases of {events} events each, activated one after the other by the first question: {onPostgres}; {onSqlite}.");
    }

    private static async Task<string> MeasureAsync(JournalAlone journal, string name, int events, int cases)
    {
        await using var _ = journal.ConfigureAwait(false);
        var keyring = CourtInProcess.NewKeyring();
        var made = await MakeAsync(journal, keyring, events, cases + Warming).ConfigureAwait(false);
        await Console.Error.WriteLineAsync($"{made.Length} cases made on {name}").ConfigureAwait(false);

        // A host of its own, so that no case is active.
        using var court = new CourtInProcess(journal.Journal, keyring: keyring, snapshots: journal.Snapshots);
        var took = new List<TimeSpan>(made.Length);
        foreach (var id in made)
        {
            var start = Stopwatch.GetTimestamp();
            var standing = await court.StandingAsync(id).ConfigureAwait(false);
            took.Add(Stopwatch.GetElapsedTime(start));
            if (standing.Version != events)
                throw new InvalidOperationException($"Case {id} has {standing.Version} events, not {events}.");
        }

        var measured = took.Skip(Warming).Select(t => t.TotalMilliseconds).Order().ToArray();
        return string.Create(CultureInfo.InvariantCulture,
            $"{name} median **{measured[measured.Length / 2]:0.00} ms**, p99 {measured[measured.Length * 99 / 100]:0.00} ms");
    }

    private static async Task<CaseId[]> MakeAsync(JournalAlone journal, Keyring keyring, int events, int cases)
    {
        using var court = new CourtInProcess(journal.Journal, keyring: keyring, snapshots: journal.Snapshots);
        var made = new CaseId[cases];
        await Parallel.ForAsync(0, cases, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (n, _) =>
        {
            var received = await court.ReceiveAsync(n).ConfigureAwait(false);
            for (var has = (await court.StandingAsync(received.Case).ConfigureAwait(false)).Version; has < events; has++)
                await court.InvestigateAsync(received).ConfigureAwait(false);
            made[n] = received.Case;
        }).ConfigureAwait(false);
        return made;
    }
}
