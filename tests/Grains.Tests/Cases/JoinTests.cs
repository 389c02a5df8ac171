using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Grains.Tests.Cases;

/// <summary>"Details that decide": one dispute under two numbers, over the pure decider.</summary>
public sealed class JoinTests
{
    private static readonly DateOnly Day = new(2026, 11, 2);
    private static readonly PetitionerKey Person = new("1-person");

    private static readonly JoinCases Command = new(
        new CommandId("test", "1", [], false), new Actor("clerk", "窗口", new CourtId("dg"), Role.Clerk), At(9), Case(2), "同一纠纷");

    private static readonly JoinSide One = Side(1, "L012", 1);
    private static readonly JoinSide Other = Side(2, "L013", 5);

    [Fact]
    public void W3_the_older_owner_stays_and_a_successor_is_as_old_an_owner_as_whom_he_succeeds()
    {
        Assert.Equal(One.Case, Joined(One, Other));
        var first = new CaseEvent.OwnerFixed(One.Case, new("L012"), new("dg"), OwnerOrigin.FirstReceiver, At(1));
        var next = new CaseEvent.OwnerFixed(One.Case, new("L015"), new("dg"), OwnerOrigin.Succession, At(8));
        var line = Owned.Of(next, Owned.Of(first, null));
        Assert.Equal((At(8), At(1)), (line.At, line.LineSince));
        Assert.Equal(One.Case, Joined(One with { Owner = new OwnedSide(line.Leader, line.Court, line.LineSince) }, Other));
    }

    [Fact]
    public void J5_a_case_whose_assignment_runs_does_not_vanish_in_another()
    {
        Assert.Equal(("unfinished", "J5"), Refused(One, Other with { Unfinished = "上级交办任务" }));
        Assert.Equal(One.Case, Joined(One with { Unfinished = "上级交办任务" }, Other));
    }

    [Fact]
    public void W14_who_returned_under_another_number_has_broken_the_promise_before_the_cases_are_joined()
    {
        var promised = One with { Promised = true, EndedOn = Day };
        Assert.Equal(("returned-under-another-number", "W14"), Refused(promised, Other with { LastReceptionOn = Day }));
        Assert.Equal(("returned-under-another-number", "W14"), Refused(promised, Other with { LastReceptionOn = Day, EndedOn = Day.AddDays(9) }));
        Assert.Equal(One.Case, Joined(promised, Other with { LastReceptionOn = Day.AddDays(-1) }));
    }

    [Fact]
    public void W14_whoever_came_after_a_final_end_does_not_vanish_in_the_case_that_ended()
    {
        var ended = One with { EndedOn = Day };
        Assert.Equal(("returned-under-another-number", "W14"), Refused(ended, Other with { LastReceptionOn = Day.AddDays(3) }));
        Assert.Equal(("returned-under-another-number", "W14"), Refused(ended, Other)); // Never received, opened on that day.
        Assert.Equal(One.Case, Joined(ended, Other with { LastReceptionOn = Day.AddDays(-3) }));
        Assert.Equal(One.Case, Joined(ended, Other with { LastReceptionOn = Day.AddDays(3), EndedOn = Day.AddDays(9) }));
    }

    [Fact]
    public void W14_a_promise_that_is_counted_does_not_vanish_with_its_case() =>
        Assert.Equal(("promise-would-vanish", "W14"), Refused(One, Other with { Promised = true, EndedOn = Day }));

    private static JoinSide Side(int nr, string owner, int hour) =>
        new(Case(nr), 3, new OwnedSide(new LeaderId(owner), new CourtId("dg"), At(hour)), Day, [Person], [new CourtId("dg")], null);

    private static CaseId Joined(JoinSide one, JoinSide other)
    {
        var (refusal, older, _, _) = JoinDecider.Decide(one, other, Command);
        Assert.Null(refusal);
        return older;
    }

    private static (string, string?) Refused(JoinSide one, JoinSide other)
    {
        var (refusal, _, mine, theirs) = JoinDecider.Decide(one, other, Command);
        Assert.Empty(mine.AddRange(theirs));
        return (refusal!.Code, refusal.Rule);
    }

    private static CaseId Case(int nr) => new(new Guid(nr, 0, 0, new byte[8]));

    private static DateTimeOffset At(int hour) => new(Day, new TimeOnly(hour, 0), TimeSpan.FromHours(8));
}
