using System.Data.Common;
using System.Text.Json;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Journal.Ledger;

/// <summary>Turns rows of the report statements into lines. Columns are in the order of the statements.</summary>
internal static class FigureReading
{
    public static DailyReportLine DailyReport(DbDataReader r) => new(
        UnitId.Parse(r.GetString(0)),
        r.DayAt(1),
        r.GetInt32(2),
        r.GetBoolean(3),
        Figures(r.GetString(4)),
        Figures(r.GetString(5)),
        r.GetInt64(6),
        r.GetString(7),
        r.GetString(8),
        r.InstantAt(9),
        r.GetBoolean(10));

    public static AlertLine Alert(DbDataReader r) => new(
        new AlertId(r.GetFieldValue<Guid>(0)),
        UnitId.Parse(r.GetString(1)),
        r.DayAt(2),
        r.GetInt64(3),
        Word<AlertKind>.Parse(r.GetString(4)),
        r.IsDBNull(5) ? null : new CaseId(r.GetFieldValue<Guid>(5)),
        r.IsDBNull(6) ? null : new ReceptionId(r.GetFieldValue<Guid>(6)),
        LineReading.Text(r, 7),
        r.GetInt32(8),
        r.GetString(9),
        r.InstantAt(10),
        r.GetString(11),
        r.InstantAt(12),
        LineReading.Text(r, 13),
        LineReading.Instant(r, 14));

    public static MissingAlertLine MissingAlert(DbDataReader r) => new(
        new ReceptionId(r.GetFieldValue<Guid>(0)),
        new CaseId(r.GetFieldValue<Guid>(1)),
        new CourtId(r.GetString(2)),
        LineReading.Text(r, 3) is { } unit ? UnitId.Parse(unit) : null,
        r.DayAt(4),
        Word<AlertKind>.Parse(r.GetString(5)));

    public static LeaderReceptionLine LeaderReception(DbDataReader r) => new(
        new ReceptionId(r.GetFieldValue<Guid>(0)),
        new CaseId(r.GetFieldValue<Guid>(1)),
        r.GetInt32(2),
        r.GetBoolean(3),
        new CourtId(r.GetString(4)),
        Word<Channel>.Parse(r.GetString(5)),
        r.DayAt(6),
        r.GetInt32(7),
        LineReading.Text(r, 8) is { } number ? CaseNumber.Parse(number) : null,
        Word<CaseStatus>.Parse(r.GetString(9)),
        LineReading.Text(r, 10) is { } ground ? Word<EndingGround>.Parse(ground) : null,
        r.DayAt(11),
        LineReading.Day(r, 12),
        LineReading.Text(r, 13) is { } owner ? new LeaderId(owner) : null);

    public static ScreenedCase Screened(DbDataReader r) => new(
        new CaseId(r.GetFieldValue<Guid>(0)),
        LineReading.Text(r, 1) is { } number ? CaseNumber.Parse(number) : null,
        new CourtId(r.GetString(2)),
        Word<CaseStatus>.Parse(r.GetString(3)),
        LineReading.Text(r, 4) is { } owner ? new LeaderId(owner) : null,
        r.GetInt32(5),
        r.DayAt(6),
        LineReading.Day(r, 7),
        !r.IsDBNull(8),
        r.GetBoolean(9));

    public static DayFigures Figures(string json) =>
        JsonSerializer.Deserialize(json, EventsJson.Default.DayFigures) ?? throw new InvalidDataException("The ledger holds empty figures.");
}
