using Microsoft.Extensions.Logging.Abstractions;
using PetitionMesh.Embedded;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Journaling.Snapshots;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Journal;
using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Snapshots;
using PetitionMesh.Simulation.Database;
using PetitionMesh.Simulation.Engine;
using PetitionMesh.Simulation.People;

namespace PetitionMesh.Simulation.Processes;

/// <summary>One process from its start to its death: the real host, the real grains, the real group commit, on a lane of their own.</summary>
internal sealed class SimulatedProcess
{
    private readonly World _world;
    private readonly Lane _lane;
    private readonly LaneTime _time;
    private readonly Connection _connection;
    private readonly GroupCommitJournal _journal;
    private readonly EmbeddedHost _host;
    private readonly Desk _desk;
    private readonly Vault _vault;
    private readonly HashSet<TaskCompletionSource<Reply>> _asked = [];

    public SimulatedProcess(string name, World world, Connection connection, Keyring keyring, ProcessBounds bounds, Func<IJournal, IJournal> dress)
    {
        Name = name;
        _world = world;
        _connection = connection;
        connection.TakesGuesses = bounds.Guesses;
        _lane = world.NewLane(name);
        _time = new LaneTime(world, _lane);
        _journal = new GroupCommitJournal(connection, bounds.ToJournalOptions(), _time, newBatchId: world.Chance.NewGuid);
        var journal = dress(_journal);
        var options = new EmbeddedHostOptions
        {
            Executor = _lane,
            Time = _time,
            StepsPerSlice = 1,
            IdleAfter = bounds.IdleAfter,
            MaxQueuedCalls = bounds.MostQueuedCalls,
        };
        _vault = new Vault(keyring, journal);
        var snapshots = new StreamSnapshots<CaseState>(
            new JournalSnapshots(connection, _journal, NullLogger.Instance), keyring, bounds.Snapshots, CaseStateJson.Default.CaseState, NullLogger.Instance);
        _host = new EmbeddedHost(new GrainServices(journal, _vault, snapshots), options, typeof(PetitionerGrain).Assembly);
        _desk = new Desk(_host, journal, keyring, what => world.Note(name, what));
    }

    public string Name { get; }

    public bool IsReady { get; private set; }

    public bool IsDead => _lane.IsDead;

    /// <summary>Opens the journal, again and again while the database does not answer, as whatever restarts processes would.</summary>
    public void Start() => _lane.Run(async () =>
    {
        while (!IsReady)
        {
            try
            {
                await _journal.StartAsync(_lane, CancellationToken.None);
                await _host.StartAsync(CancellationToken.None);
                IsReady = true;
                _world.Note(Name, () => "ready");
            }
            catch (JournalUnavailableException)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), _time);
            }
        }
    });

    /// <summary>Sends a request in. When the process dies the answer may never come; the caller's own clock then ends the wait.</summary>
    public Task<Reply> AskAsync(Request request, LaneTime caller, TimeSpan patience) => AskAsync(desk => desk.HandleAsync(request), caller, patience);

    /// <summary>Asks the desk for something else, with the same patience.</summary>
    public async Task<Reply> AskAsync(Func<Desk, Task<Reply>> work, LaneTime caller, TimeSpan patience)
    {
        // Not WaitAsync: it would finish on the thread pool, away from the lanes.
        var answer = Send(work);
        await using var timer = caller.CreateTimer(_ => answer.TrySetResult(new Reply.Unknown("no answer in time")), null, patience, Timeout.InfiniteTimeSpan);
        return await answer.Task;
    }

    /// <summary>Asks the desk for something on the process's own lane.</summary>
    public Task<Reply> Ask(Func<Desk, Task<Reply>> work) => Send(work).Task;

    /// <summary>Dies between two steps. Callers see their connection reset, or nothing at all until they give up.</summary>
    public void Crash(bool resets)
    {
        _world.Note(Name, () => "crashes");
        _lane.Kill();
        _connection.Break();
        if (!resets)
            return;
        foreach (var answer in _asked)
            answer.TrySetResult(new Reply.Unknown("connection reset"));
    }

    /// <summary>Hears, sooner or later, that keys were erased somewhere: the news of the journal that every process follows.</summary>
    public void HearOfErasure(TimeSpan after) => _lane.Run(async () =>
    {
        await Task.Delay(after, _time);
        _vault.Forget();
    });

    /// <summary>Stands still, as a machine does that is paused or swaps.</summary>
    public void Freeze(TimeSpan span)
    {
        _world.Note(Name, () => $"freezes for {span.TotalSeconds:0.0} s");
        _lane.FrozenUntil = _world.Now + span;
    }

    private TaskCompletionSource<Reply> Send(Func<Desk, Task<Reply>> work)
    {
        var answer = new TaskCompletionSource<Reply>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked.Add(answer);
        _lane.Run(async () =>
        {
            try
            {
                answer.TrySetResult(await work(_desk));
            }
            catch (Exception bug)
            {
                _world.Bug ??= bug;
                answer.TrySetResult(new Reply.Unknown("500"));
            }

            _asked.Remove(answer);
        });
        return answer;
    }
}
