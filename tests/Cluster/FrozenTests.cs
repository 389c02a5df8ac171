using System.Diagnostics;
using PetitionMesh.Cluster.Checking;
using PetitionMesh.Cluster.Load;
using PetitionMesh.Cluster.Running;
using PetitionMesh.Tests;
using Xunit.Abstractions;

namespace PetitionMesh.Cluster;

/// <summary>Nobody can stop the city: who holds the head of the journal and freezes is waited for in bounds, then passed over.</summary>
[Collection(StarvedTests.Name)]
public sealed class FrozenTests(SyncingPostgres postgres, ITestOutputHelper output)
{
    private const string JournalSessions = "from pg_stat_activity where datname = current_database() and application_name = 'petitionmesh-journal'";

    [SkippableFact]
    public async Task A_foreign_session_on_the_head_makes_callers_wait_in_bounds_and_its_end_serves_them_again()
    {
        postgres.SkipIfUnavailable();
        await using var workplace = await Workplace.OnPostgresAsync(postgres);
        var load = new ReceptionLoad(workplace.Courts, Rounds.Seed);
        await Deadline.UntilAsync("the load runs", TimeSpan.FromSeconds(20), load.ReachesAsync(21), () => $"{load.Figures} {workplace.Gateway.Said}");
        await using var session = await ((StoreUnderTest.Postgres)workplace.Store).OpenAsync();
        await using var holding = await session.BeginTransactionAsync();
        await PostgresKillPoint.RunAsync(session, "select position from journal_head for update");

        // Longer than an append waits: as many refusals as there are clerks.
        await Deadline.UntilAsync(
            "callers are told to come back", TimeSpan.FromSeconds(30), load.ToldToComeBackAsync(16), () => $"{load.Figures} {workplace.Gateway.Said}");
        var before = load.Count;
        await holding.RollbackAsync();
        var recovery = await Deadline.UntilAsync("somebody is served", Workplace.Promised, load.ReachesAsync(before + 1), () => workplace.Gateway.Said);
        await EndAsync(workplace, load, recovery);
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_gateway_frozen_while_it_asks_for_the_head_or_anywhere_is_passed_over_and_writes_nothing_when_it_thaws(bool asking)
    {
        postgres.SkipIfUnavailable();
        await using var workplace = await Workplace.OnPostgresAsync(postgres);
        var store = (StoreUnderTest.Postgres)workplace.Store;
        var load = new ReceptionLoad(workplace.Courts, Rounds.Seed);
        await Deadline.UntilAsync("the load runs", TimeSpan.FromSeconds(20), load.ReachesAsync(21), () => $"{load.Figures} {workplace.Gateway.Said}");
        if (asking)
            await FreezeAskingAsync(workplace, store);
        else
            ProcessSignal.Send(workplace.Gateway.Id, "STOP");
        try
        {
            var frozen = Stopwatch.StartNew();
            await Deadline.UntilAsync(
                "PostgreSQL ends the frozen session", Workplace.Promised, async () => await store.CountAsync($"select count(*) {JournalSessions}") == 0);
            output.WriteLine($"the frozen session was ended after {frozen.Elapsed.TotalSeconds:0.0} s");

            await using var second = await Workplace.OnAsync(store, ownsDirectory: false);
            var beside = new ReceptionLoad(second.Courts, Rounds.Seed + 1, people: 61);
            await Deadline.UntilAsync("the second gateway serves", Workplace.Promised, beside.ReachesAsync(21), () => second.Gateway.Said);
            ProcessSignal.Send(workplace.Gateway.Id, "CONT");
            var goal = beside.Count + 100;
            await Deadline.UntilAsync("the second goes on beside the thawed one", TimeSpan.FromSeconds(30), beside.ReachesAsync(goal), () => second.Gateway.Said);
            await beside.FinishAsync(TimeSpan.FromSeconds(30));
            Assert.Empty(beside.Faults);
            await Truth.HoldAsync(store, beside.Acknowledged, all: false, $"seed {Rounds.Seed}, second gateway");
        }
        finally
        {
            ProcessSignal.Send(workplace.Gateway.Id, "CONT");
        }

        var before = load.Count;
        var recovery = await Deadline.UntilAsync("the first serves when the second is gone", Workplace.Promised, load.ReachesAsync(before + 1), () => workplace.Gateway.Said);
        await load.FinishAsync(TimeSpan.FromSeconds(30));
        output.WriteLine($"seed {Rounds.Seed}; {load.Figures}; recovery {recovery.TotalSeconds:0.00} s");
        await Truth.HoldAsync(store, load.Acknowledged, all: false, $"seed {Rounds.Seed}, first gateway");
        await Truth.CountsAgreeAsync(store, workplace.Courts, $"seed {Rounds.Seed}");
        await Truth.VerifyAsync(store, $"seed {Rounds.Seed}");
        Assert.DoesNotContain(load.Faults, f => !f.Contains("a call took", StringComparison.Ordinal)); // Frozen, it answered nobody.
        Assert.Empty(workplace.Gateway.Defects);
    }

    [SkippableFact]
    public async Task A_gateway_that_starts_while_its_dead_predecessors_session_still_lives_waits_for_its_end()
    {
        postgres.SkipIfUnavailable();
        await using var workplace = await Workplace.OnPostgresAsync(postgres);
        var store = (StoreUnderTest.Postgres)workplace.Store;
        var load = new ReceptionLoad(workplace.Courts, Rounds.Seed);
        await Deadline.UntilAsync("the load runs", TimeSpan.FromSeconds(20), load.ReachesAsync(21), () => $"{load.Figures} {workplace.Gateway.Said}");

        // The session waits for a lock, so it cannot notice that its client died; its lock_timeout ends it at last.
        await using var session = await store.OpenAsync();
        await using var holding = await session.BeginTransactionAsync();
        await PostgresKillPoint.RunAsync(session, "lock table event in share mode");
        await Deadline.UntilAsync(
            "the journal waits for the lock", TimeSpan.FromSeconds(20), async () => await store.CountAsync($"select count(*) {JournalSessions} and wait_event_type = 'Lock'") > 0);
        await workplace.Gateway.KillAsync();
        var since = Stopwatch.StartNew();
        var before = load.Count;
        await workplace.StartAgainAsync();
        await Deadline.UntilAsync(
            "PostgreSQL ends the dead gateway's session", Workplace.Promised, async () => await store.CountAsync($"select count(*) {JournalSessions} and wait_event_type = 'Lock'") == 0);
        await holding.RollbackAsync();
        await workplace.Gateway.ReadyAsync(workplace.Courts.Http, Workplace.Promised);
        await Deadline.UntilAsync("somebody is served", Workplace.Promised, load.ReachesAsync(before + 1), () => workplace.Gateway.Said);
        await EndAsync(workplace, load, since.Elapsed);
    }

    /// <summary>
    /// A batch that was sent as a whole is finished by the server, whoever froze. Once that has waited too long, the journal asks first:
    /// stopped while its session waits for the head, it is given the head and never hears of it.
    /// </summary>
    private static async Task FreezeAskingAsync(Workplace workplace, StoreUnderTest.Postgres store)
    {
        await using var session = await store.OpenAsync();
        await using var holding = await session.BeginTransactionAsync();
        await PostgresKillPoint.RunAsync(session, "select position from journal_head for update");
        await Deadline.UntilAsync(
            "the journal asks for the head and waits",
            TimeSpan.FromSeconds(30),
            async () => await store.CountAsync($"select count(*) {JournalSessions} and wait_event_type = 'Lock' and query like '%for update%'") > 0,
            () => workplace.Gateway.Said);
        ProcessSignal.Send(workplace.Gateway.Id, "STOP");
        await holding.RollbackAsync();
    }

    private async Task EndAsync(Workplace workplace, ReceptionLoad load, TimeSpan recovery)
    {
        await load.FinishAsync(TimeSpan.FromSeconds(30));
        output.WriteLine($"seed {Rounds.Seed}; {load.Figures}; recovery {recovery.TotalSeconds:0.00} s");
        await Truth.HoldAsync(workplace.Store, load.Acknowledged, all: true, $"seed {Rounds.Seed}");
        await Truth.CountsAgreeAsync(workplace.Store, workplace.Courts, $"seed {Rounds.Seed}");
        await Truth.VerifyAsync(workplace.Store, $"seed {Rounds.Seed}");
        Assert.Empty(load.Faults);
        Assert.Empty(workplace.Gateway.Defects);
    }
}
