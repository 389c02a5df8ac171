using PetitionMesh.Grains.City;
using PetitionMesh.Grains.ErrandDesks;

namespace PetitionMesh.Grains.Tests.ErrandDesks;

/// <summary>Y6: an open desk always has a named officer.</summary>
public sealed class ErrandDeskDeciderTests
{
    private static readonly Actor s_office = new("o1", "庄敏", Some.DongGang, Role.Office);
    private static readonly Actor s_supervisor = new("s1", "信访局", new CourtId("zy"), Role.Supervisor);
    private static readonly CommandId s_id = new("dg/o1", "1", [], Recorded: true);

    [Fact]
    public void It_is_opened_once_with_its_officer_who_changes_with_a_reason()
    {
        var state = Opened();
        Assert.Equal("高专员", state.Officer);
        Assert.Empty(ErrandDeskDecider.Open(state, Opening(s_office)).Events);
        Assert.Empty(ErrandDeskDecider.Decide(state, Step("高专员")).Events);
        var named = Assert.IsType<ErrandDeskEvent.OfficerNamed>(Assert.Single(ErrandDeskDecider.Decide(state, Step("尹专员")).Events));
        Assert.Equal(("尹专员", "轮岗", "庄敏"), (ErrandDeskState.Evolve(state, named).Officer, named.Reason, named.By));
    }

    [Fact]
    public void A_desk_that_is_closed_stays_closed_and_keeps_its_last_officer()
    {
        var closed = Fold(Opened(), Step(officer: null));
        Assert.Equal((Some.Today, "高专员"), (closed.Closed!.Day, closed.Officer));
        Assert.Empty(ErrandDeskDecider.Decide(closed, Step(officer: null)).Events);
        Assert.Equal(("desk-closed", RefusalKind.Conflict), Why(ErrandDeskDecider.Decide(closed, Step("尹专员"))));
    }

    [Fact]
    public void The_office_keeps_its_courts_desks_and_the_supervisor_all()
    {
        Assert.Equal("not-your-court", ErrandDeskDecider.Open(ErrandDeskState.Unknown, Opening(s_office) with { Court = Some.XiShan }).Refusal?.Code);
        Assert.Null(ErrandDeskDecider.Open(ErrandDeskState.Unknown, Opening(s_supervisor)).Refusal);
        Assert.Equal(RefusalKind.NotFound, ErrandDeskDecider.Decide(Opened(), Step("尹专员", s_office with { Court = Some.XiShan })).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, ErrandDeskDecider.Decide(ErrandDeskState.Unknown, Step("尹专员")).Refusal?.Kind);
        Assert.Null(ErrandDeskDecider.Decide(Opened(), Step("尹专员", s_supervisor)).Refusal);
        foreach (var role in Enum.GetValues<Role>())
        {
            var keeps = role is Role.Office or Role.Supervisor;
            Assert.Equal(keeps ? null : "not-your-role", ErrandDeskDecider.Open(ErrandDeskState.Unknown, Opening(s_office with { Role = role })).Refusal?.Code);
            Assert.Equal(keeps ? null : "not-your-role", ErrandDeskDecider.Decide(Opened(), Step(officer: null, s_office with { Role = role })).Refusal?.Code);
        }
    }

    private static OpenErrandDesk Opening(Actor actor) => new(s_id, actor, Some.Morning, Some.Today, Some.DongGang, "一号窗口", "诉讼服务大厅", "高专员");

    /// <param name="officer">Null closes it.</param>
    private static ErrandDeskStep Step(string? officer, Actor? actor = null) => new(s_id, actor ?? s_office, Some.Morning, Some.Today, officer, "轮岗");

    private static ErrandDeskState Opened() => ErrandDeskDecider.Open(ErrandDeskState.Unknown, Opening(s_office)).Events.Aggregate(ErrandDeskState.Unknown, ErrandDeskState.Evolve);

    private static ErrandDeskState Fold(ErrandDeskState state, ErrandDeskStep step) => ErrandDeskDecider.Decide(state, step).Events.Aggregate(state, ErrandDeskState.Evolve);

    private static (string?, RefusalKind?) Why(Decision<ErrandDeskEvent> decision) => (decision.Refusal?.Code, decision.Refusal?.Kind);
}
