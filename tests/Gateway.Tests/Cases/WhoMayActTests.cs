using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Tests.Running;
using PetitionMesh.Grains.Cases.Acts;

namespace PetitionMesh.Gateway.Tests.Cases;

/// <summary>Every act by every role over HTTP, against a table that was written by hand from the rules and not read from the forms.</summary>
public sealed class WhoMayActTests(Started started) : IClassFixture<Started>
{
    private const string Owner = "L014";

    /// <summary>Everybody who asks: role, court, subject. The first eight stand in the table; whoever comes after may do nothing at all.</summary>
    private static readonly (char Letter, string Role, string Court, string? Subject)[] s_people =
    [
        ('o', "leader", "dg", Owner), ('l', "leader", "dg", "L012"), ('p', "leader", "dg", "L011"), ('c', "clerk", "dg", null),
        ('j', "judge", "dg", null), ('f', "office", "dg", null), ('s', "supervisor", "zy", null), ('g', "leadingGroup", "zy", null),
        ('-', "reporter", "dg", null), ('-', "ops", "zy", null), ('-', "office", "kf", null), ('-', "judge", "kf", null), ('-', "clerk", "kf", null), ('-', "leader", "kf", "L043"),
    ];

    /// <summary>o owner, l another leader of the court, p its president, c clerk, j handler, f petition office, s supervisor, g leading group.</summary>
    private static readonly Dictionary<CaseAct, string> s_may = new()
    {
        [CaseAct.Assign] = "s",
        [CaseAct.Enter] = "ofs",
        [CaseAct.Meet] = "o",
        [CaseAct.Investigate] = "o",
        [CaseAct.Supervise] = "o",
        [CaseAct.ArrangeHelp] = "o",
        [CaseAct.Plan] = "ojf",
        [CaseAct.Progress] = "ojf",
        [CaseAct.Refer] = "o",
        [CaseAct.Return] = "olpj",
        [CaseAct.OnSite] = "o",
        [CaseAct.Appointment] = "ocjf",
        [CaseAct.Video] = "ocjf",
        [CaseAct.VideoHeld] = "ocjf",
        [CaseAct.Hearing] = "ocjf",
        [CaseAct.Review] = "olpj",
        [CaseAct.SelfExamine] = "oj",
        [CaseAct.Assist] = "ojf",
        [CaseAct.Letter] = "fs",
        [CaseAct.Reply] = "ojf",
        [CaseAct.Level] = "olps",
        [CaseAct.CongressReport] = "ojf",
        [CaseAct.Incident] = "olpcf",
        [CaseAct.IncidentHandled] = "olpcjf",
        [CaseAct.Accountability] = "ps",
        [CaseAct.Explain] = "ocjf",
        [CaseAct.Answer] = "ocjf",
        [CaseAct.Pause] = "fs",
        [CaseAct.Resume] = "fs",
        [CaseAct.Close] = "ojf",
        [CaseAct.Sign] = "",
        [CaseAct.SendBack] = "",
        [CaseAct.Terminate] = "ojf",
        [CaseAct.HandOver] = "ojf",
        [CaseAct.Reopen] = "o",
        [CaseAct.DeclineReopening] = "o",
        [CaseAct.TakeReferral] = "olpj",
    };

    /// <summary>Nobody signs what nobody reported: as long as there is no report, who might sign one is told that, and the others that they may not.</summary>
    private static readonly CaseAct[] s_signatures = [CaseAct.Sign, CaseAct.SendBack];

    public static TheoryData<CaseAct> Acts => [.. Enum.GetValues<CaseAct>()];

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task An_act_is_refused_with_its_rule_to_everyone_who_may_not_and_to_nobody_who_may(CaseAct act)
    {
        var form = ActForms.Of(act);
        foreach (var (letter, role, court, subject) in s_people)
        {
            var who = $"{act} by {role} of {court} {subject}";
            var client = await started.Gateway.AsAsync(role, court, subject);
            var answer = await client.SendAsync($"/api/cases/{await CaseAsync()}/{act.Slug()}", Filled(form));
            if (s_may[act].Contains(letter, StringComparison.Ordinal))
            {
                Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity, $"{who}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
                continue;
            }

            Assert.True(
                answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound || (s_signatures.Contains(act) && answer.StatusCode == HttpStatusCode.Conflict),
                $"{who}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            var problem = await answer.IsProblemAsync(answer.StatusCode);
            if (answer.StatusCode == HttpStatusCode.Forbidden)
                Assert.True(problem.TryGetProperty("rule", out var rule) && rule.GetString() == form.Rule, $"{who}: {problem}");
        }
    }

    [Fact]
    public void The_table_names_every_act() => Assert.Equal(Enum.GetValues<CaseAct>().Order(), s_may.Keys.Order());

    private async Task<string> CaseAsync()
    {
        var clerk = await started.Gateway.AsAsync("clerk");
        return (await (await clerk.SendAsync("/api/receptions", Some.Reception(receivedBy: Owner))).JsonAsync(201)).GetProperty("caseId").GetString()!;
    }

    private static JsonObject Filled(ActForm form)
    {
        var body = new JsonObject();
        foreach (var field in form.Fields.Where(f => f.Required))
            body[field.Name] = Filled(field);
        return body;
    }

    private static JsonNode? Filled(ActField field) => field.Kind switch
    {
        FieldKind.Day => CityTime.Today,
        FieldKind.Instant => CityTime.Running.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
        FieldKind.Leader => field.Name == "owner" ? Owner : "L011",
        FieldKind.Court => "dg",
        FieldKind.Choice => field.Choices[0],
        FieldKind.Number => 1,
        FieldKind.Amount => 5000.00m,
        FieldKind.ActOf => Guid.NewGuid().ToString("D"),
        FieldKind.Clock => "answer-1",
        FieldKind.Papers => new JsonArray(),
        FieldKind.Judgments => new JsonArray(new JsonObject { ["instance"] = "first", ["judge"] = "甲法官" }),
        FieldKind.Plain when field.Name == "division" => "执行局",
        _ => "某处",
    };
}
