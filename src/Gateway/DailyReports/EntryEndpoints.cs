using System.Collections.Immutable;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.Reports;
using PetitionMesh.Gateway.Rosters;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Rosters;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.DailyReports;

/// <summary><c>/api/entries/{date}</c>: the daily count of who has entered receptions and who has not (J2). Published to everybody who works with cases.</summary>
internal static class EntryEndpoints
{
    public static void MapEntries(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/entries/{date}", ShowAsync).RequireAuthorization(Policies.ReadRosters).WithTags("日报告")
            .Produces<EntriesView>().WithSummary("当日带班领导的登记录入情况");

    private static async Task<IResult> ShowAsync(
        HttpContext context, string date, IFigureDesk ledger, IDutyDirectory duties, ICityDirectory city, WorkingCalendar calendar)
    {
        if (!RosterReading.TryDay(date, out var day))
            return RosterReading.UnreadableDay;
        var now = city.Current;
        foreach (var court in now.Document.Courts)
            await duties.KnowAsync(court.Id, day, context.RequestAborted);
        var view = await ledger.ReadAsync(
            async figures =>
            {
                var point = await figures.PointAsync();
                var counts = (await figures.ReceptionsAsync(day, day, CountsBy.Court, null)).Rows.ToDictionary(r => r.Court!.Value, r => r.Receptions);
                var courts = ImmutableArray.CreateBuilder<CourtEntriesView>();
                foreach (var court in now.Document.Courts)
                    courts.Add(await OfAsync(court, day, figures, duties.Between(court.Id, day, day), counts.GetValueOrDefault(court.Id), now, calendar));
                return new EntriesView(day, new AsOfView(point.Position, point.At), courts.DrainToImmutable(), Next: null);
            },
            context.RequestAborted);
        return new Answer<EntriesView>(view, WireJson.Answers.EntriesView);
    }

    private static async Task<CourtEntriesView> OfAsync(
        Court court, DateOnly day, IFigures figures, ImmutableArray<Duty> duties, long receptions, CitySnapshot city, WorkingCalendar calendar)
    {
        var shifts = ImmutableArray.CreateBuilder<ShiftEntriesView>();
        foreach (var duty in duties)
        {
            var entered = await figures.LeaderAsync(duty.Leader, day, day);
            var leader = DutyLeaderView.Of(duty.Leader, city);
            shifts.Add(new ShiftEntriesView(
                duty.Kind.Chinese(), duty.Leader.Value, leader.Name, leader.Post, entered.Receptions > 0, entered.Receptions, entered.Late));
        }
        var half = duties.Where(d => d.Kind.IsHalfDay()).ToArray();
        return new CourtEntriesView(
            court.Id.Value,
            court.Name,
            calendar.OnOrAfter(day).Date == day,
            half.Length == 0 ? null : half.Any(d => city.Leader(d.Leader) is { Rank: LeaderRank.President or LeaderRank.VicePresident }),
            receptions,
            shifts.DrainToImmutable());
    }
}
