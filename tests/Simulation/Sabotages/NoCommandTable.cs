using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Simulation.Database;

namespace PetitionMesh.Simulation.Sabotages;

/// <summary>Nothing is remembered of answered commands.</summary>
internal sealed class NoCommandTable : Sabotage
{
    public override Connection Connect(SimulatedDatabase database) => new Forgetful(database);

    private sealed class Forgetful(SimulatedDatabase database) : Connection(database)
    {
        public override async Task<IStoreBatch> BeginAsync(BatchQuestion question, CancellationToken cancellationToken) =>
            new ForgetfulBatch(await base.BeginAsync(question with { Commands = [] }, cancellationToken));

        public override Task<CommandRecord?> FindCommandAsync(CommandName name, CancellationToken cancellationToken) =>
            Task.FromResult<CommandRecord?>(null);
    }

    private sealed class ForgetfulBatch(IStoreBatch inner) : IStoreBatch
    {
        public BatchOpening Opening => inner.Opening;

        public Task CommitAsync(BatchWrites writes, CancellationToken cancellationToken) =>
            inner.CommitAsync(writes with { Commands = [] }, cancellationToken);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
