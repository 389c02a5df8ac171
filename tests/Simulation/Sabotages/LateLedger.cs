using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Ledger;
using PetitionMesh.Simulation.Database;

namespace PetitionMesh.Simulation.Sabotages;

/// <summary>The ledger is published by the process after the commit, in a step of its own, instead of inside the transaction.</summary>
internal sealed class LateLedger : Sabotage
{
    public override Connection Connect(SimulatedDatabase database) => new Splitting(database);

    private sealed class Splitting(SimulatedDatabase database) : Connection(database)
    {
        private readonly SimulatedDatabase _database = database;

        public override async Task<IStoreBatch> BeginAsync(BatchQuestion question, CancellationToken cancellationToken) =>
            new SplittingBatch(await base.BeginAsync(question, cancellationToken), _database);
    }

    private sealed class SplittingBatch(IStoreBatch inner, SimulatedDatabase database) : IStoreBatch
    {
        public BatchOpening Opening => inner.Opening;

        public async Task CommitAsync(BatchWrites writes, CancellationToken cancellationToken)
        {
            await inner.CommitAsync(writes with { Ledger = new LedgerChanges() }, cancellationToken);
            await Task.Yield();
            database.Store.Tables.Ledger.Apply(writes.Ledger);
        }

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
