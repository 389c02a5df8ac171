using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using PetitionMesh.Gateway.Imports.Sheets;
using PetitionMesh.Gateway.Settings;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Gateway.Imports;

/// <summary>
/// Holds all imports and runs them one after the other. After a restart those that had not ended go on: they begin anew, and what
/// was taken in before is recognised by its command and counted as at first.
/// </summary>
internal sealed partial class ImportHall(
    ImportStore store,
    MatterDesk desk,
    ICityDirectory city,
    Keyring keyring,
    KeyFile keys,
    IOptions<LimitsOptions> limits,
    TimeProvider time,
    ILogger<ImportHall> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, ImportJob> _jobs = new(StringComparer.Ordinal);
    private readonly Channel<ImportJob> _waiting = Channel.CreateUnbounded<ImportJob>();
    private readonly byte[] _hashKey = HMACSHA256.HashData(keys.PetitionerKey, "petition-mesh import row"u8);
    private readonly Lock _accepting = new();
    private int _open;

    public ImportJob? Find(string id) => _jobs.GetValueOrDefault(id);

    /// <summary>Stores the sheet, sealed, and queues it.</summary>
    /// <returns>The import; the one that is there when the id is known; null when too many wait or the disk takes no more.</returns>
    public ImportJob? Accept(ImportManifest manifest, byte[] sheet)
    {
        lock (_accepting)
        {
            if (Find(manifest.Id) is { } known)
                return known;
            if (Volatile.Read(ref _open) >= limits.Value.WaitingImports)
                return null;
            try
            {
                store.Save(manifest, sheet);
            }
            catch (IOException full)
            {
                NotKept(log, manifest.Id, full);
                return null;
            }
            return Queue(manifest);
        }
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var manifest in store.Load())
        {
            if (manifest.Ended is null)
                Queue(manifest);
            else
            {
                _jobs[manifest.Id] = new ImportJob(manifest);
                store.ForgetSheet(manifest.Id);
            }
        }
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var job in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            await RunAsync(job, stoppingToken);
            Interlocked.Decrement(ref _open);
        }
    }

    private ImportJob Queue(ImportManifest manifest)
    {
        var job = _jobs[manifest.Id] = new ImportJob(manifest);
        Interlocked.Increment(ref _open);
        _waiting.Writer.TryWrite(job);
        return job;
    }

    private async Task RunAsync(ImportJob job, CancellationToken stoppingToken)
    {
        ImportView ended;
        try
        {
            var now = time.GetUtcNow();
            await Of(job, now).RunAsync(store.OpenSheet(job.Manifest.Id), city.Current.DayOf(now), stoppingToken);
            ended = job.Done;
        }
        catch (SheetUnreadableException unreadable)
        {
            ended = job.Failed(unreadable.Message);
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            Failed(log, job.Manifest.Id, bug);
            ended = job.Failed("导入因系统内部错误中止，已导入的行保持有效；请将导入编号告知运维人员，处理后重新上传。");
        }
        await KeepAsync(job.Manifest with { Ended = ended }, stoppingToken);
        job.End(ended);
    }

    private ISheetImport Of(ImportJob job, DateTimeOffset now) => job.Manifest.Kind switch
    {
        ImportKinds.FirstRequests => new FirstRequestImport(
            job, new FirstRequestCommands(job.Manifest, city.Current, keyring, _hashKey, now), desk, limits.Value.ImportConcurrency),
        _ => new UnresolvedImport(job, new MatterCommands(job.Manifest, city.Current, keyring, _hashKey, now), desk, limits.Value.ImportConcurrency),
    };

    /// <summary>A disk that is full now has room later; a hall that gave up would take the whole process with it.</summary>
    private async Task KeepAsync(ImportManifest manifest, CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                store.Save(manifest);
                store.ForgetSheet(manifest.Id);
                return;
            }
            catch (IOException full)
            {
                NotKept(log, manifest.Id, full);
            }
            await Task.Delay(Pause, time, stoppingToken);
        }
    }

    [LoggerMessage(1020, LogLevel.Error, "Import {Import} failed; this is a bug. Rows that are through stay.")]
    private static partial void Failed(ILogger log, string import, Exception e);

    [LoggerMessage(1021, LogLevel.Warning, "Import {Import} cannot be kept on the disk now.")]
    private static partial void NotKept(ILogger log, string import, Exception e);
}
