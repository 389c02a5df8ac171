namespace PetitionMesh.Bench.InProcess;

/// <summary>What the city's people cost in memory: as many petitioners and cases as asked for, each with one reception, all active.</summary>
internal static class ActivationMemory
{
    /// <returns>Managed bytes above the process with everything loaded and one person in it, after blocking collections.</returns>
    /// <exception cref="InvalidOperationException">A reception was not registered, or activations are missing: the figure would lie.</exception>
    public static async Task<long> MeasureAsync(int people)
    {
        using var court = new CourtInProcess(new ForgetfulJournal());
        await court.ReceiveAsync(0).ConfigureAwait(false);
        var before = Heap();
        for (var person = 1; person <= people; person++)
            await court.ReceiveAsync(person).ConfigureAwait(false);
        var after = Heap();
        if (court.Activations != 2L * (people + 1))
            throw new InvalidOperationException($"{court.Activations} activations are alive, not {2L * (people + 1)}.");
        return after - before;
    }

    private static long Heap()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
