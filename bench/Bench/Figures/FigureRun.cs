using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Bench.Figures;

/// <summary>Loads the journal to each size and asks the same questions there.</summary>
internal static class FigureRun
{
    /// <summary>Blocks on their way at once.</summary>
    private const int Waiting = 24;

    /// <summary>Times a block is brought before the load gives up.</summary>
    private const int Attempts = 10;

    /// <summary>Times each question is asked; the median is told.</summary>
    private const int Times = 41;

    private static readonly (string Name, int Days, string? Court)[] Questions =
    [
        ("a day, one court", 1, "dg"), ("a day, the city", 1, null), ("a fortnight, one court", 14, "dg"), ("a fortnight, the city", 14, null),
        ("a year, one court", 365, "dg"), ("a year, the city", 365, null),
    ];

    public static async Task<string> MeasureAsync(string connection, IReadOnlyList<int> sizes, CancellationToken cancel)
    {
        var directory = Directory.CreateTempSubdirectory("petition-mesh-figures-").FullName;
        await using var services = new ServiceCollection().AddLogging()
            .AddJournal(new JournalOptions { Provider = JournalProvider.Postgres, ConnectionString = connection, DataDirectory = directory })
            .BuildServiceProvider();
        foreach (var hosted in services.GetServices<IHostedService>())
            await hosted.StartAsync(cancel).ConfigureAwait(false);
        try
        {
            var table = new StringBuilder("| receptions | loaded at | " + string.Join(" | ", Questions.Select(q => q.Name)) + " |\n| --- | --- |" + string.Concat(Questions.Select(_ => " --- |")) + "\n");
            foreach (var size in sizes)
            {
                var speed = await LoadAsync(services, size, cancel).ConfigureAwait(false);
                await RunAsync(connection, "analyze").ConfigureAwait(false);
                var (cells, plain) = (new List<string>(), new List<string>());
                foreach (var (_, days, court) in Questions)
                {
                    cells.Add(await AskAsync(services.GetRequiredService<IFigureDesk>(), days, court, cancel).ConfigureAwait(false));
                    plain.Add(await GroupAsync(connection, days, court, size).ConfigureAwait(false));
                }
                table.Append(CultureInfo.InvariantCulture, $"| {size:#,0} | {(speed > 0 ? $"{speed:#,0}/s" : "before")} | {string.Join(" | ", cells)} |\n");
                table.Append(CultureInfo.InvariantCulture, $"| GROUP BY over them | | {string.Join(" | ", plain)} |\n");
                await Console.Error.WriteLineAsync(table.ToString()).ConfigureAwait(false);
            }
            return table + "\nMilliseconds at the store, median of " + Times + " (largest in brackets), split by court and channel; the GROUP BY has an index on (court, city_day).\n";
        }
        finally
        {
            foreach (var hosted in services.GetServices<IHostedService>().Reverse())
                await hosted.StopAsync(CancellationToken.None).ConfigureAwait(false);
            Directory.Delete(directory, recursive: true);
        }
    }

    /// <returns>Receptions per second; 0 when they were all there.</returns>
    private static async Task<double> LoadAsync(ServiceProvider services, int size, CancellationToken cancel)
    {
        var journal = services.GetRequiredService<IJournal>();
        var there = await CountAsync(services, cancel).ConfigureAwait(false);

        // Blocks in flight when a run was stopped may be there or not: they are asked again, and a conflict says that they are.
        var from = (int)Math.Max(0, (there / Years.Block) - (2 * Waiting));
        var to = size / Years.Block;
        if (there >= size)
            return 0;
        using var room = new SemaphoreSlim(Waiting);
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var start = Stopwatch.GetTimestamp();
        var all = new List<Task>();
        for (var block = from; block < to; block++)
        {
            // A block that failed ends the load: another run looks back only as far as blocks can have been on their way.
            if (failed.IsCancellationRequested)
                break;
            await room.WaitAsync(cancel).ConfigureAwait(false);
            all.Add(WriteAsync(journal, block, room, failed));
            if (block % 1000 == 0)
            {
                await Console.Error.WriteLineAsync($"{block * Years.Block:#,0} of {size:#,0}").ConfigureAwait(false);
                all.RemoveAll(t => t.IsCompletedSuccessfully);
            }
        }
        await Task.WhenAll(all).ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
        if (await CountAsync(services, cancel).ConfigureAwait(false) is var loaded && loaded != (long)to * Years.Block)
            throw new InvalidOperationException($"{loaded:#,0} receptions are there, not {(long)to * Years.Block:#,0}: the database was filled by something else too, or holds a gap.");
        return (to - from) * (double)Years.Block / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task<long> CountAsync(ServiceProvider services, CancellationToken cancel)
    {
        var counts = await services.GetRequiredService<ILedger>()
            .CountReceptionsAsync(Years.First, Years.First.AddDays(Years.Days), CountsBy.Nothing, null, cancel).ConfigureAwait(false);
        return counts.Rows.IsEmpty ? 0 : counts.Rows[0].Receptions;
    }

    private static async Task WriteAsync(IJournal journal, int block, SemaphoreSlim room, CancellationTokenSource failed)
    {
        try
        {
            await Task.Yield();
            var (opening, returning) = Years.BlockOf(block);
            foreach (var append in (Append[])[opening, returning])
            {
                if (await AppendAsync(journal, append).ConfigureAwait(false) is not (AppendResult.Appended or AppendResult.Conflict))
                    throw new InvalidOperationException("A block was neither written nor there.");
            }
        }
        catch
        {
            await failed.CancelAsync().ConfigureAwait(false);
            throw;
        }
        finally
        {
            room.Release();
        }
    }

    /// <summary>A busy machine may keep a batch waiting; asked again, a conflict says that it is there.</summary>
    private static async Task<AppendResult> AppendAsync(IJournal journal, Append append)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await journal.AppendAsync(append, CancellationToken.None).ConfigureAwait(false);
            }
            catch (JournalException) when (attempt < Attempts)
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt)).ConfigureAwait(false);
            }
        }
    }

    private static async Task<string> AskAsync(IFigureDesk ledger, int days, string? court, CancellationToken cancel)
    {
        var (from, to) = Range(days);
        return await TimedAsync(async () =>
        {
            var counts = await ledger.ReadAsync(
                f => f.ReceptionsAsync(from, to, CountsBy.Court | CountsBy.Channel, court is null ? null : new CourtId(court)), cancel).ConfigureAwait(false);
            if (counts.Rows.IsEmpty)
                throw new InvalidOperationException("Nothing was counted.");
        }, Times).ConfigureAwait(false);
    }

    private static async Task<string> GroupAsync(string connection, int days, string? court, int size)
    {
        await RunAsync(connection, "create index if not exists bench_court_day on reception (court, city_day)").ConfigureAwait(false);
        var (from, to) = Range(days);
        await using var source = NpgsqlDataSource.Create(connection);
        return await TimedAsync(async () =>
        {
            await using var command = source.CreateCommand(
                "select court, channel, count(*), count(*) filter (where first), count(*) filter (where collective), count(*) filter (where skip_level), sum(headcount) from reception where city_day between $1 and $2 and ($3::text is null or court = $3) group by court, channel");
            command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = from });
            command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = to });
            command.Parameters.Add(new NpgsqlParameter { Value = (object?)court ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
            await using var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
            while (await reader.ReadAsync().ConfigureAwait(false))
            {
            }
        }, size >= 1_000_000 ? 5 : 11).ConfigureAwait(false);
    }

    private static (DateOnly From, DateOnly To) Range(int days)
    {
        var from = new DateOnly(2025, 3, 4);
        return (from, from.AddDays(days - 1));
    }

    private static async Task<string> TimedAsync(Func<Task> ask, int times)
    {
        var taken = new List<double>();
        for (var i = 0; i < times + 3; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await ask().ConfigureAwait(false);
            if (i >= 3)
                taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        taken.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"{taken[taken.Count / 2]:0.00} ({taken[^1]:0.0})");
    }

    private static async Task RunAsync(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
#pragma warning disable CA2100 // Constant statements.
        await using var command = source.CreateCommand(sql);
#pragma warning restore CA2100
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync().ConfigureAwait(false);
    }
}
