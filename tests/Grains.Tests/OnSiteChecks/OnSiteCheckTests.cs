using System.Collections.Immutable;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.OnSiteChecks;

namespace PetitionMesh.Grains.Tests.OnSiteChecks;

/// <summary>Y5: a ledger is held against the papers, what is found is put right by a day, and whoever checked looks again.</summary>
public sealed class OnSiteCheckTests
{
    private static readonly DateOnly s_today = new(2026, 11, 20);
    private static readonly DateTimeOffset s_now = new(2026, 11, 20, 2, 0, 0, TimeSpan.Zero);
    private static readonly Actor s_supervisor = new("S1", "信访局", new CourtId("zy"), Role.Supervisor);
    private static readonly Actor s_office = new("O1", "魏健", new CourtId("dg"), Role.Office);
    private static readonly ImmutableArray<Finding> s_findings = [new(FindingKind.Missing, null, "漏登一件")];
    private int _keys;

    [Fact]
    public void What_is_found_is_put_right_sent_back_put_right_again_and_passed()
    {
        var open = Told(OnSiteCheckState.Unknown, OnSiteCheckDecider.Record(OnSiteCheckState.Unknown, Record()));
        Assert.Equal((OnSiteCheckStatus.Open, s_today.AddDays(7)), (open.Status, open.DueOn));
        Refused("not-rectified", OnSiteCheckDecider.Decide(open, Step(s_supervisor) with { Pass = true }));
        var late = Told(open, OnSiteCheckDecider.Decide(open, Step(s_office, after: 8) with { Measures = "已补登" }));
        Assert.True(late.Rectified!.Late);
        Refused("already-rectified", OnSiteCheckDecider.Decide(late, Step(s_office) with { Measures = "再次" }));
        Refused("not-your-check", OnSiteCheckDecider.Decide(late, Step(s_office) with { Pass = true }));
        var back = Told(late, OnSiteCheckDecider.Decide(late, Step(s_supervisor) with { Back = new SendCheckBack("仍有漏登", s_today.AddDays(20)) }));
        Assert.Equal((OnSiteCheckStatus.Open, s_today.AddDays(20)), (back.Status, back.DueOn));
        var again = Told(back, OnSiteCheckDecider.Decide(back, Step(s_office, after: 20) with { Measures = "已全部补登" }));
        Assert.False(again.Rectified!.Late);
        var passed = Told(again, OnSiteCheckDecider.Decide(again, Step(s_supervisor) with { Pass = true }));
        Assert.Equal(OnSiteCheckStatus.Passed, passed.Status);
        Assert.Empty(OnSiteCheckDecider.Decide(passed, Step(s_supervisor) with { Pass = true }).Events);
        Refused("check-closed", OnSiteCheckDecider.Decide(passed, Step(s_office) with { Measures = "又" }));
    }

    [Fact]
    public void Where_nothing_was_found_there_is_nothing_to_put_right()
    {
        var clean = Told(OnSiteCheckState.Unknown, OnSiteCheckDecider.Record(OnSiteCheckState.Unknown, Record() with { Agreeing = 10, Findings = [], DueOn = null }));
        Assert.Equal(OnSiteCheckStatus.Clean, clean.Status);
        Refused("nothing-found", OnSiteCheckDecider.Decide(clean, Step(s_office) with { Measures = "无" }));
    }

    [Fact]
    public void What_does_not_fit_together_is_refused_by_its_field()
    {
        Refused("unknown-division", "division", Record() with { Division = "财务科" });
        Refused("day-ahead", "on", Record() with { Day = s_today.AddDays(1) });
        Refused("day-long-ago", "on", Record() with { Day = s_today.AddYears(-2) });
        Refused("days-reversed", "to", Record() with { To = s_today.AddDays(-40) });
        Refused("days-ahead", "to", Record() with { Day = s_today.AddDays(-3) });
        Refused("days-long-ago", "from", Record() with { From = DateOnly.MinValue });
        Refused("more-than-sampled", "agreeing", Record() with { Agreeing = 11 });
        Refused("more-than-shown", "agreeing", Record() with { Shown = 8 });
        Refused("findings-missing", "findings", Record() with { Findings = [], DueOn = null });
        Refused("findings-missing", "findings", Record() with { Agreeing = 8 });
        Refused("due-not-asked", "dueOn", Record() with { Findings = [], Agreeing = 10 });
        Refused("due-missing", "dueOn", Record() with { DueOn = null });
        Refused("due-before", "dueOn", Record() with { DueOn = s_today.AddDays(-1) });
        Refused("due-far-off", "dueOn", Record() with { DueOn = s_today.AddYears(2) });
    }

    [Fact]
    public void A_court_checks_itself_only_and_whoever_put_it_right_does_not_pass_it()
    {
        Refused("not-your-court", OnSiteCheckDecider.Record(OnSiteCheckState.Unknown, Record() with { Actor = s_office, Court = new CourtId("xs") }));
        Refused("not-your-role", OnSiteCheckDecider.Record(OnSiteCheckState.Unknown, Record() with { Actor = s_office with { Role = Role.Clerk } }));
        var open = Told(OnSiteCheckState.Unknown, OnSiteCheckDecider.Record(OnSiteCheckState.Unknown, Record() with { Actor = s_office }));
        var done = Told(open, OnSiteCheckDecider.Decide(open, Step(s_office) with { Measures = "已补登" }));
        Refused("own-measures", OnSiteCheckDecider.Decide(done, Step(s_office) with { Pass = true }));
        Assert.Equal(OnSiteCheckStatus.Passed, Told(done, OnSiteCheckDecider.Decide(done, Step(s_office with { Subject = "O2", Name = "孙科长" }) with { Pass = true })).Status);
        Assert.Equal(RefusalKind.NotFound, OnSiteCheckDecider.Decide(open, Step(s_office with { Court = new CourtId("xs") }) with { Measures = "无" }).Refusal?.Kind);
    }

    [Fact]
    public void The_supervisor_reads_every_check_and_is_told_whose_it_is_to_go_on_with()
    {
        var own = Told(OnSiteCheckState.Unknown, OnSiteCheckDecider.Record(OnSiteCheckState.Unknown, Record() with { Actor = s_office }));
        Refused("not-your-court", OnSiteCheckDecider.Decide(own, Step(s_supervisor) with { Measures = "已补登" }));
        Refused("not-your-check", OnSiteCheckDecider.Decide(own, Step(s_supervisor) with { Pass = true }));
    }

    [Fact]
    public void Recording_twice_writes_nothing()
    {
        var command = Record();
        var open = Told(OnSiteCheckState.Unknown, OnSiteCheckDecider.Record(OnSiteCheckState.Unknown, command));
        Assert.Empty(OnSiteCheckDecider.Record(open, command).Events);
    }

    private RecordOnSiteCheck Record() => new(
        new CommandId("test", $"{++_keys}", [], false), s_supervisor, s_now, s_today, new CourtId("dg"), ["执行局"], null, s_today, ["检查甲"], CheckedRegister.FirstRequests,
        s_today.AddDays(-30), s_today, 12, 10, 9, s_findings, null, s_today.AddDays(7));

    private OnSiteCheckStep Step(Actor actor, int after = 0) => new(new CommandId("test", $"{++_keys}", [], false), actor, s_now, s_today.AddDays(after));

    private static OnSiteCheckState Told(OnSiteCheckState state, Decision<OnSiteCheckEvent> decision)
    {
        Assert.True(decision.Refusal is null, decision.Refusal?.Detail);
        return decision.Events.Aggregate(state, OnSiteCheckState.Evolve);
    }

    private static void Refused(string code, Decision<OnSiteCheckEvent> decision) => Assert.Equal(code, decision.Refusal?.Code);

    private static void Refused(string code, string field, RecordOnSiteCheck command)
    {
        var refusal = OnSiteCheckDecider.Record(OnSiteCheckState.Unknown, command).Refusal;
        Assert.Equal((code, "Y5", field), (refusal?.Code, refusal?.Rule, refusal?.Field));
    }
}
