using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Memory;
using PetitionMesh.Simulation.Engine;

namespace PetitionMesh.Simulation.Database;

/// <summary>
/// The one database of the city: the real memory store on a machine of its own, which outlives every process. Requests and
/// answers travel, and on the way they are late or lost.
/// </summary>
internal sealed class SimulatedDatabase(World world, Faults faults)
{
    private readonly Lane _lane = world.NewLane("database");

    public MemoryStore Store { get; } = new();

    public World World => world;

    public Faults Faults => faults;

    public LaneTime Time => field ??= new LaneTime(world, _lane);

    /// <summary>Open now. One whose process died may yet commit: what was on its way arrives.</summary>
    public int Transactions { get; set; }

    /// <summary>Called after every commit, with what was written.</summary>
    public Action<BatchWrites>? Committed { get; set; }

    public void Note(Func<string> what) => world.Note("database", what);

    /// <summary>Sends <paramref name="work"/> there and its answer back.</summary>
    public Task<T> Ask<T>(Connection from, Func<Task<T>> work)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Start(async () =>
        {
            try
            {
                await TravelAsync();
                if (from.IsDead)
                    return;
                if (faults.Unreachable())
                    throw new StoreUnreachableException("Simulated: no connection.");
                var result = await work();
                await TravelAsync();
                answer.TrySetResult(result);
            }
            catch (Exception failure)
            {
                answer.TrySetException(failure);
            }
        });
        return answer.Task;
    }

    /// <summary>Starts something on the database's own machine.</summary>
    public void Start(Func<Task> work) => _lane.Run(async () =>
    {
        try
        {
            await work();
        }
        catch (Exception bug)
        {
            world.Bug ??= bug;
        }
    });

    public async Task TravelAsync()
    {
        var delay = faults.Delay();
        if (delay > TimeSpan.Zero)
            await Task.Delay(delay, Time);
        else if (faults.Even())
            await Task.Yield();
    }

    public Task PauseAsync(TimeSpan span) => Task.Delay(span, Time);
}
