using PetitionMesh.Grains.Campaigns;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.ErrandDesks;
using PetitionMesh.Grains.FirstRequests;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.OnSiteChecks;
using PetitionMesh.Grains.Routings;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Journal.Tests.Ledger;

/// <summary>What reports ask, each answer as a text.</summary>
internal static class FigureQuestions
{
    public static IEnumerable<(string Name, Func<IFigures, Task<string>> Ask)> Of(int seed)
    {
        var random = new Random(seed);
        yield return ("point", async f => $"{await f.PointAsync()}");
        yield return ("contacts", async f => Text(await f.ContactsAsync()));
        yield return ("campaigns", async f => Text((await f.CampaignsAsync()).Select(c => $"{c} {string.Join(',', c.Courts)}")));
        yield return ("owned", async f => Text(await f.OwnedAsync()));
        yield return ("publications", async f => Text(await f.PublicationsAsync(null, null, long.MaxValue, 10)));
        yield return ("bulletins", async f => Text(await f.PublicationsAsync("bulletin", "city", 400, 1)));
        for (var i = 0; i < 12; i++)
        {
            var from = new DateOnly(2024, 11, 15).AddDays(random.Next(60));
            var to = from.AddDays(random.Next(40));
            CourtId? court = random.Next(2) == 0 ? null : new CourtId(History.Courts[random.Next(History.Courts.Length)]);
            var leader = new LeaderId(History.Leaders[random.Next(History.Leaders.Length)]);
            var ground = i % 2 == 0 ? VacancyGround.Pending : VacancyGround.Recused;
            var (limit, open, by) = (random.Next(1, 20), random.Next(2) == 0, (CountsBy)random.Next(8));
            yield return ($"first requests {from:O} {to:O} {court} {limit}", async f => Text(await f.FirstRequestsAsync(from, to, court, open ? RequestStatus.Open : null, long.MaxValue, limit)));
            yield return ($"first requests by handling {from:O} {to:O} {court}", async f => Text(await f.CountFirstRequestsAsync(from, to, court, to)));
            var routings = new RoutingFilter(
                from, to, court, random.Next(3) == 0 ? RoutingKind.FirstTrial : null, random.Next(3) == 0 ? RoutingStatus.Routed : null,
                random.Next(3) switch { 0 => ClockState.MetLate, 1 => ClockState.Overdue, _ => null }, from.AddDays(10), long.MaxValue, limit);
            yield return ($"{routings}", async f => Text(await f.RoutingsAsync(routings)));
            var number = CaseNumber.Parse($"(2026)鲁9902民初{random.Next(1, 20)}号");
            yield return ($"routings of {number} at dg", async f => Text(await f.RoutingsOfAsync(new CourtId("dg"), number, limit)));
            yield return ($"routings by court and kind {from:O} {to:O} {court}", async f => Text(await f.CountRoutingsAsync(from, to, court, to)));
            var campaign = History.Campaigns[i % 2];
            yield return ($"campaign {campaign} {from:O} {to:O}", async f => Text((await f.CampaignCasesAsync(campaign, from, to, null)).Select(Whole)));
            yield return ($"each matter of {campaign} {from:O} {to:O}", async f =>
            {
                var told = new List<string>();
                foreach (var line in (await f.CampaignCasesAsync(campaign, from, to, null)).Take(limit))
                    told.Add($"{line.Case}: {Text((await f.CampaignCasesAsync(campaign, from, to, line.Case)).Select(Whole))}");
                return Text(told);
            }
            );
            var complaints = new ComplaintFilter(
                from, to, court, random.Next(3) == 0 ? History.Desks[random.Next(History.Desks.Length)] : null, random.Next(3) == 0 ? (ComplaintStatus)random.Next(4) : null,
                random.Next(2) == 0 ? (ClockState)random.Next(6) : null, from.AddDays(10), random.Next(3) == 0 ? 600 : long.MaxValue, limit);
            yield return ($"{complaints}", async f => Text((await f.ComplaintsAsync(complaints)).Select(l => $"{l} {string.Join(',', l.Found)}")));
            yield return ($"complaints by desk {from:O} {to:O} {court}", async f => Text((await f.CountComplaintsAsync(from, to, court, to)).Select(c => $"{c} {string.Join(',', c.Found)}")));
            yield return ($"first requests by person {from:O} {to:O} {court}", async f => Text(await f.RequestsByPersonAsync(from, to, court, to)));
            yield return ($"routings by receiver {from:O} {to:O} {court}", async f => Text(await f.RoutingsByReceiverAsync(from, to, court)));
            yield return ($"complaints by officer {from:O} {to:O} {court}", async f => Text(await f.ComplaintsByOfficerAsync(from, to, court)));
            yield return ($"complaints by division {from:O} {to:O} {court}", async f => Text(await f.ComplaintsByDivisionAsync(from, to, court, to)));
            yield return ($"on-site checks by division {from:O} {to:O} {court}", async f => Text(await f.OnSiteChecksByDivisionAsync(from, to, court, to)));
            var checks = new OnSiteCheckFilter(
                from, to, random.Next(2) == 0 ? null : court, random.Next(2) == 0 ? null : new CourtId("dg"), random.Next(3) == 0 ? (OnSiteCheckStatus)random.Next(4) : null,
                random.Next(3) == 0, from.AddDays(10), random.Next(3) == 0 ? 600 : long.MaxValue, limit);
            yield return ($"{checks}", async f => Text((await f.OnSiteChecksAsync(checks)).Select(l => $"{l} {string.Join(',', l.Found)}")));
            yield return ($"on-site checks {from:O} {to:O} {court}", async f => Text((await f.CountOnSiteChecksAsync(from, to, court, to)).Select(c => $"{c} {string.Join(',', c.Found)}")));
            var (first, last) = (new DateOnly(from.Year, from.Month, 1), new DateOnly(to.Year, to.Month, 1));
            yield return ($"screenings {first:O} {last:O} {court}", async f => Text(await f.LawsuitScreeningsAsync(first, last, limit % 2 == 0 ? null : court)));
            yield return ($"errand desks {court}", async f => Text(await f.ErrandDesksAsync(court)));
            yield return ($"units {from:O}", async f => Text(await f.UnitsAsync(from)));
            yield return ($"receptions {from:O} {to:O} {by} {court}", async f => Text((await f.ReceptionsAsync(from, to, by, court)).Rows));
            yield return ($"resolutions {from:O} {to:O} {court}", async f => Text(await f.ResolutionsAsync(from, to, court)));
            yield return ($"resolutions by day {from:O} {to:O} {court}", async f => Text(await f.ResolutionsByDayAsync(from, to, court)));
            yield return ($"daily reports {from:O} {to:O}", async f => Text(await f.DailyReportsAsync(from, to)));
            var before = random.Next(2) == 0 ? long.MaxValue : random.Next(1, 800);
            yield return ($"alerts {from:O} {to:O} {open} {court} {before} {limit}", async f => Text(await f.AlertsAsync(from, to, open, court, before, limit)));
            yield return ($"open alerts {court}", async f => $"{await f.OpenAlertsAsync(court)}");
            yield return ($"missing alerts {from:O} {to:O}", async f => Text(await f.MissingAlertsAsync(from, to)));
            yield return ($"leader {leader} {from:O} {to:O}", async f => $"{await f.LeaderAsync(leader, from, to)}");
            yield return ($"receptions of {leader} {from:O} {to:O} {limit}", async f => Text(await f.LeaderReceptionsAsync(leader, from, to, limit)));
            yield return ($"resolutions of {leader} {from:O} {to:O}", async f => Text(await f.OwnerResolutionsAsync(open ? leader : null, from, to)));
            yield return ($"first matters {from:O} {to:O} {limit}", async f => Text(await f.FirstMattersAsync(from, to, limit * 3)));
            yield return ($"screened {court} {limit}", async f => Text(await f.ScreenedAsync(court, limit)));
            yield return ($"assigned {from:O} {to:O}", async f => Text(await f.AssignedAsync(from, to)));
            yield return ($"clocks {from:O} {to:O} {court}", async f => Text(await f.ClocksAsync(from, to, court)));
            yield return ($"missed {from:O} {to:O} {court}", async f => Text(await f.MissedByDayAsync(from, to, court)));
            yield return ($"follow-ups {from:O} {to:O} {court} {limit}", async f => Text(await f.FollowUpsAsync(from, to, court, open ? limit : 1_000)));
            yield return ($"without an owner {ground} {limit}", async f => Text(await f.Vacancies.ListVacantAsync(ground, limit, default)));
            yield return ($"owned by {leader} {limit}", async f => Text(await f.Vacancies.ListOwnedAsync(leader, limit, default)));
            yield return ("standings", async f => Text(await f.Vacancies.ListLeaderStandingsAsync(default)));
            yield return ($"ratings {from:O} {to:O} {court}", async f => Text(await f.RatingsAsync(from, to, court)));
            yield return ($"every case of {leader} at {court}", async f =>
            {
                var lines = new List<CaseLine>();
                await f.EachCaseAsync(new CaseFilter(Court: court, Owner: open ? leader : null, Limit: 1), lines.Add);
                return Text(lines);
            }
            );
        }
    }

    /// <summary>With its lists, which print as the name of their type.</summary>
    private static string Whole(CampaignCaseLine l) => $"{l} {string.Join(',', l.Team)} {string.Join(',', l.Batches)} {string.Join(',', l.SharedWith)}";

    private static string Text<T>(IEnumerable<T> lines) => string.Join('\n', lines);
}
