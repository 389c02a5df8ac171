using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.LawsuitScreenings;

namespace PetitionMesh.Grains.Tests.LawsuitScreenings;

/// <summary>S2: told every month, late is marked, what was found is seen to.</summary>
public sealed class LawsuitScreeningDeciderTests
{
    private static readonly LawsuitScreeningId s_id = new(UnitId.Parse("dg"), new DateOnly(2026, 11, 1));
    private static readonly Actor s_office = new("O1", "信访室", new CourtId("dg"), Role.Office);
    private static readonly CaseNumber s_first = CaseNumber.Parse("（2025）鲁9902民初77号");
    private static readonly CaseNumber s_second = CaseNumber.Parse("（2025）鲁9902民初78号");

    [Theory]
    [InlineData(11, 2, false)]
    [InlineData(12, 5, false)]
    [InlineData(12, 6, true)]
    public void What_is_told_after_the_fifth_of_the_next_month_is_late(int month, int day, bool late)
    {
        var reported = Assert.IsType<LawsuitScreeningEvent.Reported>(Assert.Single(Decide(LawsuitScreeningState.Unknown, Telling(new DateOnly(2026, month, day))).Events));
        Assert.Equal(late, reported.Late);
    }

    [Fact]
    public void Until_it_is_told_it_is_due_and_then_missing_and_nothing_found_is_a_nil_return()
    {
        Assert.Equal(LawsuitScreeningStatus.Due, LawsuitScreeningState.StatusOf(null, 0, s_id.DueOn, new DateOnly(2026, 12, 5)));
        Assert.Equal(LawsuitScreeningStatus.Missing, LawsuitScreeningState.StatusOf(null, 0, s_id.DueOn, new DateOnly(2026, 12, 6)));
        Assert.Equal(LawsuitScreeningStatus.Nil, LawsuitScreeningState.StatusOf(late: false, 0, s_id.DueOn, new DateOnly(2026, 12, 6)));
        Assert.Equal(LawsuitScreeningStatus.Late, LawsuitScreeningState.StatusOf(late: true, 0, s_id.DueOn, new DateOnly(2026, 12, 7)));
    }

    [Fact]
    public void A_correction_tells_all_anew_and_keeps_what_was_settled()
    {
        var told = Told(LawsuitScreeningState.Unknown, Telling());
        Refused("already-reported", told, Telling());
        Refused("not-reported", LawsuitScreeningState.Unknown, Telling(reason: "漏列"));
        var settled = Told(told, Settling(s_first));
        Refused("already-settled", settled, Settling(s_first));
        var corrected = Told(settled, Telling(reason: "漏列", more: s_second));
        Assert.Equal((2, 1), (corrected.Found.Length, corrected.Left));
        Assert.Equal(0, Told(corrected, Settling(s_second)).Left);
    }

    [Fact]
    public void Only_a_listed_lawsuit_is_settled()
    {
        Assert.Equal(RefusalKind.NotFound, Decide(LawsuitScreeningState.Unknown, Settling(s_first)).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, Decide(Told(LawsuitScreeningState.Unknown, Telling()), Settling(s_second)).Refusal?.Kind);
    }

    [Fact]
    public void What_does_not_fit_together_is_refused()
    {
        Refused("month-ahead", LawsuitScreeningState.Unknown, Telling(new DateOnly(2026, 10, 31)));
        Refused("month-long-ago", LawsuitScreeningState.Unknown, Telling(new DateOnly(2027, 12, 1)));
        Refused("lawsuit-twice", LawsuitScreeningState.Unknown, Telling(more: s_first));
        var telling = Telling();
        Refused("more-than-screened", LawsuitScreeningState.Unknown, telling with { Tell = telling.Tell! with { ClosedLawsuits = 0 } });
        Refused("not-your-unit", LawsuitScreeningState.Unknown, telling with { Actor = s_office with { Court = new CourtId("xs") } });
        Refused("not-your-unit", LawsuitScreeningState.Unknown, telling with { Actor = s_office with { Role = Role.Supervisor } });
    }

    private static LawsuitScreeningStep Step(DateOnly today) => new(new CommandId("dg/O1", "1", [], Recorded: true), s_office, new DateTimeOffset(today.ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(8)), today);

    private static LawsuitScreeningStep Telling(DateOnly? today = null, string? reason = null, CaseNumber? more = null) =>
        Step(today ?? new DateOnly(2026, 11, 20)) with { Tell = new TellScreening(10, 10, [Lawsuit(s_first), .. more is { } number ? [Lawsuit(number)] : Array.Empty<ScreenedLawsuit>()], reason) };

    private static LawsuitScreeningStep Settling(CaseNumber number) => Step(new DateOnly(2026, 11, 25)) with { Settle = new SettleLawsuit(number, "已息诉") };

    private static ScreenedLawsuit Lawsuit(CaseNumber number) => new(number, LawsuitStage.Closed, RiskGround.Judgment, "不服判决", "判后答疑", "李法官", null);

    private static Decision<LawsuitScreeningEvent> Decide(LawsuitScreeningState state, LawsuitScreeningStep step) => LawsuitScreeningDecider.Decide(state, s_id, step);

    private static LawsuitScreeningState Told(LawsuitScreeningState state, LawsuitScreeningStep step)
    {
        var decision = Decide(state, step);
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate(state, LawsuitScreeningState.Evolve);
    }

    private static void Refused(string code, LawsuitScreeningState state, LawsuitScreeningStep step) => Assert.Equal(code, Decide(state, step).Refusal?.Code);
}
