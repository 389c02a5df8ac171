using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.Access;
using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Integrity;

namespace PetitionMesh.Journal;

/// <summary>Opens the journal with the process, keeps it up (exported heads, forgotten commands) and closes it when all else has stopped.</summary>
internal sealed class JournalHost(
    IJournalStore store,
    GroupCommitJournal journal,
    AccessLog accesses,
    HeadExport heads,
    JournalOptions options,
    TimeProvider time,
    ILogger logger) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private Task _upkeep = Task.CompletedTask;

    /// <exception cref="JournalOutOfReachException">The store cannot be opened; the process cannot start.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        _upkeep = Task.WhenAll(
            KeepsHeads ? EveryAsync(options.HeadExport, heads.ExportAsync) : Task.CompletedTask,
            EveryAsync(options.CleaningPause, ForgetAsync),
            EveryAsync(options.Presence, () => store.StayAsync()));
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await journal.StartAsync(TaskScheduler.Default, cancellationToken);
            if (await JournalUpkeep.RenewAsync(store, cancellationToken) is { } renewed)
                JournalLog.LedgerRenewed(logger, renewed.Events);
        }
        catch (Exception failure) when (JournalOutOfReachException.Explains(failure))
        {
            throw new JournalOutOfReachException(options, failure);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _upkeep;
        await accesses.DisposeAsync();
        await journal.DisposeAsync();
        if (KeepsHeads)
            await heads.ExportAsync();
    }

    public void Dispose() => _stopping.Dispose();

    /// <summary>A journal that ends with the process has no head that could be held against it.</summary>
    private bool KeepsHeads => options.Provider != JournalProvider.Memory;

    private async Task EveryAsync(TimeSpan period, Func<Task> act)
    {
        using var timer = new PeriodicTimer(period, time);
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token))
                await act();
        }
        catch (OperationCanceledException)
        {
            // The process stops.
        }
    }

    private async Task ForgetAsync()
    {
        try
        {
            await journal.ForgetOldCommandsAsync();
        }
        catch (JournalException failure)
        {
            JournalLog.CommandsNotForgotten(logger, failure);
        }
    }
}
