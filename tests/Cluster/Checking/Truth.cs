using System.Text.Json;
using PetitionMesh.Cluster.Load;
using PetitionMesh.Cluster.Running;
using PetitionMesh.Journal.Integrity;

namespace PetitionMesh.Cluster.Checking;

/// <summary>The promise of the whole system, held against a journal and what its callers were told.</summary>
internal static class Truth
{
    /// <param name="told">Gathered before: what is acknowledged while the journal is read may not be in what is read.</param>
    /// <param name="all">True when nothing is under way any more: then the journal holds what was acknowledged and nothing else.</param>
    public static async Task HoldAsync(StoreUnderTest store, Acknowledged[] told, bool all, string context)
    {
        var facts = await JournalFacts.ReadAsync(store);
        var failures = Failures(facts, told, all).ToList();
        Assert.True(failures.Count == 0, $"{context}:{Environment.NewLine}{string.Join(Environment.NewLine, failures.Take(20))}");
        await VerifyChainAsync(store, context);
    }

    /// <summary>The counts that a reporting job gets, against a recount of the events.</summary>
    public static async Task CountsAgreeAsync(StoreUnderTest store, Courts courts, string context)
    {
        var facts = await JournalFacts.ReadAsync(store);
        var days = facts.Receptions.Select(r => r.Day).DefaultIfEmpty(DateOnly.FromDateTime(DateTime.UtcNow)).ToArray();
        var answer = await courts.AskAsync($"/api/reports/counts?from={days.Min():yyyy-MM-dd}&to={days.Max():yyyy-MM-dd}&by=court,channel");
        Assert.True((int)answer.Status == 200, $"{context}: {(int)answer.Status} {answer.Body}");
        using var json = JsonDocument.Parse(answer.Body);
        var counted = json.RootElement.GetProperty("rows").EnumerateArray().ToDictionary(
            row => (row.GetProperty("court").GetString()!, row.GetProperty("channel").GetString()!),
            row => (row.GetProperty("receptions").GetInt64(), row.GetProperty("first").GetInt64()));
        Assert.Equal(facts.Counted().OrderBy(c => c.Key), counted.OrderBy(c => c.Key));
    }

    /// <summary>What an operator would ask: chain, exported heads and every row of the ledger, beside the running server.</summary>
    public static async Task VerifyAsync(StoreUnderTest store, string context)
    {
        var (code, said) = await GatewayProcess.RunAsync(store, "journal", "verify");
        Assert.True(code == 0, $"{context}: journal verify ended with {code}: {said}");
    }

    private static async Task VerifyChainAsync(StoreUnderTest store, string context)
    {
        await using var open = store.Open();
        var heads = await ExportedHeads.ReadAsync(ExportedHeads.PathIn(store.Directory), default);
        var report = await ChainVerifier.VerifyAsync(open, heads, default);
        Assert.True(report.IsIntact, $"{context}: {report.Fault}");
    }

    private static IEnumerable<string> Failures(JournalFacts facts, Acknowledged[] told, bool all)
    {
        var twice = facts.Receptions.GroupBy(r => r.Reception.ToString()).Where(g => g.Count() > 1).Select(g => $"Reception {g.Key} is there {g.Count()} times.");
        var there = facts.Receptions.DistinctBy(r => r.Reception).ToDictionary(r => r.Reception.ToString());
        var wrong = told.Select(t => there.TryGetValue(t.Reception, out var r)
                ? r.Case.ToString() == t.Case && r.Number == t.Number && r.First == t.First ? null : $"{t} stands in the journal as number {r.Number} of {r.Case}, first: {r.First}."
                : $"{t} was acknowledged and is not in the journal.")
            .OfType<string>();
        var shared = told.GroupBy(t => t.Reception).Where(g => g.Count() > 1).Select(g => $"{string.Join(" and ", g)} are one reception.");
        var more = all && facts.Receptions.Count != told.Length ? [$"{told.Length} requests were acknowledged, {facts.Receptions.Count} receptions are in the journal."] : Array.Empty<string>();
        return [.. twice, .. wrong, .. shared, .. more, .. CaseFailures(facts), .. OwnerFailures(facts, told)];
    }

    private static IEnumerable<string> CaseFailures(JournalFacts facts)
    {
        foreach (var matter in facts.Receptions.GroupBy(r => r.Case))
        {
            var numbers = matter.Select(r => r.Number).ToArray();
            if (!numbers.SequenceEqual(Enumerable.Range(1, numbers.Length)))
                yield return $"Case {matter.Key} is numbered {string.Join(",", numbers)}.";
            if (matter.Count(r => r.First) != 1 || !matter.First().First)
                yield return $"Case {matter.Key} has {matter.Count(r => r.First)} first receptions.";
        }

        // The same person's same lawsuit opened two cases when two first receptions share the person and the number; the key of a
        // case derives from neither, so it is looked for by person: the load gives each person one lawsuit.
        foreach (var person in facts.Receptions.Where(r => r.First && r.Petitioner is not null && r.Headcount < 5).GroupBy(r => r.Petitioner))
        {
            if (person.Count() > 1)
                yield return $"{person.Count()} first receptions of one person with one lawsuit.";
        }
    }

    private static IEnumerable<string> OwnerFailures(JournalFacts facts, Acknowledged[] told)
    {
        var owners = facts.Owners.ToLookup(o => o.Case.ToString(), o => o.Owner.ToString());
        foreach (var matter in facts.Receptions.GroupBy(r => r.Case.ToString()))
        {
            if (owners[matter.Key].ToArray() is not [var owner] || owner != matter.First().Receiver.ToString())
                yield return $"Case {matter.Key} has the owners {string.Join(",", owners[matter.Key])}; {matter.First().Receiver} received first.";
        }

        foreach (var answer in told)
        {
            if (owners[answer.Case].FirstOrDefault() != answer.Owner)
                yield return $"{answer} names another owner than {owners[answer.Case].FirstOrDefault()}.";
        }
    }
}
