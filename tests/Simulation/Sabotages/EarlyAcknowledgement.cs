using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Simulation.Database;

namespace PetitionMesh.Simulation.Sabotages;

/// <summary>The store says "committed" as soon as the commit is sent.</summary>
internal sealed class EarlyAcknowledgement : Sabotage
{
    public override Connection Connect(SimulatedDatabase database) => new Hasty(database);

    private sealed class Hasty(SimulatedDatabase database) : Connection(database)
    {
        public override async Task<IStoreBatch> BeginAsync(BatchQuestion question, CancellationToken cancellationToken) =>
            new HastyBatch(await base.BeginAsync(question, cancellationToken));
    }

    private sealed class HastyBatch(IStoreBatch inner) : IStoreBatch
    {
        public BatchOpening Opening => inner.Opening;

        public Task CommitAsync(BatchWrites writes, CancellationToken cancellationToken)
        {
            _ = inner.CommitAsync(writes, cancellationToken);
            return Task.CompletedTask;
        }

        /// <summary>The commit that is under way ends the transaction.</summary>
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
