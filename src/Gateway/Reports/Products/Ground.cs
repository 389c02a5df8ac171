using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Reports.Products;

/// <summary>What a product is composed from: one snapshot of the ledger, the city, and the period.</summary>
/// <param name="Court">Only this court; null is the whole city.</param>
/// <param name="Now">Instant of the composing; days after it are not held against anybody.</param>
internal sealed record Ground(
    IFigures Figures, CitySnapshot City, WorkingCalendar Calendar, ReportingTerms Terms, CourtId? Court, DateOnly From, DateOnly To, DateTimeOffset Now)
{
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>City day of the composing.</summary>
    public DateOnly Today => City.DayOf(Now);

    public IEnumerable<Court> Courts => City.Document.Courts.Where(c => Court is null || c.Id == Court);

    public string NameOf(CourtId court) => City.Court(court)?.Name ?? court.Value;

    public Ground Over((DateOnly From, DateOnly To) period) => this with { From = period.From, To = period.To };

    /// <summary>环比: the period of the same length just before; whole months stay whole months.</summary>
    public (DateOnly From, DateOnly To) Before
    {
        get
        {
            var next = To.AddDays(1);
            if (From.Day != 1 || next.Day != 1)
                return (From.AddDays(-Days), From.AddDays(-1));
            var months = ((next.Year - From.Year) * 12) + next.Month - From.Month;
            return (From.AddMonths(-months), From.AddDays(-1));
        }
    }

    /// <summary>同比: the same days a year earlier.</summary>
    public (DateOnly From, DateOnly To) YearBefore => (From.AddYears(-1), To.AddDays(1).AddYears(-1).AddDays(-1));
}
