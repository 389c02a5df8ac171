using System.Globalization;
using PetitionMesh.Bench.InProcess;
using PetitionMesh.Bench.Journal;
using PetitionMesh.Bench.Postgres;

namespace PetitionMesh.Bench.Comparison;

/// <summary>What this database takes at most: raw inserts of the very bytes that receptions append (d).</summary>
internal static class JournalRounds
{
    private const int Captured = 20_000;

    public static async Task<IReadOnlyList<string>> RunAsync(RunOptions options, PrivatePostgres postgres)
    {
        var appends = await CapturedReceptions.MakeAsync(Captured).ConfigureAwait(false);
        await using var raw = await RawInsert.OpenAsync(postgres).ConfigureAwait(false);
        await raw.RunAsync(appends, options.JournalBatch, 1).ConfigureAwait(false);
        var rates = new List<(double Appends, double Events)>();
        for (var round = 1; round <= options.Rounds; round++)
        {
            rates.Add(await raw.RunAsync(appends, options.JournalBatch, options.Seconds).ConfigureAwait(false));
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"Raw insert {round}/{options.Rounds} {rates[^1].Appends:0} appends/s, {rates[^1].Events:0} events/s")).ConfigureAwait(false);
        }

        var events = appends.SelectMany(a => a.Slices).SelectMany(s => s.Events).ToArray();
        return [string.Create(CultureInfo.InvariantCulture,
            $"(d) raw insert, {options.JournalBatch} receptions to a commit: {Statistics.Median(rates.Select(r => r.Appends)):#,0} receptions/s ({rates.Min(r => r.Appends):#,0}–{rates.Max(r => r.Appends):#,0}), {Statistics.Median(rates.Select(r => r.Events)):#,0} events/s; {(double)events.Length / appends.Count:0.0} events to a reception, {events.Average(e => e.Payload.Length):0} bytes to an event")];
    }
}
