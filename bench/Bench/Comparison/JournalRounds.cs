using System.Globalization;
using System.Text;
using PetitionMesh.Bench.Journal;
using PetitionMesh.Bench.Load;
using PetitionMesh.Bench.Postgres;

namespace PetitionMesh.Bench.Comparison;

/// <summary>The journal alone, against raw inserts of rows of its shape (d).</summary>
internal static class JournalRounds
{
    public static async Task<IReadOnlyList<string>> RunAsync(RunOptions options, PrivatePostgres postgres)
    {
        await using var raw = await RawInsert.OpenAsync(postgres).ConfigureAwait(false);
        var rows = SyntheticRows(10_000);
        await raw.RunAsync(rows, options.JournalBatch, 1).ConfigureAwait(false);
        var rates = new List<double>();
        for (var round = 1; round <= options.Rounds; round++)
        {
            rates.Add(await raw.RunAsync(rows, options.JournalBatch, options.Seconds).ConfigureAwait(false));
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Raw insert {round}/{options.Rounds} {rates[^1]:0} rows/s")).ConfigureAwait(false);
        }

        return [string.Create(CultureInfo.InvariantCulture,
            $"(d) raw insert: {Statistics.Median(rates):#,0} rows/s, {options.JournalBatch} rows of {rows.Average(r => r.Payload.Length):0} bytes to a commit (median; {rates.Min():#,0}–{rates.Max():#,0})")];
    }

    /// <summary>Rows of the size of a reception's events: the body's facts as JSON with its personal fields sealed.</summary>
    private static RawRow[] SyntheticRows(int count) => [.. Enumerable.Range(0, count).Select(i => new RawRow(
        "case/" + Guid.CreateVersion7(), 1 + (i % 7), "case.received.v1", DateTime.UnixEpoch.AddSeconds(i), $"C{i % 64:000}",
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"{{\"n\":{i},\"person\":\"{Person.IdNumber(i)}\",\"sealed\":\"{Convert.ToBase64String(new byte[450])}\"}}"))))];
}
