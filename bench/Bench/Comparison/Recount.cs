using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using PetitionMesh.Bench.Postgres;
using PetitionMesh.Bench.Servers;

namespace PetitionMesh.Bench.Comparison;

/// <summary>
/// After the rounds each system must hold just what it acknowledged, and its counters must agree. A peer that is fast by losing
/// updates would be no peer, nor would we.
/// </summary>
internal static class Recount
{
    /// <returns>One line per system; it says "wrong" where figures differ.</returns>
    public static async Task<IReadOnlyList<string>> CheckAsync(IEnumerable<ServerUnderTest> servers, PrivatePostgres postgres)
    {
        var lines = new List<string>();
        foreach (var server in servers.Where(s => s.Kind.Database is not null))
        {
            var (counted, firsts, gaps) = server.Kind.IsOurs
                ? await AskOursAsync(server).ConfigureAwait(false)
                : server.Kind.Name == SystemKind.GrainStorage.Name
                ? await AskGrainsAsync(server).ConfigureAwait(false)
                : await AskPeerAsync(server, postgres).ConfigureAwait(false);
            var right = counted == server.Acknowledged && firsts == server.Firsts && gaps == 0;
            lines.Add(string.Create(CultureInfo.InvariantCulture,
                $"{server.Kind.Label}: acknowledged {server.Acknowledged} ({server.Firsts} first), counted {counted} ({firsts} first): {(right ? "agree" : "WRONG")}"));
        }

        return lines;
    }

    private static async Task<(long Counted, long Firsts, long Gaps)> AskPeerAsync(ServerUnderTest server, PrivatePostgres postgres)
    {
        var database = server.Kind.Database!;
        var counted = await postgres.AskAsync<long>(database, "SELECT coalesce(sum(receptions), 0) FROM counter").ConfigureAwait(false);
        var firsts = await postgres.AskAsync<long>(database, "SELECT coalesce(sum(first), 0) FROM counter").ConfigureAwait(false);
        var gaps = await postgres.AskAsync<long>(database,
            """
            SELECT count(*) FROM petition_case c
            LEFT JOIN (SELECT case_id, count(*) AS n, max(number) AS highest FROM reception GROUP BY case_id) r ON r.case_id = c.id
            WHERE r.n IS DISTINCT FROM c.receptions OR r.highest IS DISTINCT FROM c.receptions
            """).ConfigureAwait(false);
        return (counted, firsts, gaps);
    }

    private static async Task<(long Counted, long Firsts, long Gaps)> AskGrainsAsync(ServerUnderTest server)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{server.Port}") };
        var counted = await http.GetFromJsonAsync<JsonElement>("/counted").ConfigureAwait(false);
        return (counted.GetProperty("receptions").GetInt64(), counted.GetProperty("first").GetInt64(), 0);
    }

    private static async Task<(long Counted, long Firsts, long Gaps)> AskOursAsync(ServerUnderTest server)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{server.Port}") };
        var token = await http.PostAsJsonAsync("/dev/token", new { sub = "S001", name = "督办", court = "zy", role = "supervisor" }).ConfigureAwait(false);
        token.EnsureSuccessStatusCode();
        var issued = await token.Content.ReadFromJsonAsync<JsonElement>().ConfigureAwait(false);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issued.GetProperty("token").GetString());

        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var counts = await http.GetFromJsonAsync<JsonElement>(
            $"/api/reports/counts?from={today.AddDays(-2):yyyy-MM-dd}&to={today.AddDays(2):yyyy-MM-dd}&by=court,channel,day").ConfigureAwait(false);
        var rows = counts.GetProperty("rows").EnumerateArray().ToArray();
        return (rows.Sum(r => r.GetProperty("receptions").GetInt64()), rows.Sum(r => r.GetProperty("first").GetInt64()), 0);
    }
}
