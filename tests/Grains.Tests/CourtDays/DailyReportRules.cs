using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;

namespace PetitionMesh.Grains.Tests.CourtDays;

/// <summary>J11, decision by decision.</summary>
public sealed class DailyReportRules
{
    private static readonly CourtDayId Day = new(UnitId.Parse("dg"), new DateOnly(2026, 11, 20));
    private static readonly DateTimeOffset Due = new(2026, 11, 20, 17, 30, 0, TimeSpan.FromHours(8));
    private static readonly DayFigures Three = DayFigures.Nil with { Receptions = 3, First = 2, Repeat = 1, Visit = 3, VisitPersons = 3, Persons = 3 };
    private static readonly DayFigures Two = Three with { Receptions = 2, Visit = 2 };

    [Fact]
    public void A_report_takes_its_figures_from_the_register()
    {
        var told = Assert.IsType<CourtDayEvent.ReportSubmitted>(Assert.Single(Decide(CourtDayState.Silent, new CourtDayAct.Submit(null, false, "", Three, 7)).Events));
        Assert.Equal((Three, Three, 7L, false), (told.Figures, told.Registered, told.Position, told.Late));
    }

    [Fact]
    public void Telling_less_is_taken_and_keeps_what_the_register_said()
    {
        var told = Assert.IsType<CourtDayEvent.ReportSubmitted>(Assert.Single(Decide(CourtDayState.Silent, new CourtDayAct.Submit(Two, false, "", Three, 7)).Events));
        Assert.Equal((Two, Three), (told.Figures, told.Registered));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_report_is_late_after_its_cut_off(int seconds, bool late)
    {
        var decision = Decide(CourtDayState.Silent, new CourtDayAct.Submit(null, true, "", DayFigures.Nil, 7), now: Due.AddSeconds(seconds));
        Assert.Equal(late, Assert.IsType<CourtDayEvent.ReportSubmitted>(Assert.Single(decision.Events)).Late);
    }

    [Fact]
    public void The_same_report_twice_is_one_and_another_is_refused()
    {
        var state = After(new CourtDayAct.Submit(null, false, "", Three, 7));
        Assert.Empty(Decide(state, new CourtDayAct.Submit(Three, false, "", Three, 9)).Events);
        Refused("already-reported", Decide(state, new CourtDayAct.Submit(Two, false, "", Three, 9)));
    }

    [Fact]
    public void A_correction_needs_a_report_and_a_reason_and_keeps_what_was_told_first()
    {
        Refused("nothing-to-correct", Decide(CourtDayState.Silent, new CourtDayAct.Correct(Three, false, "", "漏报", Three, 9)));
        var state = After(new CourtDayAct.Submit(Two, false, "", Three, 7));
        Refused("reason", Decide(state, new CourtDayAct.Correct(Three, false, "", " ", Three, 9)));
        var corrected = CourtDayEvolution.Evolve(state, Assert.Single(Decide(state, new CourtDayAct.Correct(Three, false, "", "漏报一件", Three, 9)).Events)).Report!;
        Assert.Equal((Two, Three, "漏报一件"), (corrected.Submitted, corrected.Figures, Assert.Single(corrected.Corrections).Reason));
    }

    [Fact]
    public void A_correction_that_says_nothing_of_the_remarks_keeps_them_and_one_of_the_remarks_alone_counts()
    {
        var state = After(new CourtDayAct.Submit(Two, false, "两件待查", Three, 7));
        Assert.Empty(Decide(state, new CourtDayAct.Correct(Two, false, null, "重复提交", Three, 9)).Events);
        Assert.Equal("两件待查", Corrected(new CourtDayAct.Correct(Three, false, null, "漏报一件", Three, 9)).Remarks);
        Assert.Equal("已查", Corrected(new CourtDayAct.Correct(Two, false, "已查", "备注写错", Three, 9)).Remarks);

        CourtDayEvent.ReportCorrected Corrected(CourtDayAct act) => Assert.IsType<CourtDayEvent.ReportCorrected>(Assert.Single(Decide(state, act).Events));
    }

    [Fact]
    public void Nobody_reports_tomorrow_or_for_another_court_or_nil_with_figures()
    {
        Refused("future-day", Decide(CourtDayState.Silent, new CourtDayAct.Submit(null, true, "", DayFigures.Nil, 7), now: Due.AddDays(-1)));
        Refused("nil-with-figures", Decide(CourtDayState.Silent, new CourtDayAct.Submit(Two, true, "", Three, 7)));
        Refused("figures", Decide(CourtDayState.Silent, new CourtDayAct.Submit(Two with { Call = -1 }, false, "", Three, 7)));
        Refused("figures", Decide(CourtDayState.Silent, new CourtDayAct.Submit(Two with { Call = int.MaxValue }, false, "", Three, 7)));
        foreach (var actor in new[] { Someone("xs", Role.Office), Someone("dg", Role.Clerk), Someone("zy", Role.Supervisor) })
            Refused("not-the-office", Decide(CourtDayState.Silent, new CourtDayAct.Submit(null, true, "", DayFigures.Nil, 7), actor));
    }

    [Fact]
    public void An_alert_is_acknowledged_once_and_by_the_supervisor_only()
    {
        var alert = new AlertId(Guid.NewGuid());
        var raise = new CourtDayAct.Raise(alert, AlertKind.CollectiveVisit, null, null, null, 6, "集体访", Due.AddHours(-2));
        var state = After(raise);
        Assert.Empty(Decide(state, raise).Events);
        Refused("not-the-supervisor", Decide(state, new CourtDayAct.Acknowledge(alert)));
        Refused("not-found", Decide(state, new CourtDayAct.Acknowledge(new AlertId(Guid.NewGuid())), Someone("zy", Role.Supervisor)));
        var seen = CourtDayEvolution.Evolve(state, Assert.Single(Decide(state, new CourtDayAct.Acknowledge(alert), Someone("zy", Role.Supervisor)).Events));
        Assert.NotNull(seen.Alert(alert)!.AcknowledgedAt);
        Assert.Empty(Decide(seen, new CourtDayAct.Acknowledge(alert), Someone("zy", Role.Supervisor)).Events);
    }

    [Theory]
    [InlineData("(2019)鲁9902民初4058号", MatterKind.Civil)]
    [InlineData("(2019)鲁9902刑初58号", MatterKind.Criminal)]
    [InlineData("(2019)鲁99行终58号", MatterKind.Administrative)]
    [InlineData("(2019)鲁9902执恢58号", MatterKind.Enforcement)]
    [InlineData("(2019)鲁9902破申58号", MatterKind.Other)]
    [InlineData("(2013)威民一终字第123号", MatterKind.Civil)]
    public void The_number_of_a_lawsuit_tells_its_kind(string number, MatterKind kind) => Assert.Equal(kind, MatterKinds.Of(CaseNumber.Parse(number)));

    private static void Refused(string code, Decision<CourtDayEvent> decision)
    {
        Assert.Equal(code, decision.Refusal?.Code);
        Assert.Empty(decision.Events);
    }

    private static CourtDayState After(CourtDayAct act) => Decide(CourtDayState.Silent, act).Events.Aggregate(CourtDayState.Silent, CourtDayEvolution.Evolve);

    private static Decision<CourtDayEvent> Decide(CourtDayState state, CourtDayAct act, Actor? actor = null, DateTimeOffset? now = null)
    {
        var at = now ?? Due.AddHours(-1);
        return CourtDayDecider.Decide(
            state,
            new CourtDayCommand(new CommandId("c", "k", [], false), actor ?? Someone("dg", Role.Office), at, act),
            new CourtDayGround(Day, Due, DateOnly.FromDateTime(at.DateTime)));
    }

    private static Actor Someone(string court, Role role) => new("s", "张三", new CourtId(court), role);
}
