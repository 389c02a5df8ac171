using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Simulation.Database;

namespace PetitionMesh.Simulation.Sabotages;

/// <summary>A commit whose answer was lost is taken for done instead of being settled.</summary>
internal sealed class TakingDoubtForSuccess : Sabotage
{
    public override Connection Connect(SimulatedDatabase database) => new Believing(database);

    private sealed class Believing(SimulatedDatabase database) : Connection(database)
    {
        public override async Task<IStoreBatch> BeginAsync(BatchQuestion question, CancellationToken cancellationToken) =>
            new BelievingBatch(await base.BeginAsync(question, cancellationToken));
    }

    private sealed class BelievingBatch(IStoreBatch inner) : IStoreBatch
    {
        public BatchOpening Opening => inner.Opening;

        public async Task CommitAsync(BatchWrites writes, CancellationToken cancellationToken)
        {
            try
            {
                await inner.CommitAsync(writes, cancellationToken);
            }
            catch (StoreInDoubtException)
            {
                // This is the defect.
            }
        }

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
