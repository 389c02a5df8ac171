using System.Data.Common;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;

namespace PetitionMesh.Journal.Ledger;

/// <summary>S2: what a unit has told of its lawsuits of a month.</summary>
/// <param name="Month">First day.</param>
/// <param name="OpenLawsuits">Open lawsuits that were screened.</param>
/// <param name="Found">Lawsuits that may be petitioned about.</param>
/// <param name="Left">Those of them that are not settled.</param>
public sealed record LawsuitScreeningLine(
    CourtId Court, UnitId Unit, DateOnly Month, DateOnly ReportedOn, bool Late, bool Corrected, int OpenLawsuits, int ClosedLawsuits, int Found, int Left);

/// <summary>Turns rows into lines. Columns are in the order of the statement.</summary>
internal static class LawsuitScreeningReading
{
    public static LawsuitScreeningLine Line(DbDataReader r) => new(
        new CourtId(r.GetString(0)), new UnitId(r.GetString(1)), r.DayAt(2), r.DayAt(3), r.GetBoolean(4), r.GetBoolean(5), r.GetInt32(6), r.GetInt32(7), r.GetInt32(8), r.GetInt32(9));

    public static LawsuitScreeningLine Line(LawsuitScreeningRow r) => new(
        new CourtId(r.Court!), new UnitId(r.Unit!), r.Month!.Value, r.ReportedOn!.Value, r.IsLate!.Value, r.Corrected!.Value, r.OpenLawsuits!.Value, r.ClosedLawsuits!.Value, r.Found!.Value,
        r.Open!.Value);
}
