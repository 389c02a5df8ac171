using PetitionMesh.Gateway.Reports.Products;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Tests.Reports;

/// <summary>Where a limit stands in the list of the week from Monday 23 to Sunday 29 November, read on the Monday after unless a test says otherwise.</summary>
public sealed class FollowedLimitTests
{
    [Theory]
    [InlineData(ClockStanding.Overdue, 10, 20, 21, true, false, "逾期9天", 9)]
    [InlineData(ClockStanding.Running, 20, 29, 20, false, true, "到期未办结", null)]
    [InlineData(ClockStanding.Running, 24, 36, 24, false, true, "临期", null)]
    [InlineData(ClockStanding.Running, 24, 37, 24, false, false, "办理中", null)]
    [InlineData(ClockStanding.Met, 20, 29, 29, true, false, "已办结（按期）", null)]
    [InlineData(ClockStanding.Met, 23, 25, 24, false, false, "已办结（按期）", null)] // Began and ended within the week: no list had it.
    [InlineData(ClockStanding.MetLate, 10, 20, 23, true, false, "已办结（逾期）", 3)]
    [InlineData(ClockStanding.MetLate, 10, 20, 30, true, false, "逾期9天", 9)] // Done when the week was over.
    [InlineData(ClockStanding.Paused, 10, 27, 26, true, false, "已中止", null)]
    [InlineData(ClockStanding.Paused, 10, 27, 22, false, false, "已中止", null)]
    [InlineData(ClockStanding.Stopped, 10, 20, 26, true, false, "已撤销", null)]
    [InlineData(ClockStanding.Running, 30, 32, 30, false, false, "临期", null)] // Began when the week was over.
    public void It_stands_where_it_stood_when_the_week_ended(
        ClockStanding standing, int started, int due, int changed, bool carried, bool ahead, string outcome, int? over)
    {
        var limit = Limit(standing, started, due, changed, asOf: 29, today: 30);
        Assert.Equal((carried, ahead, outcome, over), (limit.IsCarried, limit.IsAhead, limit.Outcome, limit.DaysOver));
    }

    [Fact]
    public void In_a_week_that_runs_the_last_day_is_not_over_before_midnight() =>
        Assert.Equal("今日到期", Limit(ClockStanding.Running, 18, 25, 18, asOf: 25, today: 25).Outcome);

    [Fact]
    public void Whatever_last_weeks_list_had_is_answered_in_one_of_the_two_lists_and_only_there()
    {
        foreach (var standing in Enum.GetValues<ClockStanding>())
        {
            for (var due = 11; due <= 36; due++)
            {
                for (var changed = 10; changed <= 31; changed++)
                {
                    var limit = Limit(standing, 10, due, changed, 29, 30);
                    Assert.False(limit.IsCarried && limit.IsAhead);
                    Assert.True(!limit.WasListed || limit.IsCarried || limit.IsAhead, $"{standing} due {due} changed {changed}");
                }
            }
        }
    }

    private static FollowedLimit Limit(ClockStanding standing, int started, int due, int changed, int asOf, int today) => new(
        new FollowUpLine(
            new CaseId(Guid.Empty), ClockId.Of(ClockKind.Answer, 1), ClockKind.Answer, "G1", new CourtId("dg"), standing, Day(started), Day(due), Day(changed), null, null),
        Day(23), Day(29), Day(asOf), Day(today));

    /// <summary>Of November, counted on.</summary>
    private static DateOnly Day(int day) => new DateOnly(2026, 11, 1).AddDays(day - 1);
}
