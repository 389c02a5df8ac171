using Microsoft.Extensions.DependencyInjection;
using PetitionMesh.Gateway.Tests.Running;
using PetitionMesh.Gateway.Tests.Starting;
using PetitionMesh.Tests;

namespace PetitionMesh.Gateway.Tests.Upgrade;

/// <summary>
/// A city upgrades and goes on: what an earlier release wrote is read, means what it meant, is continued and verified. The journals
/// are frozen as that release left them; whoever makes one of these tests fail breaks the upgrade of a court.
/// </summary>
[Collection(nameof(OperatorCommandTests))]
public sealed class EarlierJournalTests(PostgresServer postgres) : IClassFixture<PostgresServer>
{
    /// <summary>The day the city is upgraded, within what its people were promised then.</summary>
    private static readonly DateTimeOffset s_upgrade = new(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData("2026-11-22")]
    public async Task A_file_of_an_earlier_release_is_read_continued_and_verified(string release)
    {
        using var journal = FrozenJournal.Sqlite(release);
        await HoldAsync(journal);
    }

    [SkippableTheory]
    [InlineData("2026-11-22")]
    public async Task A_database_of_an_earlier_release_is_read_continued_and_verified(string release)
    {
        using var journal = await FrozenJournal.PostgresAsync(release, await postgres.CreateDatabaseAsync());
        await HoldAsync(journal);
    }

    /// <summary>The ledger derives from the journal, so no release migrates it: whatever tables there were, a start makes its own.</summary>
    [Fact]
    public async Task A_ledger_that_lacks_tables_and_columns_is_built_anew_at_the_start()
    {
        using var journal = FrozenJournal.Sqlite("2026-11-22");
        journal.Execute("drop table notice; drop table import_row; alter table case_file drop column long_standing; update case_file set receptions = 77");
        Assert.Equal(2, await CommandLine.RunAsync(["journal", "verify", .. journal.Settings]));
        await HoldAsync(journal);
    }

    private static async Task HoldAsync(FrozenJournal journal)
    {
        var time = new SettableTime();
        time.Advance(s_upgrade - time.GetUtcNow());
        await using (var gateway = await RunningGateway.StartAsync(
            directory: journal.Directory, customise: b => b.Services.AddSingleton<TimeProvider>(time), settings: journal.Settings))
        {
            await SaysWhatItSaidAsync(gateway, journal.Expected);
            await GoesOnAsync(gateway, journal.Expected);
        }

        Assert.Equal(0, await CommandLine.RunAsync(["journal", "verify", .. journal.Settings]));
        Assert.Equal(0, await CommandLine.RunAsync(["journal", "rebuild", .. journal.Settings]));
        Assert.Equal(0, await CommandLine.RunAsync(["journal", "verify", .. journal.Settings]));
    }

    private static async Task SaysWhatItSaidAsync(RunningGateway gateway, FrozenAnswers frozen)
    {
        foreach (var question in frozen.Questions)
        {
            var answer = await gateway.AskAsync(question);
            Assert.True(answer.Includes(question.Answer), $"{question.Path} said then{Environment.NewLine}{question.Answer}{Environment.NewLine}and says now{Environment.NewLine}{answer}");
        }
    }

    /// <summary>W3, W4: who came then comes back today, to the same owner and with the next number.</summary>
    private static async Task GoesOnAsync(RunningGateway gateway, FrozenAnswers frozen)
    {
        foreach (var person in frozen.People)
        {
            var clerk = await gateway.AsAsync("clerk", person.Court);
            var before = await OwnCaseAsync(clerk, person);
            var visit = Some.Reception(person.Number, person.Court, receivedBy: await LeaderOfAsync(gateway, person.Court));
            visit["case"] = new System.Text.Json.Nodes.JsonObject { ["caseId"] = person.CaseId };
            var back = await (await clerk.SendAsync("/api/receptions", visit)).JsonAsync(201);
            Assert.Equal(
                (person.CaseId, false, before.GetProperty("receptions").GetInt32() + 1, before.GetProperty("owner").GetProperty("leaderId").GetString()),
                (back.GetProperty("caseId").GetString(), back.GetProperty("first").GetBoolean(), back.GetProperty("number").GetInt32(), back.GetProperty("owner").GetProperty("leaderId").GetString()));
        }

        var newcomer = await (await (await gateway.AsAsync("clerk")).SendAsync("/api/receptions", Some.Reception("99010119881224288X"))).JsonAsync(201);
        Assert.True(newcomer.GetProperty("first").GetBoolean());
    }

    private static async Task<System.Text.Json.JsonElement> OwnCaseAsync(HttpClient clerk, FrozenPerson person)
    {
        var found = await (await clerk.SendAsync("/api/ownership/lookup", new System.Text.Json.Nodes.JsonObject { ["idType"] = "residentId", ["idNumber"] = person.Number })).JsonAsync(200);
        return found.GetProperty("cases").EnumerateArray().Single(c => c.GetProperty("caseId").GetString() == person.CaseId);
    }

    private static async Task<string> LeaderOfAsync(RunningGateway gateway, string court)
    {
        var city = await (await (await gateway.AsAsync("clerk", court)).GetAsync("/api/city")).JsonAsync(200);
        return city.GetProperty("leaders").EnumerateArray().First(l => l.GetProperty("court").GetString() == court).GetProperty("id").GetString()!;
    }
}
