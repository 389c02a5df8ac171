using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Runtime;
using PetitionMesh.Grains;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Silo.City;

/// <summary>
/// Makes the city ready at start: compares the keys with the journal's, loads the city document into an empty journal, then
/// keeps the snapshot fresh.
/// </summary>
public sealed partial class CityStart(
    IGrainFactory grains,
    CityDirectory directory,
    Keyring keyring,
    IOptions<CityOptions> options,
    TimeProvider time,
    ILogger<CityStart> log) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var city = grains.GetGrain<ICityGrain>(ICityGrain.Key);
        await CompareKeysAsync(city, cancellationToken);
        await directory.RefreshAsync(cancellationToken);
        if (!directory.IsLoaded)
        {
            await LoadFirstAsync(city, cancellationToken);
            await directory.RefreshAsync(cancellationToken);
        }
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(options.Value.Refresh, time);
        try
        {
            while (await ticks.WaitForNextTickAsync(stoppingToken))
                await RefreshAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopped();
        }
    }

    /// <summary>
    /// The first call to a grain of a cluster may go to a silo that just came or went. Comparing twice is harmless, so it is
    /// repeated; whoever started the process decides how long that may go on.
    /// </summary>
    private async Task CompareKeysAsync(ICityGrain city, CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        while (true)
        {
            try
            {
                if (await city.FixKeysAsync(keyring.Fingerprint, time.GetUtcNow()))
                    return;
                throw new InvalidDataException(CityReading.OtherKeys);
            }
            catch (Exception passing) when (passing is TimeoutException or OrleansException && time.GetElapsedTime(since) < options.Value.StartPatience)
            {
                LogStartsAgain(passing.Message);
                await Task.Delay(options.Value.Refresh, time, cancellationToken);
            }
        }
    }

    private async Task RefreshAsync(CancellationToken stoppingToken)
    {
        try
        {
            await directory.RefreshAsync(stoppingToken);
        }
        catch (JournalException unavailable)
        {
            LogNotRefreshed(unavailable);
        }
    }

    private async Task LoadFirstAsync(ICityGrain city, CancellationToken cancellationToken)
    {
        var path = options.Value.File;
        var document = await ReadAsync(path, cancellationToken);
        var seat = document.Courts.IsDefaultOrEmpty ? null : document.Courts.FirstOrDefault(c => c.Tier == CourtTier.Intermediate);
        if (seat is null)
            throw new InvalidDataException($"城市资料 {path} 不能使用：courts 中没有中级法院（tier 为 intermediate）。");
        var system = new Actor("system", "system", seat.Id, Role.Supervisor);
        var loaded = await city.LoadAsync(document, system, time.GetUtcNow(), expectedVersion: null);
        if (loaded.Refusal is { } refusal)
            throw new InvalidDataException($"城市资料 {path} 不能使用：{refusal.Detail}");
        LogLoaded(path, document.Courts.Length, document.Leaders.Length);
    }

    /// <exception cref="InvalidDataException">Missing, or no city document; the message is a sentence for the operator.</exception>
    private static async Task<CityDocument> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            throw new InvalidDataException($"找不到城市资料 {path}：请以 City:File 指明。");
        await using var file = File.OpenRead(path);
        try
        {
            return await JsonSerializer.DeserializeAsync(file, EventsJson.Default.CityDocument, cancellationToken)
                ?? throw new InvalidDataException($"城市资料 {path} 是空的。");
        }
        catch (JsonException malformed)
        {
            throw new InvalidDataException($"城市资料 {path} 不能使用：第 {malformed.LineNumber + 1} 行附近（{malformed.Path}）不是有效的 JSON 内容。", malformed);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "City loaded from {Path}: {Courts} courts, {Leaders} leaders")]
    private partial void LogLoaded(string path, int courts, int leaders);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The city could not be refreshed; the last snapshot stays in force")]
    private partial void LogNotRefreshed(Exception reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The city's grain does not answer yet, asking again: {Reason}")]
    private partial void LogStartsAgain(string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The city is no longer refreshed: the process stops")]
    private partial void LogStopped();
}
