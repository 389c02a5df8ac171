using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Journal.Tests.Ledger;

/// <summary>What may be asked of clocks, acts and assignments: every store answers as the ledger in memory does.</summary>
internal static class WorkQuestions
{
    public static IEnumerable<(string Name, Func<ILedger, Task<string>> Ask)> Of(Random random, ImmutableArray<RecordedEvent> events)
    {
        foreach (var stream in events.Select(e => e.Stream.Value).Where(s => s.StartsWith("case/", StringComparison.Ordinal)).Distinct().Take(30))
        {
            var id = CaseId.Parse(stream["case/".Length..]);
            yield return ($"clocks {id}", async l => string.Join('\n', await l.ListClocksAsync(id, default)));
        }
        for (var i = 0; i < 8; i++)
        {
            var today = new DateOnly(2024, 11, 1).AddDays(random.Next(900));
            var leader = new LeaderId(History.Leaders[random.Next(History.Leaders.Length)]);
            var court = new CourtId(History.Courts[random.Next(History.Courts.Length)]);
            var number = CaseNumber.Parse($"(2019)鲁9902民初{random.Next(1, 12)}号");
            foreach (var whose in new[] { new AwaitedOf(leader, court), new AwaitedOf(IntermediateHead: true), new AwaitedOf(Office: true, LeadingGroup: true) })
                yield return ($"awaited by {whose}", async l =>
                {
                    var first = await l.ListAwaitedAsync(whose, 0, 3, default);
                    return $"{string.Join('\n', first)} {(first.IsEmpty ? "" : string.Join('\n', await l.ListAwaitedAsync(whose, first[^1].Position, 9, default)))}";
                }
                );
            yield return ($"due by {leader} until {today}", async l => string.Join('\n', await l.ListDueAsync(leader, today, 20, default)));
            yield return ($"to be swept at {court} on {today}", async l =>
            {
                var first = await l.FindDueCasesAsync(court, today, null, 3, default);
                return $"{string.Join('\n', first)} {(first.IsEmpty ? "" : string.Join('\n', await l.FindDueCasesAsync(court, today, first[^1], 50, default)))}";
            }
            );
            foreach (var state in Enum.GetValues<ClockState>())
            {
                yield return ($"{state} on {today}", async l => await PagesAsync(l, new CaseFilter(Due: new DueFilter(state, today), Limit: 4)));
                yield return ($"{state} of {leader} at {court} on {today}", async l => await PagesAsync(
                    l, new CaseFilter(VisibleTo: court, Owner: leader, Due: new DueFilter(state, today))));
                yield return ($"{state} of {number} on {today}", async l => await PagesAsync(l, new CaseFilter(Number: number, Due: new DueFilter(state, today))));
            }
            var to = today.AddDays(random.Next(400));
            CourtId? only = random.Next(2) == 0 ? null : court;
            yield return ($"clocks of {only} {today} to {to}", async l => string.Join('\n', await l.CountClocksAsync(today, to, only, default)));
            yield return ($"ratings of {only} {today} to {to}", async l => string.Join('\n', await l.CountRatingsAsync(today, to, only, default)));
            yield return ($"acts of {only} {today} to {to}", async l => string.Join('\n', await l.CountActsAsync(today, to, only, default)));
            yield return ($"assignments of {only} seen by {court}", async l =>
            {
                var page = await l.ListAssignmentsAsync(only, court, null, 3, default);
                return $"{string.Join('\n', page.Items)} {page.Next} {string.Join('\n', (await l.ListAssignmentsAsync(only, null, page.Next, 3, default)).Items)}";
            }
            );
        }
        yield return ("cases of an import", async l => string.Join('\n', await l.ListImportCasesAsync("sheet-1", default)));
    }

    private static async Task<string> PagesAsync(ILedger ledger, CaseFilter filter)
    {
        var page = await ledger.ListCasesAsync(filter, default);
        return $"{string.Join('\n', page.Items)} {page.Next} {string.Join('\n', (await ledger.ListCasesAsync(filter with { After = page.Next ?? 1 }, default)).Items)}";
    }
}
