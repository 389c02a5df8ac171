using Npgsql;

namespace PetitionMesh.Bench.Reporting;

/// <summary>Holds what was pulled against the journal's own events: every cell of an answer must be the count of the receptions up to its position.</summary>
internal static class AnswerCheck
{
    private const string Receptions =
        """
        SELECT position, e ->> 'court', e ->> 'channel', (e ->> 'first')::boolean, (e ->> 'day')::date
        FROM (SELECT position, convert_from(payload, 'UTF8')::jsonb AS e FROM event WHERE kind = 'case.received.v1') AS received
        ORDER BY position
        """;

    /// <returns>Answers that say something else than the journal at their position.</returns>
    public static async Task<int> WrongAsync(string connection, IEnumerable<PulledAnswer> answers)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(Receptions);
        command.CommandTimeout = 600;
        await using var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
        var days = new Dictionary<DateOnly, Dictionary<(string, string), (long Receptions, long First)>>();
        var more = await reader.ReadAsync().ConfigureAwait(false);
        var wrong = 0;
        foreach (var answer in answers.OrderBy(a => a.Position))
        {
            while (more && reader.GetInt64(0) <= answer.Position)
            {
                Count(days, reader);
                more = await reader.ReadAsync().ConfigureAwait(false);
            }
            wrong += Says(answer, days) ? 0 : 1;
        }
        return wrong;
    }

    private static void Count(Dictionary<DateOnly, Dictionary<(string, string), (long Receptions, long First)>> days, NpgsqlDataReader reader)
    {
        var day = reader.GetFieldValue<DateOnly>(4);
        if (!days.TryGetValue(day, out var cells))
            days[day] = cells = [];
        var key = (reader.GetString(1), reader.GetString(2));
        var (receptions, first) = cells.GetValueOrDefault(key);
        cells[key] = (receptions + 1, first + (reader.GetBoolean(3) ? 1 : 0));
    }

    private static bool Says(PulledAnswer answer, Dictionary<DateOnly, Dictionary<(string, string), (long Receptions, long First)>> days)
    {
        var expected = days.Where(d => answer.From <= d.Key && d.Key <= answer.To).SelectMany(d => d.Value)
            .GroupBy(c => c.Key)
            .ToDictionary(g => g.Key, g => (g.Sum(c => c.Value.Receptions), g.Sum(c => c.Value.First)));
        return expected.Count == answer.Cells.Count && answer.Cells.All(c => expected.TryGetValue(c.Key, out var known) && known == c.Value);
    }
}
