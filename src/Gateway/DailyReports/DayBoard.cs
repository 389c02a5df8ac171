using System.Collections.Immutable;
using PetitionMesh.Gateway.Reports;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.DailyReports;

/// <summary>Holds what units told against what they registered (J11). All of one moment of the journal.</summary>
internal sealed class DayBoard(CitySnapshot city, ReportingTerms terms, DateTimeOffset now)
{
    public const string Missing = "missing";
    public const string Differs = "differs";
    public const string Late = "late";
    public const string Nil = "nil";
    public const string Submitted = "submitted";
    public const string Due = "due";

    public async Task<DayBoardView> ComposeAsync(IFigures figures, DateOnly day)
    {
        var point = await figures.PointAsync();
        var registered = (await figures.UnitsAsync(day)).ToDictionary(u => u.Unit, u => u.Figures);
        var reports = (await figures.DailyReportsAsync(day, day)).ToDictionary(r => r.Unit);
        var alerts = await figures.MissingAlertsAsync(day, day);
        var contacts = (await figures.ContactsAsync()).ToDictionary(c => c.Unit, c => c.Named);
        var units = ReportingUnits.Of(city);
        return new DayBoardView(
            day,
            new AsOfView(point.Position, point.At),
            [
                .. units.Select(u => UnitDay(
                    u, day, registered.GetValueOrDefault(u.Unit.Value, DayFigures.Nil), reports.GetValueOrDefault(u.Unit),
                    alerts.Count(a => a.Unit == u.Unit), contacts.GetValueOrDefault(u.Unit))),
            ],
            [.. Unassigned(registered, alerts)],
            await figures.OpenAlertsAsync(court: null),
            Next: null);
    }

    public UnitDayView UnitDay(
        ReportingUnit unit, DateOnly day, DayFigures registered, DailyReportLine? report, int missingAlerts, NamedContact? contact)
    {
        var due = city.At(day, terms.CutOff(unit.Unit));
        var differences = report is null ? [] : Differences(unit.Unit, report, registered);
        var concealed = missingAlerts > 0 || differences.Any(d => d.Ground is "concealed" or "nilOnBusyDay");
        var missing = report is null && now > due;
        return new UnitDayView(
            unit.Unit.Value,
            unit.Name,
            StatusOf(report, missing, !differences.IsEmpty),
            report is not null,
            report?.Nil == true,
            missing,
            report?.Late == true,
            !differences.IsEmpty,
            concealed,
            differences,
            report?.Figures,
            registered,
            report?.Signer,
            report?.SubmittedAt,
            due,
            report?.Remarks,
            report?.Corrections ?? 0,
            registered.Alerts,
            missingAlerts,
            Contact(unit, contact));
    }

    /// <summary>Always somebody: who was named, else the unit's head.</summary>
    public static ContactView Contact(ReportingUnit unit, NamedContact? named) => named is null
        ? new ContactView(unit.Head?.Name, unit.Head?.Post, null, Provisional: true)
        : new ContactView(named.Name, named.Post, named.Phone, Provisional: false);

    private static string StatusOf(DailyReportLine? report, bool missing, bool differs) => report switch
    {
        null => missing ? Missing : Due,
        _ when differs => Differs,
        { Late: true } => Late,
        { Nil: true } => Nil,
        _ => Submitted,
    };

    private static ImmutableArray<DifferenceView> Differences(UnitId unit, DailyReportLine report, DayFigures registered)
    {
        var differences = ImmutableArray.CreateBuilder<DifferenceView>();
        foreach (var line in DayFigureLines.All)
        {
            var (told, stands, then) = (line.Of(report.Figures), line.Of(registered), line.Of(report.Registered));

            // Nobody counts closings by division, so a division's report is all there is.
            if (told == stands || (unit.Division is not null && line.Name == "closed"))
                continue;
            var ground = told > stands ? "overstated"
                : report.Nil ? "nilOnBusyDay"
                : told < then ? "concealed"
                : "registeredSince";
            differences.Add(new DifferenceView(line.Name, line.Title, told, stands, then, ground));
        }
        return differences.DrainToImmutable();
    }

    private IEnumerable<UnassignedView> Unassigned(Dictionary<string, DayFigures> registered, ImmutableArray<MissingAlertLine> alerts)
    {
        foreach (var court in city.Document.Courts.Where(c => c.Tier == CourtTier.Intermediate))
        {
            var rest = court.Divisions
                .Select(d => registered.GetValueOrDefault(UnitId.Of(court.Id, d).Value, DayFigures.Nil))
                .Aggregate(registered.GetValueOrDefault(court.Id.Value, DayFigures.Nil), (sum, d) => sum.Without(d));
            if (rest != DayFigures.Nil)
                yield return new UnassignedView(court.Id.Value, court.Name, rest, alerts.Count(a => a.Unit is null && a.Court == court.Id));
        }
    }
}
