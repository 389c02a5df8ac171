using System.Text.Json;
using System.Text.RegularExpressions;
using PetitionMesh.Gateway.Cases;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Gateway.FirstRequests;
using PetitionMesh.Gateway.Reports.Products;
using PetitionMesh.Gateway.Routings;
using PetitionMesh.Gateway.Tests.Running;
using PetitionMesh.Grains.Campaigns;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.ErrandDesks;
using PetitionMesh.Grains.FirstRequests;
using PetitionMesh.Grains.LawsuitScreenings;
using PetitionMesh.Grains.OnSiteChecks;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.ReceptionDays;
using PetitionMesh.Grains.Rosters;
using PetitionMesh.Grains.Routings;

namespace PetitionMesh.Gateway.Tests.Pages;

/// <summary>The console says of a case what papers and sheets say of it: people compare them side by side.</summary>
public sealed class ConsoleWordsTests
{
    [Fact]
    public async Task States_channels_and_documents_are_called_as_on_paper()
    {
        await using var gateway = await RunningGateway.StartAsync();
        var script = await gateway.Http.GetStringAsync(new Uri("/console/view.js", UriKind.Relative));
        Assert.Equal(Enum.GetValues<CaseStatus>().ToDictionary(Word, s => s.Chinese()), WordsOf(script, "status"));
        Assert.Equal(Enum.GetValues<Channel>().ToDictionary(Word, c => c.Chinese()), WordsOf(script, "channel"));
        Assert.Equal(Enum.GetValues<IdType>().ToDictionary(t => t.Word(), t => IdTypeNames.Of(t.Word())!), WordsOf(script, "idType"));
        Assert.Equal(Enum.GetValues<RequestKind>().ToDictionary(Word, k => k.Chinese()), WordsOf(script, "requestKind"));
        Assert.Equal(Enum.GetValues<RequestHandling>().ToDictionary(Word, h => h.Chinese()), WordsOf(script, "requestHandling"));
        Assert.Equal(Enum.GetValues<RoutingKind>().ToDictionary(Word, k => k.Chinese()), WordsOf(script, "routingKind"));
        Assert.Equal(Enum.GetValues<RoutingGround>().ToDictionary(Word, g => g.Chinese()), WordsOf(script, "routingGround"));
        Assert.Equal(Enum.GetValues<RoutingStatus>().ToDictionary(Word, s => s.Chinese()), WordsOf(script, "routingStatus"));
        Assert.Equal(Enum.GetValues<ObjectionKind>().ToDictionary(Word, k => k.Chinese()), WordsOf(script, "objectionKind"));
        Assert.Equal(Enum.GetValues<ObjectionOutcome>().ToDictionary(Word, o => o.Chinese()), WordsOf(script, "objectionOutcome"));
        Assert.Equal(Enum.GetValues<CampaignLevel>().ToDictionary(Word, l => l.Chinese()), WordsOf(script, "campaignLevel"));
        Assert.Equal(Enum.GetValues<CampaignBatch>().ToDictionary(Word, b => b.Chinese()), WordsOf(script, "campaignBatch"));
        Assert.Equal(Enum.GetValues<CampaignProgress>().ToDictionary(Word, p => p.Chinese()), WordsOf(script, "campaignProgress"));
        Assert.Equal(Enum.GetValues<ComplaintStatus>().ToDictionary(Word, s => s.Chinese()), WordsOf(script, "complaintStatus"));
        Assert.Equal(Enum.GetValues<CheckOutcome>().ToDictionary(Word, o => o.Chinese()), WordsOf(script, "checkOutcome"));
        Assert.Equal(Enum.GetValues<ForbiddenConduct>().ToDictionary(Word, c => c.Chinese()), WordsOf(script, "forbiddenConduct"));
        Assert.Equal(Enum.GetValues<AnswerMeans>().ToDictionary(Word, m => m.Chinese()), WordsOf(script, "answerMeans"));
        Assert.Equal(Enum.GetValues<ClockState>().ToDictionary(Word, s => ClockStateNames.Of(s)), WordsOf(script, "due"));
        foreach (var list in new[] { "routingDue", "checkDue" })
            Assert.All(new[] { ClockState.DueSoon, ClockState.Due, ClockState.Overdue }, state => Assert.Equal(ClockStateNames.Of(state), WordsOf(script, list)[Word(state)]));
        Assert.Equal(Enum.GetValues<CheckedRegister>().ToDictionary(Word, r => r.Chinese()), WordsOf(script, "checkedRegister"));
        Assert.Equal(Enum.GetValues<FindingKind>().ToDictionary(Word, k => k.Chinese()), WordsOf(script, "findingKind"));
        Assert.Equal(Enum.GetValues<OnSiteCheckStatus>().ToDictionary(Word, s => s.Chinese()), WordsOf(script, "checkStatus"));
        Assert.Equal(Enum.GetValues<LawsuitStage>().ToDictionary(Word, s => s.Chinese()), WordsOf(script, "lawsuitStage"));
        Assert.Equal(Enum.GetValues<RiskGround>().ToDictionary(Word, g => g.Chinese()), WordsOf(script, "riskGround"));
        Assert.Equal(Enum.GetValues<LawsuitScreeningStatus>().ToDictionary(Word, s => s.Chinese()), WordsOf(script, "screening"));
        Assert.Equal(Enum.GetValues<ShiftKind>().ToDictionary(Word, k => k.Chinese()), WordsOf(script, "shift"));
        Assert.Equal(Enum.GetValues<SwapStatus>().Select(Word), WordsOf(script, "swap").Keys);
        Assert.Equal(Enum.GetValues<ReceptionDayStatus>().Select(Word), WordsOf(script, "receptionDay").Keys);
        Assert.Equal(Enum.GetValues<AppointmentStatus>().Select(Word).Order(), WordsOf(script, "appointment").Keys.Order());
        Assert.Equal(DayFigureLines.All.ToDictionary(l => l.Name, l => l.Title), WordsOf(script, "figure"));
        Assert.Equal(Enum.GetValues<AlertKind>().ToDictionary(Word, k => k.Chinese()), WordsOf(script, "alertKind"));
        Assert.Equal(ProductKinds.All.ToDictionary(k => k.Word(), k => k.Title()), WordsOf(script, "product"));
        Assert.Equal(Enum.GetValues<SummonsStatus>().ToDictionary(Word, s => s.Chinese()), WordsOf(script, "summons"));
    }

    private static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static Dictionary<string, string> WordsOf(string script, string list)
    {
        var line = Regex.Match(script, $$"""^  {{list}}: \{ (.*) \},$""", RegexOptions.Multiline);
        Assert.True(line.Success, $"view.js has no words for {list}.");
        return Regex.Matches(line.Groups[1].Value, @"'?([\w-]+)'?: \[?'([^']*)'").ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
    }
}
