using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Simulation.Database;
using PetitionMesh.Simulation.Engine;
using PetitionMesh.Simulation.People;
using PetitionMesh.Simulation.Sabotages;

namespace PetitionMesh.Simulation.Processes;

/// <summary>The processes of the city: one, or two that share the database and hold the same grains, as after a split. The dead are replaced.</summary>
internal sealed class City
{
    private readonly World _world;
    private readonly Faults _faults;
    private readonly SimulatedDatabase _database;
    private readonly Sabotage _sabotage;
    private readonly ProcessBounds _bounds;
    private readonly LaneTime _outside;
    private readonly SimulatedProcess[] _processes;
    private readonly KeyFile _keys;
    private readonly Action<string> _broken;
    private int _born;

    public City(World world, Faults faults, SimulatedDatabase database, Sabotage sabotage, LaneTime outside, Action<string> broken)
    {
        (_world, _faults, _database, _sabotage, _outside, _broken) = (world, faults, database, sabotage, outside, broken);
        _bounds = ProcessBounds.Draw(world.Chance, faults.IsCalm);
        _keys = KeyFile.Create(development: true, world.Chance.Fill);
        _processes = new SimulatedProcess[world.Chance.Odds(0.7) ? 2 : 1];
        for (var i = 0; i < _processes.Length; i++)
            _processes[i] = Begin();
        database.Committed += writes => SpreadErasures(writes);
    }

    public KeyFile Keys => _keys;

    public bool IsWhole => _processes.All(p => p.IsReady && !p.IsDead);

    /// <summary>A court keeps to the process it is used to, while it is there: what is stale in it must heal by itself.</summary>
    public SimulatedProcess? ReadyFor(int habit)
    {
        var usual = _processes[habit % _processes.Length];
        return usual.IsReady && !usual.IsDead ? usual : AnyReady();
    }

    public SimulatedProcess? AnyReady()
    {
        var ready = Array.FindAll(_processes, p => p.IsReady && !p.IsDead);
        return ready.Length == 0 ? null : _world.Chance.Pick(ready);
    }

    /// <summary>Between two steps: sometimes one of the processes dies or stands still.</summary>
    public void Trouble()
    {
        if (_faults.Crashes())
            Crash(_world.Chance.Below(_processes.Length));
        if (_faults.Freezes() && _world.Chance.Pick(_processes) is { IsDead: false } frozen)
            frozen.Freeze(_faults.Pause(20));
    }

    /// <summary>Where nothing goes wrong, nothing may end in doubt: a time-out there is a deadlock.</summary>
    public void NoteUnknown(Request request, Reply.Unknown unknown)
    {
        if (_faults.IsCalm)
            _broken($"{request.Id.Key} was left in doubt although nothing went wrong: {unknown.Why}");
    }

    /// <summary>Everyone dies and is replaced, so that every grain must replay what is there.</summary>
    public void RestartAll()
    {
        for (var i = 0; i < _processes.Length; i++)
        {
            if (!_processes[i].IsDead)
                _processes[i].Crash(resets: true);
            _processes[i] = Begin();
        }
    }

    private void SpreadErasures(BatchWrites writes)
    {
        if (writes.Erased.IsEmpty)
            return;
        foreach (var process in _processes.Where(p => !p.IsDead))
            process.HearOfErasure(_faults.Pause(1));
    }

    private void Crash(int index)
    {
        if (_processes[index].IsDead)
            return;
        _processes[index].Crash(_faults.Even());
        // The timer outlives the process: it belongs to whoever watches over it.
        _outside.CreateTimer(_ => Replace(index), null, _faults.Pause(5), Timeout.InfiniteTimeSpan);
    }

    private void Replace(int index)
    {
        if (_processes[index].IsDead)
            _processes[index] = Begin();
    }

    private SimulatedProcess Begin()
    {
        var connection = _sabotage.Connect(_database);
        var keyring = new Keyring(_keys, _world.Chance.Fill);
        var process = new SimulatedProcess($"silo-{++_born}", _world, connection, keyring, _bounds, _sabotage.Dress);
        process.Start();
        return process;
    }
}
