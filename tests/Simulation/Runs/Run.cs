using PetitionMesh.Simulation.Database;
using PetitionMesh.Simulation.Engine;
using PetitionMesh.Simulation.Invariants;
using PetitionMesh.Simulation.People;
using PetitionMesh.Simulation.Processes;
using PetitionMesh.Simulation.Sabotages;

namespace PetitionMesh.Simulation.Runs;

/// <summary>
/// One seed from beginning to end: courts register while things go wrong, then all is well again and everyone must be served, then
/// everything is restarted and what was promised is held against what is written.
/// </summary>
internal sealed class Run
{
    private static readonly DateTimeOffset Begin = new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero);

    /// <summary>Trouble lasts at most so long; after it nothing has a reason to fail.</summary>
    private static readonly TimeSpan MostTrouble = TimeSpan.FromSeconds(60);

    /// <summary>From then on everyone must have an answer within this: several times the longest time-out of the system.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>No run needs nearly so many; one that does turns in circles.</summary>
    private const long MostSteps = 400_000;

    private readonly long _seed;
    private readonly Findings _findings = new();
    private readonly World _world;
    private readonly Faults _faults;
    private readonly SimulatedDatabase _database;
    private readonly Population _people;
    private readonly Book _book;
    private readonly City _city;
    private readonly Lane _outside;
    private readonly LaneTime _outsideTime;

    private Run(long seed, Sabotage sabotage, bool keepsTrace)
    {
        _seed = seed;
        var chance = new Chance(seed);
        _world = new World(chance, new Trace(keepsTrace), Begin);
        _faults = new Faults(chance);
        _outside = _world.NewLane("courts");
        _outsideTime = new LaneTime(_world, _outside);
        _database = new SimulatedDatabase(_world, _faults);
        _people = new Population(chance);
        _book = new Book(Broken, _database.Store.Tables);
        _city = new City(_world, _faults, _database, sabotage, _outsideTime, Broken);
    }

    public static RunResult Of(long seed, Sabotage? sabotage = null, bool keepsTrace = false)
    {
        // Whatever context the caller has must not leak into the run: awaits prefer it to the lane.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return new Run(seed, sabotage ?? Sabotage.None, keepsTrace).Go();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private RunResult Go()
    {
        try
        {
            var clerks = StartClerks();
            StepUntil(() => clerks.IsCompleted || _world.Elapsed > MostTrouble, _city.Trouble, long.MaxValue);
            _faults.Rest();
            _world.Note("world", () => "all is well from now on");
            Settle(() => clerks.IsCompleted, "Somebody waits for ever for an answer.");
            Audit();
            if (_findings.AreEmpty)
                CheckReplay();
        }
        catch (Exception bug)
        {
            _findings.Add(bug.ToString());
        }

        if (_world.Bug is { } thrown)
            _findings.Add($"Thrown where nobody should: {thrown}");
        _world.Trace.Mix(_database.Store.Tables.Head.Position);
        foreach (var part in _database.Store.Tables.Head.Hash)
            _world.Trace.Mix(part);
        return new RunResult(
            _seed, _world.Trace.Hash, _findings.All, _world.Trace.Lines, _world.Steps, _database.Store.Tables.Events.Count, _book.Promises.Count(p => p.Winner is not null));
    }

    private Task StartClerks()
    {
        var calendar = new Calendar(_world);
        var requests = new Requests(_world.Chance, calendar, _people);
        var clerks = new List<Task>();
        for (var i = _world.Chance.Between(2, 5); i > 0; i--)
        {
            var clerk = new Clerk($"clerk-{i}", _world, _outsideTime, calendar, _city, requests, _people, _book, shown => LookUpAudit.Check(_database.Store.Tables, shown, _findings));
            var commands = _world.Chance.Between(1, 4);
            clerks.Add(_outside.Run(() => clerk.WorkAsync(commands)));
        }

        return Task.WhenAll(clerks);
    }

    /// <summary>
    /// After a restart of everything, look-ups show exactly what the events say: every stream can be replayed. What was on its way
    /// when all died may have been written since, and is held to the same.
    /// </summary>
    private void CheckReplay()
    {
        _city.RestartAll();
        Settle(() => _city.IsWhole && _database.Transactions == 0, "A process does not come up again.");
        if (_city.AnyReady() is not { } process)
            return;
        var history = Audit();
        var looking = _outside.Run(async () =>
        {
            await ReplayAudit.CheckAsync(process, _people, history, _findings);
            await ReplayAudit.CheckAsync(process, _book, _findings);
        });
        Settle(() => looking.IsCompleted, "A look-up waits for ever.");
        if (looking.IsFaulted)
            _findings.Add(looking.Exception.ToString());
    }

    private CaseHistory Audit()
    {
        var tables = _database.Store.Tables;
        var history = new CaseHistory(tables);
        JournalAudit.Check(tables, _findings);
        var erased = SealingAudit.Check(tables, history, _city.Keys, _findings);
        CaseAudit.Check(history, _findings);
        PromiseAudit.Check(tables, history, _book, _findings);
        LedgerAudit.Check(tables, history, _findings);
        SnapshotAudit.Check(tables, history, _findings);
        RegisterAudit.Check(tables, new RegisterHistory(tables), _book, erased, _findings);
        return history;
    }

    private void Settle(Func<bool> done, string otherwise)
    {
        var until = _world.Elapsed + Patience;
        StepUntil(() => done() || _world.Elapsed > until, () => { }, MostSteps);
        _findings.Require(done(), otherwise);
    }

    private void StepUntil(Func<bool> done, Action between, long mostSteps)
    {
        var end = mostSteps == long.MaxValue ? mostSteps : _world.Steps + mostSteps;
        while (!done() && _findings.AreEmpty && _world.Bug is null && _world.Steps < end && _world.Step())
            between();
    }

    private void Broken(string what)
    {
        _world.Note("world", () => $"BROKEN: {what}");
        _findings.Add(what);
    }
}
