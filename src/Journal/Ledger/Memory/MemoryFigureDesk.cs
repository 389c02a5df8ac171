namespace PetitionMesh.Journal.Ledger.Memory;

/// <summary>Figures of the memory ledger. A report during which something was committed is composed again.</summary>
internal sealed class MemoryFigureDesk(MemoryLedger ledger) : IFigureDesk
{
    public async Task<T> ReadAsync<T>(Func<IFigures, Task<T>> compose, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var figures = new MemoryFigures(ledger);
            var before = await figures.PointAsync();
            var report = await compose(figures);
            if (await figures.PointAsync() == before)
                return report;
        }
    }
}
